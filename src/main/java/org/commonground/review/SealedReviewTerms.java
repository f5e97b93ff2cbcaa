package org.commonground.review;

import org.commonground.agreement.AgreementService;
import org.commonground.agreement.SealedAgreement;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Refusal;
import org.springframework.stereotype.Component;

/** What the sealed agreement says about reviews. */
@Component
class SealedReviewTerms implements AgreedTerms {

    private final AgreementService agreements;

    SealedReviewTerms(AgreementService agreements) {
        this.agreements = agreements;
    }

    @Override
    public Terms of(PartnershipId partnership) {
        SealedAgreement sealed = agreements.sealed(partnership)
                .orElseThrow(() -> new Refusal("The agreement of %s is not sealed yet, so no review is due.".formatted(partnership)));
        return new Terms(sealed.calendar(), sealed.termEnds(), sealed.terms().reviewIntervalMonths(),
                sealed.terms().trustIndicators(), sealed.terms().decisionRule());
    }
}
