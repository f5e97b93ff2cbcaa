package org.commonground.delivery;

import java.util.List;

import org.commonground.agreement.AgreementService;
import org.commonground.agreement.SealedAgreement;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Refusal;
import org.commonground.negotiation.AgendaItem;
import org.commonground.negotiation.NegotiationService;
import org.commonground.negotiation.SharedVision;
import org.commonground.negotiation.Terms;
import org.springframework.stereotype.Component;

/** The terms are the newest sealed agreement's; the calendar runs from the day on which the first one was sealed. */
@Component
class SealedAgreementReader implements AgreementReader {

    private final AgreementService agreements;
    private final NegotiationService negotiations;

    SealedAgreementReader(AgreementService agreements, NegotiationService negotiations) {
        this.agreements = agreements;
        this.negotiations = negotiations;
    }

    @Override
    public AgreedWork work(PartnershipId partnership) {
        SealedAgreement sealed = agreements.sealed(partnership)
                .orElseThrow(() -> new Refusal("The agreement is not sealed yet. The work begins when it is."));
        Terms terms = sealed.terms();
        return new AgreedWork(sealed.version(), sealed.calendar(), terms.reportingIntervalMonths(), terms.durationMonths(),
                terms.contributions());
    }

    @Override
    public List<AgendaItem> agenda(PartnershipId partnership) {
        return negotiations.founding(partnership).flatMap(negotiations::vision).map(SharedVision::agenda).orElse(List.of());
    }
}
