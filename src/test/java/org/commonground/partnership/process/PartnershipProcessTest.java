package org.commonground.partnership.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonground.stage.Stage.with;

import java.util.List;
import java.util.Map;

import org.commonground.foundation.Level;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Role;
import org.commonground.organisation.OrganisationService;
import org.commonground.partnership.PartnershipCard;
import org.commonground.partnership.PartnershipService;
import org.commonground.partnership.Phase;
import org.commonground.stage.Actor;
import org.commonground.stage.Cast;
import org.commonground.stage.ProcessTest;
import org.commonground.stage.Stage;
import org.commonground.stage.StatementCount;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ProcessTest
class PartnershipProcessTest {

    private static final Map<String, Object> PROPOSAL = with("title", "Cotton IPM", "practice",
            "Farmer Field Schools cut sprayings by half",
            "whyTogether", "We reach one district only");

    @Autowired
    Stage stage;
    @Autowired
    OrganisationService organisations;
    @Autowired
    PartnershipService partnerships;
    @Autowired
    StatementCount statements;

    private Cast cast;
    private Actor proposer;
    private Actor stranger;
    private Actor coordinator;

    @BeforeEach
    void two_organisations_and_a_coordinator() {
        cast = stage.cast()
                .organisation("Fao", "Food and Agriculture Organization", Level.NATIONAL, "India", Role.EXPERT)
                .organisation("Goi", "Government of India", Level.NATIONAL, "India", Role.DECISION_MAKER);
        proposer = cast.actor("Fao", Role.EXPERT);
        stranger = cast.actor("Goi", Role.DECISION_MAKER);
        coordinator = cast.coordinator();
    }

    @Test
    void what_was_proposed_waits_for_the_proposer_and_the_coordinator_only() {
        String number = proposer.starts("partnership", PROPOSAL);

        assertThat(number).matches("P-\\d{4}-\\d{4}");
        assertThat(proposer.sees(number)).containsExactly("Clarify aims");
        assertThat(coordinator.sees(number)).containsExactly("Clarify aims");
        assertThat(stranger.sees(number)).isEmpty();
    }

    @Test
    void who_belongs_to_no_organisation_reads_why_nothing_was_proposed() {
        assertThat(coordinator.mayNotStart("partnership", PROPOSAL))
                .isEqualTo("You belong to no organisation here. Ask the focal point of yours to invite you.");
    }

    @Test
    void the_form_shows_what_was_proposed_and_who_may_lead() {
        String number = proposer.starts("partnership", PROPOSAL);

        Map<String, Object> shown = coordinator.opens("Clarify aims", number);
        assertThat(shown).containsEntry("proposer", nameOf("Fao")).containsEntry("practice", PROPOSAL.get("practice"))
                .containsEntry("whyTogether", PROPOSAL.get("whyTogether"))
                .containsEntry("caseTitle", "Cotton IPM").containsEntry("caseNumber", number)
                .containsEntry("casePhase", "Clarifying the aims");
        assertThat(shown.get("organisations")).asList().contains(Map.of("label", nameOf("Goi"), "value", cast.code("Goi")));
    }

    @Test
    void aims_that_do_not_hold_together_are_refused_and_the_task_stays() {
        String number = proposer.starts("partnership", PROPOSAL);

        assertThat(refused(number, "objectives", List.of()))
                .isEqualTo("Please add at least one objective: what shall be reached, and how will you see it?");
        assertThat(refused(number, "areas", List.of()))
                .isEqualTo("Please add at least one area: where will the work be done?");
        assertThat(refused(number, "areas", List.of(area("Guntur", "yes"), area(" guntur", "no"))))
                .isEqualTo("The area “guntur” stands there twice. Please keep one of them.");
        assertThat(refused(number, "areas", List.of(area("Guntur", "yes"))))
                .isEqualTo("You chose “new area”, but in every area you named the work was done before. "
                        + "Please add the new area, or take the choice back.");
        assertThat(refused(number, "expertise", null)).isEqualTo("“Which kind of expertise does it need?” is missing: please fill it in.");
        assertThat(refused(number, "horizonMonths", 121)).isEqualTo("“For how many months?” must be at most 120.");
        assertThat(refused(number, "participationMode", null)).isEqualTo("“How do they take part?” is missing: please fill it in.");
        assertThat(refused(number, "lead", "Nobody"))
                .isEqualTo("“Lead organisation” does not offer this choice: please reload the page and choose again.");
        assertThat(proposer.sees(number)).containsExactly("Clarify aims");
        assertThat(partnerships.card(new PartnershipId(number)).purpose()).isNull();
    }

    @Test
    void from_clear_aims_follow_the_needed_roles_and_the_search_for_partners() {
        String number = proposer.starts("partnership", PROPOSAL);
        proposer.completes("Clarify aims", number, aims());
        assertThat(coordinator.sees(number)).as("nobody is looked for before somebody leads").containsExactly("Answer lead request");
        stranger.completes("Answer lead request", number, with("answer", "accept"));

        PartnershipCard card = partnerships.card(new PartnershipId(number));
        assertThat(card.lead()).isEqualTo(cast.id("Goi"));
        assertThat(card.phase()).isEqualTo(Phase.SELECTING);
        assertThat(partnerships.neededRoles(card.id())).extracting(needed -> needed.inWords() + ": " + needed.reason()).containsExactly(
                "Implementer, local, Guntur: Someone must carry out the activities.",
                "Implementer, local, Warangal: Someone must carry out the activities. "
                        + "In a new area the first implementer rarely has the mandate.",
                "Participant, local: There is no sustainable capacity development unless the target participants are involved.",
                "Resource provider, national: Who funded the start may not fund the scale.",
                "Expert, local, Warangal: A new area needs local partners who can adapt the work to local conditions.",
                "Decision maker, state: At a new policy level somebody must be able to decide. "
                        + "Work in several areas is decided one level higher.",
                "Expert, national (Entomology): A new challenge needs expertise that those present do not have.");
        assertThat(proposer.sees(number)).doesNotContain("Clarify aims");
        assertThat(coordinator.sees(number)).contains("Nominate candidates");
    }

    @Test
    void a_submission_is_thrifty() {
        String[] number = new String[1];
        assertThat(statements.during(() -> number[0] = proposer.starts("partnership", PROPOSAL))).hasSizeLessThanOrEqualTo(44);
        assertThat(statements.during(() -> proposer.submits("Clarify aims", number[0], aims()))).hasSizeLessThanOrEqualTo(44);
    }

    private String nameOf(String code) {
        return organisations.card(cast.id(code)).name();
    }

    private String refused(String number, String key, Object answer) {
        Map<String, Object> aims = aims();
        aims.put(key, answer);
        return proposer.isRefused("Clarify aims", number, aims);
    }

    private Map<String, Object> aims() {
        return with("purpose", "Bring integrated pest management to more cotton farmers",
                "objectives", List.of(with("wording", "Farmers spray less", "indicator", "Sprayings per season", "baseline", "12", "target",
                "5")),
                "targetParticipants", "Cotton farmers", "participationMode", "Their federation decides with us and trains others",
                "scaleUp", List.of("newArea", "newPolicyLevel"), "newPolicyLevel", "state",
                "areas", List.of(area("Guntur", "yes"), area("Warangal", "no")),
                "newChallenge", "Whitefly", "expertise", "Entomology", "horizonMonths", 36, "formalContract", "no", "lead",
                cast.code("Goi"));
    }

    private static Map<String, Object> area(String name, String workedBefore) {
        return with("name", name, "level", "local", "workedBefore", workedBefore);
    }
}
