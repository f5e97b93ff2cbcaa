package org.commonground.agreement;

import org.commonground.negotiation.NegotiationCard;
import org.commonground.negotiation.NegotiationService;
import org.commonground.partnership.PartnerLeft;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Who has left the partnership takes part in no change that is still under way; what it has signed it keeps. */
@Component
class LeftParties {

    private final NegotiationService negotiations;
    private final AgreementVersions versions;

    LeftParties(NegotiationService negotiations, AgreementVersions versions) {
        this.negotiations = negotiations;
        this.versions = versions;
    }

    @EventListener
    void on(PartnerLeft fact) {
        negotiations.changes(fact.partnership()).stream().map(NegotiationCard::id)
                .filter(one -> versions.newest(one.value()).filter(AgreementVersion::isSealed).isEmpty())
                .forEach(one -> negotiations.gone(one, fact.party(), "It left the partnership."));
    }
}
