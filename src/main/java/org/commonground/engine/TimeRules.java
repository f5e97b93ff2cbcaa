package org.commonground.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.camunda.bpm.engine.impl.util.ClockUtil;

/**
 * Judges durations, dates and cycles before the engine reads them. Its own reader takes whatever it can make sense of: a duration of
 * nothing that is repeated for ever keeps a thread busy until the machine stops. Each complaint is a sentence that quotes what is wrong.
 */
final class TimeRules {

    private static final int LONGEST = 64;
    private static final BigDecimal CENTURY = BigDecimal.valueOf(100 * 31_556_952L);
    private static final int MOST_REPEATS = 9_999;
    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
    private static final String NUMBER = "(\\d+)";
    /** Weeks stand alone, or the engine cannot read them. */
    private static final Pattern DURATION = Pattern.compile("P(?:" + NUMBER + "W|(?=.)(?:" + NUMBER + "Y)?(?:" + NUMBER + "M)?(?:"
            + NUMBER + "D)?(?:T(?=.)(?:" + NUMBER + "H)?(?:" + NUMBER + "M)?(?:(\\d+(?:\\.\\d+)?)S)?)?)");
    /** Of weeks, years, months, days, hours, minutes, seconds. */
    private static final long[] SECONDS = {604_800, 31_556_952, 2_629_746, 86_400, 3_600, 60, 1};
    private static final Pattern CYCLE = Pattern.compile("R(\\d*)/([^/]+)");
    private static final Pattern STARTED_CYCLE = Pattern.compile("R(\\d*)/([^/]+)/([^/]+)");
    private static final Pattern DAYS = Pattern.compile("P?(\\d+)D?");
    private static final Pattern PRIORITY = Pattern.compile("-?\\d{1,9}");

    private TimeRules() {
    }

    /** How long something waits. */
    static Optional<String> duration(String text) {
        Optional<BigDecimal> seconds = seconds(text);
        if (seconds.isEmpty()) {
            return complain(text, "is no duration: write it such as P14D or PT2H");
        }
        if (seconds.get().compareTo(BigDecimal.ONE) < 0) {
            return complain(text, "is over at once: a duration is a second or more");
        }
        return seconds.get().compareTo(CENTURY) > 0 ? complain(text, "is too long: a duration is a hundred years or less")
                : Optional.empty();
    }

    /** A day or a moment. */
    static Optional<String> date(String text) {
        Optional<LocalDate> day = day(text);
        if (day.isEmpty()) {
            return complain(text, "is no date: write it such as 2027-03-31 or 2027-03-31T18:00:00Z");
        }
        LocalDate latest = LocalDate.ofInstant(ClockUtil.getCurrentTime().toInstant(), ZoneOffset.UTC).plusYears(100);
        return day.get().isBefore(EARLIEST) || day.get().isAfter(latest)
                ? complain(text, "is out of reach: a date lies between the year 2000 and a hundred years from now") : Optional.empty();
    }

    /** When a task is due: on a day, or so long after it was opened. */
    static Optional<String> due(String text) {
        return text.startsWith("P") ? duration(text) : date(text);
    }

    /** What comes again and again. */
    static Optional<String> cycle(String text) {
        Matcher parts = CYCLE.matcher(shortened(text));
        if (!parts.matches()) {
            return complain(text, "is no cycle: write it such as R5/P1D, or R/P1D for one without end");
        }
        return repeats(text, parts.group(1)).or(() -> period(text, parts.group(2)));
    }

    /** A cycle that runs: the engine has written into it when it began. */
    static Optional<String> runningCycle(String text) {
        Matcher parts = STARTED_CYCLE.matcher(shortened(text));
        if (!parts.matches()) {
            return cycle(text);
        }
        return repeats(text, parts.group(1)).or(() -> date(parts.group(2))).or(() -> period(text, parts.group(3)));
    }

    private static Optional<String> repeats(String text, String times) {
        if (times.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal number = new BigDecimal(times);
        return number.signum() == 0 || number.compareTo(BigDecimal.valueOf(MOST_REPEATS)) > 0
                ? complain(text, "repeats too often: say 1 to 9,999 times, or R alone for a cycle without end") : Optional.empty();
    }

    private static Optional<String> period(String text, String period) {
        Optional<BigDecimal> seconds = seconds(period);
        if (seconds.isPresent() && seconds.get().compareTo(BigDecimal.valueOf(60)) < 0) {
            return complain(text, "repeats too quickly: a cycle's period is a minute or more");
        }
        return duration(period);
    }

    /** When a failed step is tried again: after each of these times, or so often after the same. */
    static Optional<String> retries(String text) {
        Matcher repeated = CYCLE.matcher(shortened(text));
        if (repeated.matches()) {
            return repeats(text, repeated.group(1).isEmpty() ? "0" : repeated.group(1)).or(() -> duration(repeated.group(2)));
        }
        return Stream.of(shortened(text).split(",", -1)).map(TimeRules::duration).flatMap(Optional::stream).findFirst();
    }

    /** How many days a history is kept; where nothing is said, as long as the application says. */
    static Optional<String> daysKept(String text) {
        Matcher days = DAYS.matcher(shortened(text));
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (!days.matches() || text.startsWith("P") != text.endsWith("D")) {
            return complain(text, "is no number of days: write it such as P3650D");
        }
        BigDecimal number = new BigDecimal(days.group(1));
        return number.signum() == 0 || number.compareTo(BigDecimal.valueOf(36_500)) > 0
                ? complain(text, "is out of reach: a history is kept for a day to a hundred years") : Optional.empty();
    }

    static Optional<String> priority(String text) {
        return PRIORITY.matcher(text).matches() ? Optional.empty() : complain(text, "is no priority: write a whole number");
    }

    private static Optional<BigDecimal> seconds(String text) {
        Matcher parts = DURATION.matcher(shortened(text));
        if (!parts.matches()) {
            return Optional.empty();
        }
        BigDecimal seconds = BigDecimal.ZERO;
        for (int i = 0; i < SECONDS.length; i++) {
            String number = parts.group(i + 1);
            seconds = number == null ? seconds : seconds.add(new BigDecimal(number).multiply(BigDecimal.valueOf(SECONDS[i])));
        }
        return Optional.of(seconds);
    }

    private static Optional<LocalDate> day(String text) {
        List<Function<String, LocalDate>> ways = List.of(LocalDate::parse, moment -> LocalDateTime.parse(moment).toLocalDate(),
                moment -> OffsetDateTime.parse(moment).toLocalDate());
        for (Function<String, LocalDate> way : ways) {
            try {
                return Optional.of(way.apply(shortened(text)));
            } catch (DateTimeParseException other) {
                // Perhaps written in the next way.
            }
        }
        return Optional.empty();
    }

    /** What nobody writes by hand is not even looked at. */
    private static String shortened(String text) {
        return text.length() > LONGEST ? "" : text;
    }

    private static Optional<String> complain(String text, String complaint) {
        return Optional.of("“" + quoted(text) + "” " + complaint + ".");
    }

    /** Short enough for a sentence. */
    static String quoted(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }
}
