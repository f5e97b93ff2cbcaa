package org.commonground.withdrawal.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonground.stage.Stage.with;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.assertj.core.api.Assertions;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Refusal;
import org.commonground.foundation.Role;
import org.commonground.matter.MatterCard;
import org.commonground.matter.MatterService;
import org.commonground.partnership.PartnershipService;
import org.commonground.partnership.Phase;
import org.commonground.stage.Actor;
import org.commonground.stage.Cast;
import org.commonground.stage.ProcessTest;
import org.commonground.stage.Stage;
import org.commonground.story.Answers;
import org.commonground.story.Course;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A partner leaves before anything is signed, wherever the partners are just then: at once, and the others go on while two are left. */
@ProcessTest
class BeforeSigningTest {

    private static final String NOTICE = "Give notice";
    private static final String SIGN = "Sign agreement";
    private static final String CHECK = "Check agreement";

    @Autowired
    private Stage stage;
    @Autowired
    private PartnershipService partnerships;
    @Autowired
    private MatterService matters;

    private Cast cast;
    private Course course;
    private Actor coordinator;
    private String number;
    private List<String> codes;

    @BeforeEach
    void the_cast_is_there() {
        cast = stage.cast().fao().withMandates();
        course = new Course(cast);
        coordinator = cast.coordinator();
    }

    private void chosen(String... partners) {
        Map<String, Role> roles = new LinkedHashMap<>();
        roles.put("Ngo", Role.IMPLEMENTER);
        roles.put("Ffs", Role.PARTICIPANT);
        if (partners.length > 2) {
            roles.put("Eu", Role.RESOURCE_PROVIDER);
        }
        codes = List.of(partners);
        number = course.choosesPartners("A partner thinks again", roles);
    }

    @Test
    void while_the_vision_is_shared_nobody_waits_for_it_and_the_others_go_on() {
        chosen("Ngo", "Ffs", "Eu");
        Actor eu = cast.actor("Eu");
        raises(eu);
        assertThat(eu.opens(NOTICE, number)).containsEntry("unsigned", true).containsEntry("signed", false);
        eu.completes(NOTICE, number, with("outcome", "leave", "why", "We have no money this year."));
        assertThat(members()).doesNotContain(cast.code("Eu"));
        assertThat(eu.sees(number)).isEmpty();
        assertThat(only().outcome()).startsWith(cast.name("Eu") + " left on ");
        course.findsVision(number, List.of("Ngo", "Ffs"));
        stage.assertThat(number).hasNoIncident();
    }

    @Test
    void in_a_round_it_is_asked_no_more_and_the_only_one_local_who_leaves_does_not_end_it() {
        chosen("Ngo", "Ffs", "Eu");
        course.findsVision(number, codes);
        leaves("Ffs");
        assertThat(cast.actor("Ffs").sees(number)).isEmpty();
        course.accept(number, List.of("Ngo", "Eu"));
        course.areReady(number, List.of("Ngo", "Eu"));
        assertThat(partnerships.card(id()).phase()).isEqualTo(Phase.NEGOTIATING);
        assertThat(coordinator.sees(number)).contains(CHECK);
    }

    @Test
    void a_text_that_is_out_for_signature_is_void_and_the_others_sign_a_new_one() {
        chosen("Ngo", "Ffs", "Eu");
        toSign();
        cast.actor("Ngo").completes(SIGN, number, Answers.signature(cast.actor("Ngo").opens(SIGN, number)));
        leaves("Eu");
        assertThat(cast.actor("Ngo").sees(number)).as("nobody signs what holds no more").doesNotContain(SIGN);
        assertThat(coordinator.sees(number)).contains(CHECK);
        assertThat(coordinator.opens(CHECK, number)).containsEntry("version", 2);
        assertThat(members()).containsExactlyInAnyOrder(cast.code("Ngo"), cast.code("Ffs"));
        stage.assertThat(number).hasNoIncident();
    }

