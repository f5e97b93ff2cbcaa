package org.commonground.partnership.process;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

import org.commonground.engine.Choice;
import org.commonground.engine.For;
import org.commonground.engine.Step;
import org.commonground.engine.StepContext;
import org.commonground.foundation.Level;
import org.commonground.foundation.OrganisationId;
import org.commonground.organisation.OrganisationService;
import org.commonground.partnership.Aims;
import org.commonground.partnership.LessonsAtHand;
import org.commonground.partnership.Objective;
import org.commonground.partnership.PartnershipCard;
import org.commonground.partnership.PartnershipService;
import org.commonground.partnership.Place;
import org.commonground.partnership.ScaleUp;
import org.springframework.stereotype.Component;

/** What a partnership is for, said so clearly that the needed roles follow from it. */
@Component
@For("${partnerships.clarifiers(execution)}")
class ClarifyAims implements Step<ClarifyAims.Shown, ClarifyAims.Given> {

    private final PartnershipService partnerships;
    private final OrganisationService organisations;
    private final LessonsAtHand lessons;

    ClarifyAims(PartnershipService partnerships, OrganisationService organisations, LessonsAtHand lessons) {
        this.lessons = lessons;
        this.partnerships = partnerships;
        this.organisations = organisations;
    }

    @Override
    public Shown show(StepContext context) {
        PartnershipCard card = partnerships.card(context.partnership());
        List<LessonsAtHand.Near> near = lessons.of(card.id(), card.proposer());
        return new Shown(organisations.card(card.proposer()).name(), card.practice(), card.whyTogether(), near, choices(near),
                organisations.verified().stream().map(one -> new Choice(one.name(), one.id().code())).toList());
    }

    /** By their numbers: what was sent is kept as it was read, and the words of a lesson may be withdrawn. */
    private static List<Choice> choices(List<LessonsAtHand.Near> lessons) {
        return IntStream.range(0, lessons.size()).mapToObj(at -> new Choice("%d. %s".formatted(at + 1, lessons.get(at).source()),
                lessons.get(at).lesson().toString())).toList();
    }

    @Override
    public void take(Given given, StepContext context) {
        partnerships.clarifyAims(context.partnership(), given.aims(), context.person());
        lessons.buildOn(context.partnership(), given.builtOn(), context.person());
    }

    private static boolean isYes(String answer) {
        return "yes".equals(answer);
    }

    record Area(String name, Level level, String workedBefore) {

        Place place() {
            return new Place(name, level, isYes(workedBefore));
        }
    }

    record Shown(String proposer, String practice, String whyTogether, List<LessonsAtHand.Near> lessons, List<Choice> lessonChoices,
            List<Choice> organisations) {
    }

    record Given(String purpose, List<Objective> objectives, String targetParticipants, String participationMode, List<String> scaleUp,
            Level newPolicyLevel, List<Area> areas, String newChallenge, String expertise, int horizonMonths, String formalContract,
            String lead, Set<UUID> builtOn) {

        Aims aims() {
            return new Aims(purpose, objectives, targetParticipants, participationMode, kinds(), areas.stream().map(Area::place).toList(),
                    newChallenge, expertise, horizonMonths, isYes(formalContract), new OrganisationId(lead));
        }

        private ScaleUp kinds() {
            return new ScaleUp(scaleUp.contains("deeper"), scaleUp.contains("newArea"),
                    newPolicyLevel, scaleUp.contains("newParticipants"));
        }
    }
}
