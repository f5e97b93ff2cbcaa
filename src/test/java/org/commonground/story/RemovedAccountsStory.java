package org.commonground.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonground.foundation.Role.EXPERT;
import static org.commonground.foundation.Role.IMPLEMENTER;
import static org.commonground.foundation.Role.PARTICIPANT;
import static org.commonground.stage.Stage.with;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.camunda.bpm.engine.IdentityService;
import org.commonground.engine.Variable;
import org.commonground.foundation.Level;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Role;
import org.commonground.matter.MatterService;
import org.commonground.partnership.Actions;
import org.commonground.partnership.AgreedAction;
import org.commonground.partnership.PartnershipService;
import org.commonground.stage.Actor;
import org.commonground.stage.Cast;
import org.commonground.stage.Ladder;
import org.commonground.stage.ProcessTest;
import org.commonground.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * An administrator removes accounts while others wait for these people: who leaves, who would take something over, the only person of who
 * would join, a coordinator. What they held goes to colleagues where there are any; where there are none, time passes over it.
 */
@ProcessTest
class RemovedAccountsStory {

    private static final String OFFER = "Offer what is held";
    private static final String TAKE = "Take over offers";
    private static final String CHECK = "Check agreement";
    private static final String SIGN = "Sign agreement";
    private static final String FENCE = "Mend the fence";

    @Autowired
    private Stage stage;
    @Autowired
    private Ladder ladder;
    @Autowired
    private PartnershipService partnerships;
    @Autowired
    private Actions actions;
    @Autowired
    private MatterService matters;
    @Autowired
    private Clock clock;

    private Cast cast;
    private Course course;
    private Actor fao;
    private Actor ngo;
    private Actor farmers;
    private Actor coordinator;
    private PartnershipId id;
    private String key;

    @BeforeEach
    void three_partners_work_together() {
        cast = stage.cast().organisation("Fao", "FAO", Level.NATIONAL, "India", EXPERT)
                .organisation("Ngo", "Facilitating NGO", Level.LOCAL, "Guntur", IMPLEMENTER)
                .organisation("Ffs", "Alumni federation", Level.LOCAL, "Guntur", PARTICIPANT)
                .organisation("Una", "University", Level.LOCAL, "Guntur", EXPERT).withMandates();
        course = new Course(cast);
        fao = cast.actor("Fao");
        ngo = cast.actor("Ngo");
        farmers = cast.actor("Ffs");
        coordinator = cast.coordinator();
        Map<OrganisationId, Role> partners = new LinkedHashMap<>();
        partners.put(cast.id("Fao"), EXPERT);
        partners.put(cast.id("Ngo"), IMPLEMENTER);
        partners.put(cast.id("Ffs"), PARTICIPANT);
        id = ladder.inForce(partners);
        key = id.value();
        actions.agree(id, "Review 1", List.of(new AgreedAction("Goats", FENCE, cast.id("Ngo"), today().plusYears(1), cast.id("Fao"))),
                fao.user());
    }

    @Test
    void what_somebody_had_taken_goes_back_to_the_colleagues() {
        Actor colleague = cast.colleague("Ffs", PARTICIPANT);
        leaves();
        offersTheFence();
        takes(farmers, TAKE);
        removed(farmers);
        assertThat(colleague.task(TAKE, key).getAssignee()).isNull();
        colleague.completes(TAKE, key, with("things", List.of(with("key", thing(colleague, TAKE).get("key"), "answer", "take"))));
        assertThat(owner()).isEqualTo(cast.id("Ffs"));
    }

    @Test
    void where_the_only_one_who_could_take_it_is_gone_it_can_be_offered_again() {
        UUID matter = leaves();
        offersTheFence();
        removed(farmers);
        stage.fires("Offer time over", key);
        assertThat(ngo.opens(OFFER, key).get("offered").toString()).contains(cast.name("Ffs") + ": was not answered");
        ngo.completes(OFFER, key, with("outcome", "offer", "things", List.of(with("key", thing(ngo, OFFER).get("key"), "to",
                "release"))));
        fao.completes("Decide on releases", key, with("things", List.of(with("key", thing(fao, "Decide on releases").get("key"), "answer",
                "release", "words", "There are no goats any more."))));
        assertThat(actions.open(id)).isEmpty();
        stage.fires("Last day come", key);
        assertThat(matters.card(matter).outcome()).contains(" left on ");
    }

