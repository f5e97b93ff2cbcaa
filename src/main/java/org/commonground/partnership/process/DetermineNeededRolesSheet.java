package org.commonground.partnership.process;

import org.commonground.engine.Sheet;
import org.commonground.engine.StepContext;
import org.commonground.partnership.PartnershipCard;
import org.commonground.partnership.PartnershipService;
import org.commonground.partnership.ScaleUp;
import org.springframework.stereotype.Component;

@Component
class DetermineNeededRolesSheet implements Sheet<DetermineNeededRolesSheet.Shown> {

    private final PartnershipService partnerships;

    DetermineNeededRolesSheet(PartnershipService partnerships) {
        this.partnerships = partnerships;
    }

    @Override
    public Shown read(StepContext context) {
        PartnershipCard card = partnerships.card(context.partnership());
        ScaleUp scaleUp = card.scaleUp();
        return new Shown(card.places().size(), scaleUp.deeper(), scaleUp.newArea(), scaleUp.newParticipants(),
                scaleUp.newPolicyLevel() == null ? "none" : scaleUp.newPolicyLevel().key(), card.newChallenge() != null, card.expertise(),
                card.nextLevel().key());
    }

    /**
     * @param newPolicyLevel a level's key, or {@code none}
     * @param nextLevel      one above the highest of the areas
     */
    record Shown(int areas, boolean deeper, boolean newArea, boolean newParticipants, String newPolicyLevel, boolean newChallenge,
            String expertise, String nextLevel) {
    }
}
