package org.commonground.review;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import org.commonground.agreement.AgreementCalendar;
import org.commonground.foundation.Pace;
import org.commonground.negotiation.DecisionRule;
import org.springframework.context.annotation.Bean;

/** What is agreed about reviews, for tests of later rooms: they come every year from today on, and the partners decide by consensus. */
public class SampleReviewTerms {

    @Bean
    AgreedTerms reviewTerms(Clock clock) {
        AgreementCalendar calendar = new AgreementCalendar(clock.instant(), clock.getZone(), Pace.IN_EARNEST);
        return partnership -> new AgreedTerms.Terms(calendar, Instant.MAX, 12, List.of(), DecisionRule.CONSENSUS);
    }
}
