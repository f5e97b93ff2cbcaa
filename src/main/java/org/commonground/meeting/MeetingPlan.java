package org.commonground.meeting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.commonground.agreement.SealedAgreement;
import org.commonground.foundation.Days;
import org.commonground.foundation.Refusal;
import org.commonground.work.AgreedWork;

/**
 * Which meeting comes next. Its dates are counted from the day of sealing, in the rhythm agreed last: another one holds from its own
 * sealing on, so that a shorter one calls for no meeting in the past. Dates that passed without a meeting, because everything stood still,
 * share the next one.
 *
 * @param course all that bound the partners, one after the other
 * @param known  the meetings so far, those that were agreed too
 * @param pauses how many pauses of the work have ended
 */
record MeetingPlan(List<SealedAgreement> course, List<MeetingCard> known, int pauses) {

    /** Minutes have a week, and the last ones are written while the partners still work together. */
    private static final int LAST_DAYS = 7;

    /** What comes next, seen from this day; empty where the term leaves room for none. */
    Optional<Next> next(LocalDate today) {
        Optional<Next> stopped = known.stream().filter(one -> one.hasStopped(pauses)).findFirst()
                .map(one -> new Next(one, one.kind(), one.dueOn(), 0, day(one, today), work().morningOf(work().begins())));
        if (stopped.isPresent() || !today.isBefore(lastDay())) {
            return stopped;
        }
        Stream<Next> agreed = known.stream().filter(one -> !one.isAsked() && !one.isOver()).map(one -> new Next(one, one.kind(), null, 0,
                day(one, today), work().morningOf(one.on().minusDays(MeetingInterval.usualNotice()))));
        Stream<Next> inRhythm = Stream.of(MeetingKind.values()).flatMap(kind -> inRhythm(kind, today).stream());
        return Stream.concat(agreed, inRhythm).min(Comparator.comparing(Next::asks).thenComparing(Next::kind));
    }

    private Optional<Next> inRhythm(MeetingKind kind, LocalDate today) {
        return kind.in(work().agreement().terms()).flatMap(interval -> {
            LocalDate begins = work().begins();
            int first = interval.firstAfter(begins, lastDate(kind, interval));
            int due = first;
            // Of those for which somebody should have been asked by now, the newest one stands for all.
            while (isLate(interval.date(begins, due + 1), interval, today)) {
                due++;
            }
            return interval.date(begins, first).isAfter(lastDay()) ? Optional.empty() : Optional.of(new Next(null, kind,
                    interval.date(begins, due), due - first, inTime(interval.date(begins, due), today, interval),
                    work().morningOf(interval.date(begins, first).minusDays(interval.notice()))));
        });
    }

    private boolean isLate(LocalDate date, MeetingInterval interval, LocalDate today) {
        return !date.minusDays(interval.notice()).isAfter(today) && !date.isAfter(lastDay());
    }

    /** The date up to which nothing is due any more: of the last meeting of its kind, or the day since which this rhythm is agreed. */
    private LocalDate lastDate(MeetingKind kind, MeetingInterval interval) {
        LocalDate since = agreedSince(kind, interval);
        return known.stream().filter(one -> one.kind() == kind && one.dueOn() != null).map(MeetingCard::dueOn)
                .max(Comparator.naturalOrder()).filter(since::isBefore).orElse(since);
    }

    private LocalDate agreedSince(MeetingKind kind, MeetingInterval interval) {
        int version = course.size() - 1;
        while (version > 0 && kind.in(course.get(version - 1).terms()).equals(Optional.of(interval))) {
            version--;
        }
        return version == 0 ? work().begins() : work().dayAt(course.get(version).sealedAt());
    }

    /** The day for which people can still be invited: where half of the notice has passed, it is put off until they have all of it. */
    private LocalDate inTime(LocalDate due, LocalDate today, MeetingInterval interval) {
        return earlier(due.isAfter(today.plusDays(interval.notice() / 2)) ? due : today.plusDays(interval.notice()), lastDay());
    }

    /** The same of one that was planned before; a day that all agreed on stays. */
    private LocalDate day(MeetingCard one, LocalDate today) {
        return one.isSent() || one.on().isAfter(today) ? one.on()
                : earlier(today.plusDays(MeetingInterval.usualNotice()), lastDay());
    }

    /** The last day on which a meeting may be. */
    LocalDate lastDay() {
        return work().ends().minusDays(LAST_DAYS);
    }

    /** Refuses a day that is over or too late. */
    void expect(LocalDate day, LocalDate today) {
        Refusal.unless(day != null && day.isAfter(today), "Please choose a day that lies ahead, so that people can come.");
        Refusal.unless(!day.isAfter(lastDay()), ("The agreement ends on %s. Please choose a day until %s, so that the minutes are written"
                + " while you still work together.").formatted(Days.inWords(work().ends()), Days.inWords(lastDay())));
    }

    AgreedWork work() {
        return new AgreedWork(course.get(course.size() - 1));
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    /**
     * A meeting that comes.
     *
     * @param known  the same, where it is known already; else null
     * @param dueOn  the date of its rhythm; null where it has none
     * @param missed how many dates before that passed without one
     * @param on     the day to which people can be invited
     * @param asks   when somebody is asked to invite
     */
    record Next(MeetingCard known, MeetingKind kind, LocalDate dueOn, int missed, LocalDate on, Instant asks) {
    }
}
