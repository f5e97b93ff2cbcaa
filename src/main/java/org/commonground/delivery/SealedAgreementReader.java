package org.commonground.delivery;

import java.util.List;

import org.commonground.agreement.AgreedTerms;
import org.commonground.agreement.SealedAgreement;
import org.commonground.foundation.PartnershipId;
import org.commonground.negotiation.AgendaItem;
import org.commonground.negotiation.Terms;
import org.springframework.stereotype.Component;

/** The terms are the newest sealed agreement's; the calendar runs from the day on which the first one was sealed. */
@Component
class SealedAgreementReader implements AgreementReader {

    private final AgreedTerms agreed;

    SealedAgreementReader(AgreedTerms agreed) {
        this.agreed = agreed;
    }

    @Override
    public AgreedWork work(PartnershipId partnership) {
        SealedAgreement sealed = agreed.of(partnership);
        Terms terms = sealed.terms();
        return new AgreedWork(sealed.version(), sealed.calendar(), terms.reportingIntervalMonths(), terms.durationMonths(),
                terms.contributions());
    }

    @Override
    public List<AgendaItem> agenda(PartnershipId partnership) {
        return agreed.agenda(partnership);
    }
}
