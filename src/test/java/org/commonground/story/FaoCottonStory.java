package org.commonground.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Role;
import org.commonground.partnership.Member;
import org.commonground.partnership.PartnershipService;
import org.commonground.partnership.Phase;
import org.commonground.stage.Actor;
import org.commonground.stage.Cast;
import org.commonground.stage.ProcessTest;
import org.commonground.stage.Stage;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonground.stage.Stage.with;
import static org.commonground.story.Answers.aims;
import static org.commonground.story.Answers.assessment;
import static org.commonground.story.Answers.candidateProfile;
import static org.commonground.story.Answers.commonGround;
import static org.commonground.story.Answers.nominee;
import static org.commonground.story.Answers.picked;
import static org.commonground.story.Answers.profile;
import static org.commonground.story.Answers.proposal;

/**
 * FAO cotton IPM, part one: from the proposal to chosen partners, with eight organisations, while a second partnership of the
 * same people goes its own way at the same time.
 */
@ProcessTest
class FaoCottonStory {

    @Autowired
    private Stage stage;
    @Autowired
    private PartnershipService partnerships;

    private Cast cast;
    private Actor coordinator;

    @Test
    void eight_organisations_find_each_other_and_a_second_partnership_does_not_notice() {
        cast = stage.cast().fao();
        coordinator = cast.coordinator();
        Actor fao = cast.actor("Fao", Role.EXPERT);
        Actor ngo = cast.actor("Ngo", Role.IMPLEMENTER);

        // Two partnerships are proposed on the same day.
        String cotton = fao.starts("partnership", proposal("Cotton without poison"));
        String rice = ngo.starts("partnership", proposal("Rice without poison"));
        assertThat(fao.sees(cotton)).containsExactly("Clarify aims");
        assertThat(fao.sees(rice)).as("not FAO's proposal").isEmpty();
        assertThat(coordinator.sees(rice)).containsExactly("Clarify aims");

        // The proposer clarifies its aims: a new area, led by the government.
        fao.completes("Clarify aims", cotton, aims(cast.code("Goi"), "Guntur", false));
        ngo.completes("Clarify aims", rice, aims(cast.code("Ngo"), "Guntur", true));
        assertThat(partnerships.neededRoles(new PartnershipId(cotton))).extracting(role -> role.inWords()).containsExactlyInAnyOrder(
                "Implementer, local, Guntur", "Participant, local", "Resource provider, national", "Expert, local, Guntur");

        // The conveners say first who they are; meanwhile the coordinator nominates.
        cast.actor("Goi", Role.DECISION_MAKER).completes("State own profile", cotton, profile("GoI", 4));
        fao.completes("State own profile", cotton, profile("FAO", 5));
        nominateForCotton(cotton);
        assertThat(coordinator.sees(rice)).containsExactly("Nominate candidates", "State own profile");

        // Each candidate answers; the retail chain declines, and nobody sees another's task.
        for (String code : List.of("Eu", "Doa", "Cicr", "Ngo", "Ffs")) {
            someone(code).completes("Answer invitation", cotton, with("answer", "accept"));
        }
        someone("Shop").completes("Answer invitation", cotton, with("answer", "decline", "reason", "We buy no cotton this year."));
        assertThat(someone("Eu").sees(cotton)).containsExactly("State profile");
        assertThat(someone("Shop").sees(cotton)).isEmpty();

        for (String code : List.of("Eu", "Doa", "Cicr", "Ngo", "Ffs")) {
            someone(code).completes("State profile", cotton, candidateProfile(code, 4));
        }

        // The coordinator assesses everybody, conveners included; one fit is not clear.
        for (String code : List.of("Goi", "Fao", "Eu", "Doa", "Ngo", "Ffs")) {
            assess(cotton, code, assessment(4));
        }
        assess(cotton, "Cicr", assessment(4, "approach", 2));
        coordinator.completes("Judge partner fit", cotton, with("outcome", "include", "judgement", "Its approach can change with the schools."));

        coordinator.completes("Find common ground", cotton, commonGround());

        // Choosing is refused while a needed role has nobody; a waiver says why it goes on.
        Map<String, Object> shown = coordinator.opens("Select partners", cotton);
        List<Map<String, Object>> decisions = new ArrayList<>();
        for (Object candidate : (List<?>) shown.get("decisions")) {
            boolean declined = ((Map<?, ?>) candidate).get("organisation").equals(cast.code("Doa"));
            decisions.add(Map.of("organisation", ((Map<?, ?>) candidate).get("organisation"), "decision", declined ? "decline" : "include",
                    "reason", declined ? "The state joins when it has a budget line." : "It fits."));
        }
        assertThat(coordinator.isRefused("Select partners", cotton,
                with("outcome", "choose", "decisions", decisions, "waivers", List.of()))).contains("Still missing", "Expert, local, Guntur");
        coordinator.completes("Select partners", cotton, with("outcome", "choose", "decisions", decisions, "waivers",
                List.of(Map.of("role", picked(shown, "openRoles", "Expert, local, Guntur").get(0),
                        "reason", "The institute sends a specialist from the capital in the first season."))));

        // Partners are seated; the coordinator draws who needs to be connected with whom.
        coordinator.completes("Draw partnership web", cotton, with("links", List.of(
                Map.of("one", cast.code("Ngo"), "other", cast.code("Ffs"), "level", "local", "about", "Training of facilitators"),
                Map.of("one", cast.code("Goi"), "other", cast.code("Eu"), "level", "national", "about", "Release of funds"))));

        PartnershipId id = new PartnershipId(cotton);
        assertThat(partnerships.members(id)).extracting(Member::organisation).containsExactlyInAnyOrder(
                cast.id("Goi"), cast.id("Fao"), cast.id("Eu"), cast.id("Ngo"), cast.id("Ffs"), cast.id("Cicr"));
        assertThat(partnerships.links(id)).hasSize(2);
        assertThat(stage.engine().getRuntimeService().createProcessInstanceQuery().processInstanceBusinessKey(cotton).count()).isZero();

        // The other partnership still stands where it stood.
        assertThat(partnerships.card(new PartnershipId(rice)).phase()).isEqualTo(Phase.SELECTING);
        assertThat(coordinator.sees(rice)).containsExactly("Nominate candidates", "State own profile");
        assertThat(partnerships.members(new PartnershipId(rice))).isEmpty();
    }

