package org.commonground.notice;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.commonground.foundation.Pace;

/** What the table of deadlines says of one step; days are days of the process. */
record Deadline(Optional<BigDecimal> days, List<BigDecimal> remindBefore, Optional<BigDecimal> coordinatorAfter,
                Optional<BigDecimal> managerAfter) {

    private static final BigDecimal A_DAY = BigDecimal.valueOf(Duration.ofDays(1).toMillis());

    /** Nobody is in a hurry and nobody is reminded. */
    static final Deadline NONE = new Deadline(Optional.empty(), List.of(), Optional.empty(), Optional.empty());

    static Deadline of(Map<String, Object> row) {
        List<?> reminders = row.get("remindBefore") instanceof List<?> several ? several
                : Optional.ofNullable(row.get("remindBefore")).map(List::of).orElse(List.of());
        return new Deadline(number(row.get("days")), reminders.stream().map(Deadline::number).flatMap(Optional::stream).toList(),
                number(row.get("coordinatorAfter")), number(row.get("managerAfter")));
    }

    /** Everything there is to say about a task that is due at this moment, in order of time. */
    List<Moment> moments(Instant due, Pace pace) {
        List<Moment> moments = new ArrayList<>();
        remindBefore.forEach(before -> moments.add(new Moment(pace.after(due, time(before.negate())), Kind.REMINDER, before)));
        coordinatorAfter.ifPresent(after -> moments.add(new Moment(pace.after(due, time(after)), Kind.TO_COORDINATOR, after)));
        managerAfter.ifPresent(after -> moments.add(new Moment(pace.after(due, time(after)), Kind.TO_MANAGER, after)));
        moments.sort(Comparator.comparing(Moment::at));
        return moments;
    }

    static Duration time(BigDecimal days) {
        return Duration.ofMillis(days.multiply(A_DAY).longValue());
    }

    private static Optional<BigDecimal> number(Object cell) {
        return Optional.ofNullable(cell).map(value -> new BigDecimal(value.toString()).stripTrailingZeros());
    }

    enum Kind { REMINDER, TO_COORDINATOR, TO_MANAGER }

    /** @param days before or after the due date, as the table says */
    record Moment(Instant at, Kind kind, BigDecimal days) {

        /** The same moment of the same task never speaks twice. */
        String key(String taskId) {
            return "task:%s:%s:%s".formatted(taskId, kind, days.toPlainString());
        }
    }
}
