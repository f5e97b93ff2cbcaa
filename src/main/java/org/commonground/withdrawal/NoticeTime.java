package org.commonground.withdrawal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;

import org.commonground.agreement.AgreedTerms;
import org.commonground.foundation.PartnershipId;
import org.commonground.work.AgreedWork;
import org.springframework.stereotype.Component;

/** When a partner that gives notice today can leave. */
@Component
class NoticeTime {

    private final AgreedTerms agreements;
    private final Clock clock;

    NoticeTime(AgreedTerms agreements, Clock clock) {
        this.agreements = agreements;
        this.clock = clock;
    }

    Span of(PartnershipId partnership) {
        AgreedWork work = new AgreedWork(agreements.of(partnership));
        LocalDate today = work.dayAt(clock.instant());
        Integer months = work.agreement().terms().noticeMonths();
        return new Span(today, months == null ? 0 : months, work.ends());
    }

    /** The moment at which the day begins for people. */
    Instant morningOf(PartnershipId partnership, LocalDate day) {
        return new AgreedWork(agreements.of(partnership)).morningOf(day);
    }

    /** @param ends the last day of the term: on it there is nothing to leave any more */
    record Span(LocalDate today, int months, LocalDate ends) {

        LocalDate earliest() {
            LocalDate after = today.plusMonths(months);
            return after.isAfter(today) ? after : today.plusDays(1);
        }

        boolean isPossible() {
            return earliest().isBefore(ends);
        }
    }
}
