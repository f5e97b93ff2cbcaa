package org.commonground.amendment;

import java.util.Optional;

import org.commonground.matter.MatterService;
import org.commonground.negotiation.Motive;
import org.commonground.negotiation.NegotiationId;
import org.commonground.organisation.OrganisationCard;
import org.commonground.organisation.OrganisationService;
import org.springframework.stereotype.Component;

/** Tells those who negotiate a change who proposes it and why. */
@Component
class AmendmentMotive implements Motive {

    static final String TOGETHER = "The partners together";

    private final Amendments amendments;
    private final MatterService matters;
    private final OrganisationService organisations;

    AmendmentMotive(Amendments amendments, MatterService matters, OrganisationService organisations) {
        this.amendments = amendments;
        this.matters = matters;
        this.organisations = organisations;
    }

    @Override
    public Optional<Wish> of(NegotiationId negotiation) {
        return amendments.findByNegotiation(negotiation.value()).map(one -> new Wish(Optional.ofNullable(one.proposer())
                .map(organisations::card).map(OrganisationCard::name).orElse(TOGETHER), matters.card(one.matter()).why()));
    }
}
