package org.commonground.parting;

import java.util.Optional;

import org.commonground.agreement.SigningService;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
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
    private final SelectionService selections;
    private final FounderService founders;
    private final NegotiationService negotiations;
    private final SigningService signing;
    private final ApplicationEventPublisher facts;

    FoundingParting(PartnershipService partnerships, SelectionService selections, FounderService founders,
            NegotiationService negotiations, SigningService signing, ApplicationEventPublisher facts) {
        this.partnerships = partnerships;
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

    /** One partner alone founds nothing: it ends here, and all who were asked are told. */
    void giveUp(PartnershipId partnership, String why, String person) {
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

    private Optional<NegotiationId> negotiation(PartnershipId partnership) {
        return negotiations.founding(partnership);
    }
}
