package org.commonground.accession.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonground.foundation.Role.EXPERT;
import static org.commonground.foundation.Role.PARTICIPANT;
import static org.commonground.stage.Stage.with;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.commonground.agreement.AgreementService;
import org.commonground.foundation.Level;
import org.commonground.foundation.PartnershipId;
import org.commonground.matter.MatterCard;
import org.commonground.matter.MatterService;
import org.commonground.negotiation.Topic;
import org.commonground.partnership.PartnershipService;
import org.commonground.partnership.Phase;
import org.commonground.stage.Actor;
import org.commonground.stage.Cast;
import org.commonground.stage.ProcessTest;
import org.commonground.stage.Stage;
import org.commonground.story.Answers;
import org.commonground.story.Course;
import org.commonground.vision.VisionService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Three found a partnership in its corridor; a university joins them before anything is signed, or comes too late for that. */
@ProcessTest
class BeforeSigningTest {

    private static final List<String> FOUNDERS = List.of("Fao", "Ngo", "Ffs");
    private static final String CONFIRM = "Confirm joining";
    private static final String STATE = "State positions";

    @Autowired
    private Stage stage;
    @Autowired
    private PartnershipService partnerships;
    @Autowired
    private MatterService matters;
    @Autowired
    private VisionService visions;
    @Autowired
    private AgreementService agreements;

    private Cast cast;
    private Course course;
    private Actor fao;
    private Actor una;
    private Actor coordinator;

    @BeforeEach
    void who_there_is() {
        cast = stage.cast().inTheField()
                .organisation("Coop", "Seed cooperative", Level.LOCAL, "Guntur", PARTICIPANT)
                .organisation("Una", "University", Level.LOCAL, "Guntur", EXPERT).withMandates();
        fao = cast.actor("Fao");
        una = cast.actor("Una");
        coordinator = cast.coordinator();
        course = new Course(cast);
    }

    private String chosen() {
        return course.choosesPartners("Cotton without poison", cast.roles("Fao", "Ngo", "Ffs"));
    }

    private void raised(String number) {
        fao.starts("matter", with());
        fao.completes("Describe matter", null, Answers.matter("accession", number, "We lack somebody who knows insects."));
    }

    private void consented(String number) {
        raised(number);
        course.findsNewcomers(number, Map.of("Una", EXPERT));
        assertThat(fao.opens("Give consent", number).get("rule").toString()).as("there is no agreement yet")
                .contains("the consent of all 3 partners");
        course.consent(number, FOUNDERS);
        coordinator.completes("Connect newcomer", number, with("links", List.of(with("other", cast.code("Ngo"), "level", "local", "about",
                "Insects"))));
    }

    private MatterCard matter(String number) {
        return matters.all(new PartnershipId(number)).stream().filter(one -> one.kind().key().equals("accession")).findFirst()
                .orElseThrow();
    }

    @Test
    void while_the_partners_are_looked_for_it_is_nominated_in_that_search() {
        String number = fao.starts("partnership", Answers.proposal("Cotton without poison"));
        fao.completes("Clarify aims", number, Answers.aims(cast.code("Fao"), "Guntur", true));
        assertThat(partnerships.card(new PartnershipId(number)).phase()).isEqualTo(Phase.SELECTING);
        assertThat(matters.objection(new PartnershipId(number), matters.kinds().stream().filter(one -> one.key().equals("accession"))
                .findFirst().orElseThrow())).hasValueSatisfying(sentence -> assertThat(sentence)
                        .contains("Please nominate it in the search that is under way"));
    }

    @Test
    void who_joins_while_the_visions_are_collected_shares_its_own() {
        String number = chosen();
        consented(number);
        assertThat(una.opens(CONFIRM, number)).containsEntry("envisioned", false);
        una.completes(CONFIRM, number, with("answer", "join"));
        assertThat(matter(number).outcome()).startsWith(cast.name("Una") + " joined on ");
        for (String code : FOUNDERS) {
            Actor partner = cast.actor(code);
            partner.completes("Share vision", number, Answers.vision(code));
            partner.completes("Answer expectations", number, Answers.expectations(partner.opens("Answer expectations", number)));
        }
        assertThat(una.sees(number)).as("nobody is missing but it").containsExactly("Share vision");
        stage.assertThat(number).hasNoIncident();
    }

