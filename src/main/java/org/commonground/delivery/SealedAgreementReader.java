package org.commonground.delivery;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import org.commonground.agreement.AgreementService;
import org.commonground.agreement.SealedAgreement;
import org.commonground.agreement.VersionCard;
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
    private final Clock clock;

    SealedAgreementReader(AgreementService agreements, NegotiationService negotiations, Clock clock) {
        this.agreements = agreements;
        this.negotiations = negotiations;
        this.clock = clock;
    }

    @Override
    public AgreedWork work(PartnershipId partnership) {
        SealedAgreement sealed = agreements.sealed(partnership)
                .orElseThrow(() -> new Refusal("The agreement is not sealed yet. The work begins when it is."));
        Instant first = sealed.version() == 1 ? sealed.sealedAt() : agreements.versions(partnership).stream().map(VersionCard::sealedAt)
                .filter(Objects::nonNull).min(Comparator.naturalOrder()).orElseThrow();
        Terms terms = sealed.terms();
        return new AgreedWork(sealed.version(), LocalDate.ofInstant(first, clock.getZone()), terms.reportingIntervalMonths(), terms.durationMonths(),
                terms.contributions());
    }

    @Override
    public List<AgendaItem> agenda(PartnershipId partnership) {
        return negotiations.founding(partnership).flatMap(negotiations::vision).map(SharedVision::agenda).orElse(List.of());
    }
}
