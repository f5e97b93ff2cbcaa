package org.commonground.partnership.process;

import java.util.List;

import org.commonground.engine.Step;
import org.commonground.engine.StepContext;
import org.commonground.engine.Takes;
import org.commonground.partnership.PartnershipCard;
import org.commonground.partnership.PartnershipService;
import org.commonground.partnership.RoleRule;
import org.commonground.partnership.ScaleUp;
import org.springframework.stereotype.Component;

/** The decision which roles the aims call for. */
@Component
@Takes("needed-roles")
class DetermineNeededRoles implements Step<DetermineNeededRoles.Shown, DetermineNeededRoles.Given> {

    private final PartnershipService partnerships;

    DetermineNeededRoles(PartnershipService partnerships) {
        this.partnerships = partnerships;
    }

    @Override
    public Shown show(StepContext context) {
        PartnershipCard card = partnerships.card(context.partnership());
        ScaleUp scaleUp = card.scaleUp();
        return new Shown(card.places().size(), scaleUp.deeper(), scaleUp.newArea(), scaleUp.newParticipants(),
                scaleUp.newPolicyLevel() == null ? "none" : scaleUp.newPolicyLevel().key(), card.newChallenge() != null, card.expertise(),
                card.nextLevel().key());
    }

    @Override
    public void take(Given given, StepContext context) {
        partnerships.determineNeededRoles(context.partnership(), given.rows());
    }

    /**
     * @param newPolicyLevel a level's key, or {@code none}
     * @param nextLevel      one above the highest of the areas
     */
    record Shown(int areas, boolean deeper, boolean newArea, boolean newParticipants, String newPolicyLevel, boolean newChallenge,
            String expertise, String nextLevel) {
    }

    record Given(List<RoleRule> rows) {
    }
}
