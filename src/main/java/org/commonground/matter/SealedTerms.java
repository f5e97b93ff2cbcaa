package org.commonground.matter;

import java.time.Clock;
import java.time.LocalDate;

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
    private final Clock clock;

    SealedTerms(AgreementService agreements, Clock clock) {
        this.agreements = agreements;
        this.clock = clock;
    }

    @Override
    public DecisionRule decisionRule(PartnershipId partnership) {
        return sealed(partnership).terms().decisionRule();
    }

    /** Counted from the day on which it was sealed. */
    @Override
    public LocalDate end(PartnershipId partnership) {
        SealedAgreement sealed = sealed(partnership);
        return LocalDate.ofInstant(sealed.sealedAt(), clock.getZone()).plusMonths(sealed.terms().durationMonths());
    }

    private SealedAgreement sealed(PartnershipId partnership) {
        return agreements.sealed(partnership).orElseThrow(() -> new Refusal("The agreement of %s is not sealed yet.".formatted(partnership)));
    }
}
