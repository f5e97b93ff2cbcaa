package org.commonground.agreement;

import java.util.List;

import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Refusal;
import org.commonground.negotiation.AgendaItem;
import org.commonground.negotiation.NegotiationService;
import org.commonground.negotiation.SharedVision;
import org.springframework.stereotype.Component;

/** Read off what is sealed. */
@Component("agreedTerms")
class SealedTerms implements AgreedTerms {

    private final AgreementService agreements;
    private final NegotiationService negotiations;

    SealedTerms(AgreementService agreements, NegotiationService negotiations) {
        this.agreements = agreements;
        this.negotiations = negotiations;
    }

    @Override
    public SealedAgreement of(PartnershipId partnership) {
        return agreements.sealed(partnership).orElseThrow(() -> new Refusal("The agreement of %s is not sealed yet.".formatted(partnership)));
    }

    @Override
    public List<AgendaItem> agenda(PartnershipId partnership) {
        return negotiations.founding(partnership).flatMap(negotiations::vision).map(SharedVision::agenda).orElse(List.of());
    }
}
