package org.commonground.story;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Role;
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

/** Not every proposal becomes a partnership: an honest end, with its reason told to everybody who was asked. */
@ProcessTest
class NoCommonGroundStory {

    @Autowired
    private Clock clock;
    @Autowired
    private Stage stage;
    @Autowired
    private PartnershipService partnerships;

    @Test
    void two_who_want_different_things_part_with_a_reason() {
        Cast cast = stage.cast().fao();
        Actor coordinator = cast.coordinator();
        Actor fao = cast.actor("Fao", Role.EXPERT);
        Actor shop = cast.actor("Shop", Role.ALLY);
        String number = fao.starts("partnership", proposal("Cotton for the shop"));
        fao.completes("Clarify aims", number, aims(cast.code("Fao"), "Guntur", true));
        fao.completes("State own profile", number, profile("FAO", 4));
        Map<String, Object> shown = coordinator.opens("Nominate candidates", number);
        coordinator.completes("Nominate candidates", number, with("candidates", List.of(
                nominee(cast.code("Fao"), List.of("expert")),
                nominee(cast.code("Shop"), picked(shown, "roles", "Resource provider, national")))));
        shop.completes("Answer invitation", number, with("answer", "accept"));
        shop.completes("State profile", number, candidateProfile("Shop", 3));
        coordinator.completesFor(cast.code("Fao"), "Assess candidate", number, assessment(4));
        coordinator.completesFor(cast.code("Shop"), "Assess candidate", number, assessment(4));
        coordinator.completes("Find common ground", number, commonGround());

        assertThat(coordinator.isRefused("Select partners", number, with("outcome", "none"))).as("a reason is owed to all")
                .isEqualTo("“Why is there no common ground?” is missing: please fill it in.");
        String reason = "The shop wants a label, the farmers want schools; neither pays for the other.";
        coordinator.completes("Select partners", number, with("outcome", "none", "endReason", reason));
        assertThat(partnerships.card(new PartnershipId(number)).phase()).as("one who serves does not end it").isEqualTo(Phase.SELECTING);
        Map<String, Object> again = coordinator.opens("Select partners", number);
        assertThat((String) again.get("proposed")).contains("the coordinator proposed that the partnership ends here", reason);
        assertThat(again.get("outcomes").toString()).doesNotContain("none");
        assertThat(fao.opens("Decide on proposal", number)).containsEntry("why", reason).containsEntry("proposer", "the coordinator");
        fao.completes("Decide on proposal", number, with("voice", "for"));

        stage.assertThat(number).hasNoIncident();
        assertThat(partnerships.card(new PartnershipId(number)).phase()).isEqualTo(Phase.ENDED);
        stage.assertThat(number).isEnded();
        assertThat(fao.sees(number)).isEmpty();
    }

    @Test
    void two_who_see_nothing_together_part_before_they_negotiate() {
        Cast cast = stage.cast().fao();
        Course course = new Course(cast);
        List<String> two = List.of("Fao", "Ngo");
        String number = course.choosesPartners("Cotton and nothing else", Course.all(Role.IMPLEMENTER, two));
        two.forEach(code -> {
            Actor partner = cast.actor(code);
            partner.completes("Share vision", number, Answers.vision(code));
            partner.completes("Answer expectations", number, Answers.expectations(partner.opens("Answer expectations", number)));
        });
        cast.coordinator().completes("Draft shared vision", number, with("outcome", "none",
                "endReason", "One wants schools, the other a ginning mill."));
        cast.actor("Fao").completes("Decide on proposal", number, with("voice", "for"));
        cast.actor("Ngo").completes("Decide on proposal", number, with("voice", "against", "words", "We see schools with a mill."));
        assertThat(partnerships.card(new PartnershipId(number)).phase()).as("half are for it").isEqualTo(Phase.NEGOTIATING);
        assertThat(cast.coordinator().sees(number)).containsExactly("Draft shared vision");
        cast.coordinator().completes("Draft shared vision", number, with("outcome", "none", "endReason", "Still a mill."));
        two.forEach(code -> cast.actor(code).completes("Decide on proposal", number, with("voice", "for")));

        assertThat(partnerships.card(new PartnershipId(number)).phase()).isEqualTo(Phase.ENDED);
        stage.assertThat(number).isEnded();
        assertThat(cast.coordinator().sees(number)).isEmpty();
    }

    @Test
    void three_who_negotiate_in_good_faith_may_find_that_it_does_not_work() {
        Cast cast = stage.cast().fao().withMandates();
        Course course = new Course(cast);
        List<String> three = List.of("Fao", "Eu", "Ngo");
        Map<String, Role> roles = new LinkedHashMap<>();
        roles.put("Fao", Role.EXPERT);
        roles.put("Eu", Role.RESOURCE_PROVIDER);
        roles.put("Ngo", Role.IMPLEMENTER);
        String number = course.choosesPartners("Cotton or nothing", roles);
        course.findsVision(number, three);

        // Round after round one topic stays open; after the third nobody wants a mediator, after the fourth one helps, in vain.
        for (int round = 1; round <= 5; round++) {
            course.accept(number, List.of("Fao", "Ngo"));
            Actor eu = cast.actor("Eu");
            eu.completes("State positions", number, Answers.positions(eu.opens("State positions", number), "accept", 9, "object",
                    "We may not speak openly about our donors."));
            course.areReady(number, three);
            if (cast.coordinator().sees(number).contains("Hold mediation")) {
                assertThat(round).isIn(3, 4);
                Map<String, Object> mediation = Answers.mediation("The ombudsman of the state", LocalDate.now(clock));
                mediation.put("settled", "no");
                cast.coordinator().completes("Hold mediation", number, round == 3 ? with("held", "no") : mediation);
                assertThat((List<?>) cast.coordinator().opens("Reconcile positions", number).get("talks")).hasSize(round - 3);
            }
            if (round < 5) {
                cast.coordinator().completes("Reconcile positions", number,
                        Answers.reconciled(9, "The partners speak openly with each other, round " + round + "."));
            }
        }
        cast.coordinator().completes("Reconcile positions", number, with("outcome", "none",
                "endReason", "Openness is what the others need and what one may not give; nobody is to blame."));
        assertThat(cast.coordinator().sees(number)).contains("Reconcile positions");
        List.of("Fao", "Ngo").forEach(code -> cast.actor(code).completes("Decide on proposal", number, with("voice", "for")));
        cast.actor("Eu").completes("Decide on proposal", number, with("voice", "abstain"));

        assertThat(partnerships.card(new PartnershipId(number)).phase()).isEqualTo(Phase.ENDED);
        stage.assertThat(number).isEnded();
        assertThat(three).allSatisfy(code -> assertThat(cast.actor(code).sees(number)).isEmpty());
    }
}