    @Test
    void it_leaves_while_the_coordinator_decides_about_missing_signatures() {
        chosen("Ngo", "Ffs", "Eu");
        toSign();
        stage.fires("Signing time over", number);
        assertThat(coordinator.sees(number)).contains("Decide on missing signatures");
        leaves("Eu");
        assertThat(coordinator.sees(number)).contains(CHECK).doesNotContain("Decide on missing signatures");
        stage.assertThat(number).hasNoIncident();
    }

    @Test
    void while_somebody_thinks_of_leaving_nothing_goes_out_for_signature() {
        chosen("Ngo", "Ffs", "Eu");
        reachesCheck();
        Actor eu = cast.actor("Eu");
        raises(eu);
        assertThat(coordinator.opens(CHECK, number).toString()).contains(
                cast.name("Eu") + " thinks of leaving. It says in “Give notice” whether it stays.");
        eu.completes(NOTICE, number, with("outcome", "stay"));
        assertThat(coordinator.opens(CHECK, number).toString()).doesNotContain("thinks of leaving");
    }

    @Test
    void one_of_two_leaves_and_it_ends_with_words() {
        chosen("Ngo", "Ffs");
        course.findsVision(number, codes);
        leaves("Ffs");
        ends();
    }

    @Test
    void one_of_two_leaves_while_the_vision_is_shared_or_the_text_is_signed() {
        chosen("Ngo", "Ffs");
        leaves("Ffs");
        ends();
        chosen("Ngo", "Ffs");
        toSign();
        leaves("Ffs");
        ends();
    }

    private void ends() {
        assertThat(partnerships.card(id()).phase()).isEqualTo(Phase.ENDED);
        assertThat(cast.actor("Ngo").sees(number)).isEmpty();
        assertThat(coordinator.sees(number)).isEmpty();
        stage.assertThat(number).isEnded();
    }

    @Test
    void who_left_in_another_way_or_has_nothing_to_leave_any_more_is_not_asked_for_notice() {
        chosen("Ngo", "Ffs", "Eu");
        Actor eu = cast.actor("Eu");
        raises(eu);
        partnerships.leave(id(), cast.id("Eu"), "No time", "x");
        stage.machineWorks();
        assertThat(eu.sees(number)).doesNotContain(NOTICE);
        assertThat(only().outcome()).isEqualTo(cast.name("Eu") + " has left already.");
        raises(cast.actor("Ffs"));
        course.findsVision(number, List.of("Ngo", "Ffs"));
        assertThat(told(() -> matters.raise(id(), "withdrawal", "Again", cast.actor("Ffs").user()))).startsWith(
                "Your organisation raised this on ");
    }

    @Test
    void when_the_partnership_ends_nobody_is_asked_for_notice() {
        chosen("Ngo", "Ffs", "Eu");
        raises(cast.actor("Eu"));
        leaves("Ffs");
        partnerships.leave(id(), cast.id("Ngo"), "No time", "x");
        partnerships.endWithoutCommonGround(id(), "Nobody is left", "x");
        stage.machineWorks();
        assertThat(cast.actor("Eu").sees(number)).doesNotContain(NOTICE);
        assertThat(matters.all(id())).extracting(one -> one.outcome()).contains("The partnership ended before.");
    }

    private void reachesCheck() {
        course.findsVision(number, codes);
        course.accept(number, codes);
        course.areReady(number, codes);
    }

    private void toSign() {
        reachesCheck();
        coordinator.completes(CHECK, number, Answers.released(coordinator.opens(CHECK, number)));
    }

    private void raises(Actor who) {
        who.starts("matter", with());
        who.completes("Describe matter", null, Answers.matter("withdrawal", number, "We have no money this year."));
    }

    private void leaves(String code) {
        raises(cast.actor(code));
        cast.actor(code).completes(NOTICE, number, with("outcome", "leave", "why", "We have no money this year."));
    }

    private MatterCard only() {
        assertThat(matters.all(id())).hasSize(1);
        return matters.all(id()).get(0);
    }

    private List<String> members() {
        return partnerships.memberIds(id()).stream().map(Object::toString).toList();
    }

    private PartnershipId id() {
        return new PartnershipId(number);
    }

    private static String told(Runnable deed) {
        return Assertions.catchThrowableOfType(Refusal.class, deed::run).sentence();
    }
}
