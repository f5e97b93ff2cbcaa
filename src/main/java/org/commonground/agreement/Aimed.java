package org.commonground.agreement;

import org.commonground.negotiation.AimTerms;
import org.commonground.partnership.ChangedAims;
import org.commonground.partnership.PartnershipCard;

/** What a partnership is called and for, as an amendment would have it. */
final class Aimed {

    private Aimed() {
    }

    /**
     * @param name    null where it stays
     * @param purpose null where it stays
     */
    static PartnershipCard with(PartnershipCard card, String name, String purpose, AimTerms aims) {
        boolean places = !aims.places().isEmpty();
        return card.with(new ChangedAims(name == null ? card.title() : name, purpose == null ? card.purpose() : purpose,
                aims.objectives().isEmpty() ? card.objectives() : aims.objectives(),
                places ? aims.targetParticipants() : card.targetParticipants(),
                places ? aims.participationMode() : card.participationMode(), places ? aims.places() : card.places()));
    }
}