    private void nominateForCotton(String cotton) {
        Map<String, Object> shown = coordinator.opens("Nominate candidates", cotton);
        List<String> resources = picked(shown, "roles", "Resource provider, national");
        List<String> implementer = picked(shown, "roles", "Implementer, local, Guntur");
        List<String> participant = picked(shown, "roles", "Participant, local");
        coordinator.completes("Nominate candidates", cotton, with("candidates", List.of(
                nominee(cast.code("Goi"), List.of("decisionMaker", resources.get(0))),
                nominee(cast.code("Fao"), List.of("expert")),
                nominee(cast.code("Eu"), resources),
                nominee(cast.code("Doa"), List.of("decisionMaker")),
                nominee(cast.code("Cicr"), List.of("expert")),
                nominee(cast.code("Ngo"), implementer),
                nominee(cast.code("Ffs"), List.of(participant.get(0), implementer.get(0))),
                nominee(cast.code("Shop"), List.of("ally")))));
    }

    /** The first person of the organisation. */
    private Actor someone(String code) {
        return switch (code) {
            case "Goi" -> cast.actor(code, Role.DECISION_MAKER);
            case "Fao", "Cicr" -> cast.actor(code, Role.EXPERT);
            case "Eu" -> cast.actor(code, Role.RESOURCE_PROVIDER);
            case "Doa" -> cast.actor(code, Role.DECISION_MAKER);
            case "Ngo" -> cast.actor(code, Role.IMPLEMENTER);
            case "Ffs" -> cast.actor(code, Role.PARTICIPANT);
            default -> cast.actor(code, Role.ALLY);
        };
    }

    private void assess(String partnership, String code, Map<String, Object> answers) {
        coordinator.completesFor(cast.code(code), "Assess candidate", partnership, answers);
    }
}