    @Test
    void where_the_only_one_who_leaves_is_gone_the_day_comes_all_the_same() {
        UUID matter = leaves();
        removed(ngo);
        stage.fires("Last day come", key);
        farmers.completes("Settle what is left", key, with("things", ((List<?>) farmers.opens("Settle what is left", key).get("things"))
                .stream().map(one -> with("key", ((Map<?, ?>) one).get("key"), "answer", "take")).toList()));
        assertThat(matters.card(matter).outcome()).contains(" left on ");
        assertThat(partnerships.memberIds(id)).doesNotContain(cast.id("Ngo"));
        assertThat(owner()).isEqualTo(cast.id("Ffs"));
    }

    @Test
    void who_would_join_and_has_nobody_left_is_not_asked_to_sign_and_does_not_join() {
        UUID matter = consented();
        removed(cast.actor("Una"));
        Map<String, Object> draft = coordinator.opens(CHECK, key);
        assertThat(draft.get("missing").toString()).contains("Nobody may sign for " + cast.name("Una") + " today.");
        assertThat(coordinator.isRefused(CHECK, key, Answers.released(draft))).contains("Nobody may sign for " + cast.name("Una"));
        coordinator.completes(CHECK, key, with("version", draft.get("version"), "outcome", "end", "waivers", List.of(), "steps", List.of(),
                "reason", "Nobody is there who could sign."));
        assertThat(matters.card(matter).outcome()).endsWith("does not join. Nobody is there who could sign.");
        stage.assertThat(key).isEnded();
    }

    @Test
    void who_would_join_and_is_gone_when_it_should_sign_does_not_join() {
        UUID matter = consented();
        course.isReleased(key);
        removed(cast.actor("Una"));
        stage.fires("Signing time over", key);
        coordinator.completes("Decide on missing signatures", key, with("decision", "stop", "reason", "Nobody answers"));
        assertThat(matters.card(matter).outcome()).endsWith("does not join. Nobody answers");
        stage.assertThat(key).isEnded();
    }

    @Test
    void what_a_coordinator_had_taken_another_one_does() {
        IdentityService identities = stage.engine().getIdentityService();
        identities.saveUser(identities.newUser("secondBroker"));
        identities.createMembership("secondBroker", "coordinator");
        Actor second = stage.actor("secondBroker");
        UUID matter = raised("accession", ngo);
        takes(second, "Nominate candidates");
        removed(second);
        assertThat(coordinator.task("Nominate candidates", key).getAssignee()).isNull();
        course.findsNewcomers(key, Map.of("Una", EXPERT));
        course.consent(key, List.of("Fao", "Ngo", "Ffs"));
        assertThat(coordinator.sees(key)).containsExactly("Connect newcomer");
        assertThat(matters.card(matter).outcome()).isNull();
    }

    private UUID leaves() {
        UUID matter = raised("withdrawal", ngo);
        ngo.completes("Give notice", key, with("outcome", "leave", "effective", today().plusMonths(4).toString(), "why", "It ends."));
        return matter;
    }

    private UUID consented() {
        UUID matter = raised("accession", ngo);
        course.findsNewcomers(key, Map.of("Una", EXPERT));
        course.consent(key, List.of("Fao", "Ngo", "Ffs"));
        coordinator.completes("Connect newcomer", key, with("links", List.of()));
        return matter;
    }

    private UUID raised(String kind, Actor who) {
        UUID matter = matters.raise(id, kind, "Our programme ends.", who.user());
        stage.engine().getRuntimeService().startProcessInstanceByKey(kind, key, Map.of(Variable.MATTER.name(), matter.toString()));
        stage.machineWorks();
        return matter;
    }

    private void offersTheFence() {
        ngo.completes(OFFER, key, with("outcome", "offer", "things", List.of(with("key", thing(ngo, OFFER).get("key"), "to",
                cast.code("Ffs")))));
    }

    private static Map<?, ?> thing(Actor who, String step, String number) {
        return ((List<?>) who.opens(step, number).get("things")).stream().map(one -> (Map<?, ?>) one)
                .filter(one -> one.get("what").toString().contains(FENCE)).findFirst().orElseThrow();
    }

    private Map<?, ?> thing(Actor who, String step) {
        return thing(who, step, key);
    }

    private void takes(Actor who, String step) {
        stage.engine().getTaskService().claim(who.task(step, key).getId(), who.user());
    }

    private void removed(Actor who) {
        stage.engine().getIdentityService().deleteUser(who.user());
        stage.machineWorks();
    }

    private OrganisationId owner() {
        return actions.all(id).stream().filter(one -> one.what().equals(FENCE)).findFirst().orElseThrow().owner();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
