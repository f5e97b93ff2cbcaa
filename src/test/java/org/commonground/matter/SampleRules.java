package org.commonground.matter;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

import org.commonground.foundation.PartnershipId;
import org.commonground.negotiation.DecisionRule;
import org.commonground.stage.Prop;
import org.springframework.context.annotation.Primary;

/** What is agreed about deciding and about the end, unless a test changes it: by consensus, and for very long. */
@Primary
public class SampleRules implements AgreedTerms, Prop {

    public DecisionRule rule;
    public LocalDate end;

    SampleRules() {
        putBack();
    }

    @Override
    public void putBack() {
        rule = DecisionRule.CONSENSUS;
        end = LocalDate.of(2999, 1, 1);
    }

    @Override
    public DecisionRule decisionRule(PartnershipId partnership) {
        return rule;
    }

    @Override
    public Instant ends(PartnershipId partnership) {
        return end.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