    @Test
    void who_joins_in_the_middle_of_a_round_is_asked_in_it_and_signs_with_the_others() {
        String number = chosen();
        course.findsVision(number, FOUNDERS);
        course.accept(number, List.of("Fao"));
        consented(number);
        assertThat(una.opens(CONFIRM, number)).containsEntry("endorsed", true);
        una.completes(CONFIRM, number, with("answer", "join"));
        assertThat(una.sees(number)).as("the round of the others is not disturbed").isEmpty();
        course.accept(number, List.of("Ngo", "Ffs"));
        assertThat(una.sees(number)).containsExactly(STATE);
        assertThat(fao.sees(number)).as("nobody is asked twice").isEmpty();
        course.accept(number, List.of("Una"));
        course.areReady(number, List.of("Fao", "Ngo", "Ffs", "Una"));
        Map<String, Object> draft = coordinator.opens("Check agreement", number);
        assertThat(draft.get("missing").toString()).contains(cast.name("Una") + " as expert brings nothing yet.")
                .doesNotContain("has not endorsed");
        coordinator.completes("Check agreement", number, with("version", draft.get("version"), "outcome", "reopen", "topics",
                List.of(Topic.CONTRIBUTIONS.key()), "reason", "It brings something, too."));
        Map<String, Object> words = coordinator.opens("Reconcile positions", number);
        Map<String, Object> reconciled = Answers.reconciled(4, "Each brings its part.");
        List<Object> all = new ArrayList<>();
        FOUNDERS.forEach(one -> all.add(Answers.contribution(cast.code(one) + ":" + role(one))));
        all.add(Answers.contribution(cast.code("Una") + ":expert"));
        reconciled.put("contributions", all);
        assertThat(words.get("seats").toString()).contains(cast.code("Una"));
        coordinator.completes("Reconcile positions", number, reconciled);
        course.agrees(number, List.of("Fao", "Ngo", "Ffs", "Una"));
        course.isReleased(number);
        course.sign(number, List.of("Fao", "Ngo", "Ffs", "Una"));
        assertThat(agreements.paper(new PartnershipId(number), 2).signatures()).hasSize(4);
        assertThat(partnerships.card(new PartnershipId(number)).phase()).isEqualTo(Phase.IN_FORCE);
        stage.assertThat(number).hasNoIncident();
    }

    private static String role(String code) {
        return code.equals("Fao") ? "expert" : code.equals("Ngo") ? "implementer" : "participant";
    }

    @Test
    void who_does_not_confirm_or_says_nothing_stays_out() {
        String number = chosen();
        consented(number);
        assertThat(una.isRefused(CONFIRM, number, with("answer", "stayOut", "reason", ""))).isNotBlank();
        una.completes(CONFIRM, number, with("answer", "stayOut", "reason", "Our board said no."));
        assertThat(matter(number).outcome()).isEqualTo(cast.name("Una") + " does not join. Our board said no.");
        String other = chosen();
        consented(other);
        stage.fires("Time to confirm over", other);
        assertThat(matter(other).outcome()).isEqualTo(cast.name("Una") + " does not join. It has not answered in time.");
        assertThat(partnerships.partners(new PartnershipId(other))).hasSize(3);
    }

