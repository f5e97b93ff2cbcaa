package org.commonground.review;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import org.commonground.agreement.AgreementCalendar;
import org.commonground.foundation.Pace;
import org.commonground.foundation.PartnershipId;
import org.commonground.negotiation.DecisionRule;
import org.commonground.stage.Prop;
import org.springframework.context.annotation.Primary;

/** What is agreed about reviews, unless a test changes it: they come every year from today on, and the partners decide by consensus. */
@Primary
public class SampleReviewTerms implements AgreedTerms, Prop {

    private final Clock clock;
    Terms terms;

    SampleReviewTerms(Clock clock) {
        this.clock = clock;
        putBack();
    }

    @Override
    public void putBack() {
        terms = new Terms(new AgreementCalendar(clock.instant(), clock.getZone(), Pace.IN_EARNEST), Instant.MAX, 12, List.of(),
                DecisionRule.CONSENSUS);
    }

    @Override
    public Terms of(PartnershipId partnership) {
        return terms;
    }
}
