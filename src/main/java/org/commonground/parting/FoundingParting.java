package org.commonground.parting;

import java.util.Optional;
import java.util.UUID;

import org.commonground.accession.AccessionService;
import org.commonground.agreement.SigningService;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.matter.MatterCard;
import org.commonground.matter.MatterService;
import org.commonground.negotiation.NegotiationId;
import org.commonground.negotiation.NegotiationService;
import org.commonground.partnership.PartnershipService;
import org.commonground.selection.SelectionService;
import org.commonground.vision.FounderService;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** How a partner parts while nothing is signed: from whatever the partners are at just then. */
@Component
class FoundingParting {

    private final PartnershipService partnerships;
    private static final String OVER = "The partnership ended before it began.";

    private final MatterService matters;
    private final AccessionService accessions;
    private final SelectionService selections;
    private final FounderService founders;
    private final NegotiationService negotiations;
    private final SigningService signing;
    private final ApplicationEventPublisher facts;

    FoundingParting(MatterService matters, AccessionService accessions, PartnershipService partnerships, SelectionService selections,
            FounderService founders, NegotiationService negotiations, SigningService signing, ApplicationEventPublisher facts) {
        this.partnerships = partnerships;
        this.matters = matters;
        this.accessions = accessions;
        this.selections = selections;
        this.founders = founders;
        this.negotiations = negotiations;
        this.signing = signing;
        this.facts = facts;
    }

    /** @return whether the room it leaves has told the others */
    boolean leave(PartnershipId partnership, OrganisationId leaver, String why, String person) {
        Optional<NegotiationId> negotiation = negotiation(partnership);
        if (founders.isUnderWay(partnership)) {
            founders.leave(partnership, leaver, why, person);
            return true;
        }
        if (negotiation.isPresent()) {
            signing.leave(negotiation.get(), leaver, why, person);
            return true;
        }
        partnerships.leave(partnership, leaver, why, person);
        return false;
    }

    /**
     * It ends here, and all who were asked are told; whatever was raised in it ends with it.
     *
     * @param own the matter by which it ends, which its room settles
     */
    void giveUp(PartnershipId partnership, UUID own, String why, String person) {
        settle(partnership, own);
        Optional<NegotiationId> negotiation = negotiation(partnership);
        if (founders.isUnderWay(partnership)) {
            founders.giveUp(partnership, why, person);
        } else if (negotiation.isPresent()) {
            signing.giveUp(negotiation.get(), why, person);
        } else {
            selections.endFounding(partnership, why, person);
        }
        facts.publishEvent(new FoundingGivenUp(partnership));
    }

    /** The scope in which these rooms run is cancelled with the partnership, so none of them settles anything any more. */
    private void settle(PartnershipId partnership, UUID own) {
        accessions.endAll(partnership, OVER);
        matters.open(partnership).stream().map(MatterCard::id).filter(one -> !one.equals(own)).forEach(one -> matters.end(one, OVER));
    }

    private Optional<NegotiationId> negotiation(PartnershipId partnership) {
        return negotiations.founding(partnership);
    }
}