    @Test
    void nothing_goes_out_for_signature_while_it_is_open_and_once_it_is_out_it_has_to_wait() {
        String number = chosen();
        course.findsVision(number, FOUNDERS);
        raised(number);
        course.agrees(number, FOUNDERS);
        Map<String, Object> draft = coordinator.opens("Check agreement", number);
        assertThat(draft.get("missing").toString()).contains("It is still open whether somebody joins, as " + cast.name("Fao")
                + " proposed.");
        assertThat(coordinator.isRefused("Check agreement", number, Answers.released(draft))).isNotBlank();
        course.findsNewcomers(number, Map.of("Una", EXPERT));
        FOUNDERS.forEach(code -> cast.actor(code).completes("Give consent", number, Answers.consent(cast.actor(code).opens("Give consent",
                number), "no", "We are enough.")));
        assertThat(matter(number).outcome()).startsWith("Nobody joins.");
        course.isReleased(number);
        fao.starts("matter", with());
        assertThat(fao.isRefused("Describe matter", null, Answers.matter("accession", number, "Once more"))).contains(
                "Somebody new can join as soon as it is in force: please raise it then.");
        course.sign(number, FOUNDERS);
        assertThat(partnerships.card(new PartnershipId(number)).phase()).isEqualTo(Phase.IN_FORCE);
    }

    @Test
    void where_the_only_participant_on_the_spot_leaves_the_negotiation_another_takes_its_place() {
        String number = chosen();
        course.findsVision(number, FOUNDERS);
        Actor farmers = cast.actor("Ffs");
        farmers.starts("matter", with());
        farmers.completes("Describe matter", null, Answers.matter("withdrawal", number, "Our board said no."));
        farmers.completes("Give notice", number, with("outcome", "leave", "why", "Our board said no."));
        Map<String, Object> asked = coordinator.opens("Seek replacement", number);
        assertThat(asked.get("leaver")).isEqualTo(cast.name("Ffs"));
        coordinator.completes("Seek replacement", number, with("roles", ((List<?>) asked.get("roles")).stream().map(role -> with("key",
                ((Map<?, ?>) role).get("key"), "answer", "seek", "words", "")).toList()));
        course.agrees(number, List.of("Fao", "Ngo"));
        assertThat(coordinator.opens("Check agreement", number).get("missing").toString()).contains("It is still open whether somebody"
                + " joins", "Nobody takes the role");
        course.findsNewcomers(number, Map.of("Coop", PARTICIPANT));
        course.consent(number, List.of("Fao", "Ngo"));
        coordinator.completes("Connect newcomer", number, with("links", List.of()));
        cast.actor("Coop").completes(CONFIRM, number, with("answer", "join"));
        assertThat(partnerships.gaps(new PartnershipId(number))).isEmpty();
        Map<String, Object> draft = coordinator.opens("Check agreement", number);
        coordinator.completes("Check agreement", number, with("version", draft.get("version"), "outcome", "reopen", "topics",
                List.of(Topic.CONTRIBUTIONS.key()), "reason", "Somebody else carries it out."));
        Map<String, Object> reconciled = Answers.reconciled(4, "Each brings its part.");
        reconciled.put("contributions", List.of(Answers.contribution(cast.code("Fao") + ":expert"), Answers.contribution(cast.code("Ngo")
                + ":implementer"), Answers.contribution(cast.code("Coop") + ":participant")));
        coordinator.completes("Reconcile positions", number, reconciled);
        course.agrees(number, List.of("Fao", "Ngo", "Coop"));
        course.isReleased(number);
        course.sign(number, List.of("Fao", "Ngo", "Coop"));
        assertThat(partnerships.card(new PartnershipId(number)).phase()).isEqualTo(Phase.IN_FORCE);
        stage.assertThat(number).hasNoIncident();
    }

    @Test
    void it_ends_with_a_partnership_that_finds_no_common_ground() {
        String number = chosen();
        raised(number);
        FOUNDERS.forEach(code -> cast.actor(code).completes("Share vision", number, Answers.vision(code)));
        Stream.of("Ngo", "Ffs").forEach(code -> cast.actor(code).completes("Answer expectations", number, Answers.expectations(
                cast.actor(code).opens("Answer expectations", number))));
        fao.completes("Answer expectations", number, Answers.expectations(fao.opens("Answer expectations", number)));
        coordinator.completes("Draft shared vision", number, with("outcome", "none", "endReason", "They do not see the same."));
        FOUNDERS.forEach(code -> cast.actor(code).completes("Decide on proposal", number, with("voice", "for")));
        assertThat(matter(number).outcome()).startsWith("Nobody joins. ");
        stage.assertThat(number).isEnded();
    }
}
