package org.commonground.partnership.process;

import java.util.List;

import org.commonground.engine.Answer;
import org.commonground.engine.StepContext;
import org.commonground.foundation.Level;
import org.commonground.foundation.OrganisationId;
import org.commonground.partnership.Aims;
import org.commonground.partnership.Objective;
import org.commonground.partnership.PartnershipService;
import org.commonground.partnership.Place;
import org.commonground.partnership.ScaleUp;
import org.springframework.stereotype.Component;

@Component
class ClarifyAimsAnswer implements Answer<ClarifyAimsAnswer.Given> {

    private final PartnershipService partnerships;

    ClarifyAimsAnswer(PartnershipService partnerships) {
        this.partnerships = partnerships;
    }

    @Override
    public void take(Given given, StepContext context) {
        partnerships.clarifyAims(context.partnership(), given.aims(), context.person());
    }

    record Given(String purpose, List<Objective> objectives, String targetParticipants, String participationMode, List<String> scaleUp,
            String newPolicyLevel, List<Area> areas, String newChallenge, String expertise, int horizonMonths, String formalContract,
            String lead) {

        Aims aims() {
            return new Aims(purpose, objectives, targetParticipants, participationMode, kinds(), areas.stream().map(Area::place).toList(),
                    newChallenge, expertise, horizonMonths, isYes(formalContract), new OrganisationId(lead));
        }

        private ScaleUp kinds() {
            return new ScaleUp(scaleUp.contains("deeper"), scaleUp.contains("newArea"),
                    newPolicyLevel == null ? null : Level.of(newPolicyLevel), scaleUp.contains("newParticipants"));
        }
    }

    record Area(String name, String level, String workedBefore) {

        Place place() {
            return new Place(name, Level.of(level), isYes(workedBefore));
        }
    }

    private static boolean isYes(String answer) {
        return "yes".equals(answer);
    }
}
