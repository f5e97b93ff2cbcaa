package org.commonground.matter;

import java.time.Instant;

import org.commonground.agreement.AgreementService;
import org.commonground.agreement.SealedAgreement;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Refusal;
import org.commonground.negotiation.DecisionRule;
import org.springframework.stereotype.Component;

/** Read off the agreement that binds the partners. */
@Component
class SealedTerms implements AgreedTerms {

    private final AgreementService agreements;

    SealedTerms(AgreementService agreements) {
        this.agreements = agreements;
    }

    @Override
    public DecisionRule decisionRule(PartnershipId partnership) {
        return sealed(partnership).terms().decisionRule();
    }

    @Override
    public Instant ends(PartnershipId partnership) {
        return sealed(partnership).termEnds();
    }

    private SealedAgreement sealed(PartnershipId partnership) {
        return agreements.sealed(partnership).orElseThrow(() -> new Refusal("The agreement of %s is not sealed yet.".formatted(partnership)));
    }
}
