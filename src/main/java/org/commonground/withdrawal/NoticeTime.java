package org.commonground.withdrawal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

import org.commonground.agreement.AgreedTerms;
import org.commonground.foundation.PartnershipId;
import org.commonground.partnership.CourseOfWork;
import org.commonground.partnership.OncePerTransaction;
import org.commonground.partnership.Phase;
import org.commonground.work.AgreedWork;
import org.springframework.stereotype.Component;

/** When a partner that gives notice today can leave: after the time that was agreed, or at once while nothing is signed. */
@Component
class NoticeTime {

    private final AgreedTerms agreements;
    private final CourseOfWork course;
    private final OncePerTransaction once;
    private final Clock clock;

    NoticeTime(AgreedTerms agreements, CourseOfWork course, OncePerTransaction once, Clock clock) {
        this.agreements = agreements;
        this.course = course;
        this.once = once;
        this.clock = clock;
    }

    Span of(PartnershipId partnership) {
        return once.read(new SpanIn(partnership), () -> read(partnership));
    }

    private record SpanIn(PartnershipId partnership) {
    }

    private Span read(PartnershipId partnership) {
        if (course.of(partnership).phase().isBefore(Phase.IN_FORCE)) {
            return new Span(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC), 0, null);
        }
        AgreedWork work = new AgreedWork(agreements.of(partnership));
        LocalDate today = work.dayAt(clock.instant());
        Integer months = work.agreement().terms().noticeMonths();
        return new Span(today, months == null ? 0 : months, work.ends());
    }

    LocalDate today(PartnershipId partnership) {
        return of(partnership).today();
    }

    /** Whether the partnership has ended, so that nobody can leave it. */
    boolean isOver(PartnershipId partnership) {
        return course.of(partnership).phase() == Phase.ENDED;
    }

    /** The moment at which the day begins for people. */
    Instant morningOf(PartnershipId partnership, LocalDate day) {
        return new AgreedWork(agreements.of(partnership)).morningOf(day);
    }

    /** @param ends the last day of the term: on it there is nothing to leave any more; null where nothing is signed */
    record Span(LocalDate today, int months, LocalDate ends) {

        boolean signed() {
            return ends != null;
        }

        LocalDate earliest() {
            LocalDate after = today.plusMonths(months);
            return after.isAfter(today) ? after : today.plusDays(1);
        }

        /** As it stands in a sentence about what the agreement asks for. */
        String notice() {
            return switch (months) {
                case 0 -> "no notice";
                case 1 -> "one month’s notice";
                default -> months + " months’ notice";
            };
        }

        boolean isPossible() {
            return !signed() || earliest().isBefore(ends);
        }
    }
}
