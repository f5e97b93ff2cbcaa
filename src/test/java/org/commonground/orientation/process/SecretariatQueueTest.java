package org.commonground.orientation.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.commonground.dispute.process.DisputeStage.DESCRIBE;
import static org.commonground.dispute.process.DisputeStage.SAY;
import static org.commonground.dispute.process.DisputeStage.TAKE_ON;
import static org.commonground.dispute.process.DisputeStage.WRITE;
import static org.commonground.dispute.process.DisputeStage.described;
import static org.commonground.dispute.process.DisputeStage.inDialogue;
import static org.commonground.stage.Stage.with;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.commonground.foundation.Level;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Role;
import org.commonground.foundation.SecretariatGroup;
import org.commonground.organisation.PeopleService;
import org.commonground.orientation.SecretariatQueue;
import org.commonground.partnership.Phase;
import org.commonground.stage.Actor;
import org.commonground.stage.ProcessTest;
import org.commonground.stage.ThreeAtWork;
import org.commonground.story.Answers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The people of a secretariat do the steps of the coordinator, in their partnership alone, and in no case of their own. */
@ProcessTest
class SecretariatQueueTest extends ThreeAtWork {

    private static final String NOMINATE = "Nominate candidates";
    private static final String SET_UP = "Set up secretariat";

    @Autowired
    private PeopleService people;
    @Autowired
    private SecretariatQueue queue;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private Clock clock;

    private Actor goi;
    private Actor clerk;

    @BeforeEach
    void four_work_together_and_look_for_a_fifth() {
        cast.organisation("Goi", "Government of India", Level.NATIONAL, "India", Role.DECISION_MAKER)
                .organisation("Una", "National University", Level.NATIONAL, "India", Role.EXPERT);
        goi = cast.actor("Goi");
        clerk = cast.colleague("Ngo", Role.IMPLEMENTER);
        areInForce("Fao", "Ngo", "Ffs", "Goi");
        raises(farmers, "accession", "We need somebody who measures.");
    }

    @Test
    void what_the_coordinator_was_asked_before_and_is_asked_later_is_theirs_too() {
        Task open = coordinator.task(NOMINATE, key);
        tasks().claim(open.getId(), coordinator.user());
        setsUp(clerk, fao);
        assertThat(coordinator.task(NOMINATE, key).getAssignee()).as("who holds it keeps it").isEqualTo(coordinator.user());
        tasks().setAssignee(open.getId(), null);
        assertThat(clerk.sees(key)).containsExactly(NOMINATE);
        assertThat(audience(NOMINATE)).contains(group(), "coordinator");
        assertThat(told(NOMINATE)).as("the coordinators heard of it before").hasSize(2)
                .anySatisfy(to -> assertThat(to).isEqualTo("GROUP " + group()));
        clerk.completes(NOMINATE, key, with("candidates", List.of(Answers.nominee(cast.code("Una"), List.of("expert")))));
        cast.actor("Una").completes("Answer invitation", key, with("answer", "accept"));
        cast.actor("Una").completes("State profile", key, Answers.profile(cast.code("Una"), 4));
        assertThat(coordinator.sees(key)).containsExactly("Assess candidate");
        assertThat(clerk.sees(key)).containsExactly("Assess candidate");
        assertThat(audience("Assess candidate")).contains(group());
        assertThat(told("Assess candidate")).singleElement().asString().contains("coordinator", group());
        clerk.completesFor(cast.code("Una"), "Assess candidate", key, Answers.assessment(4));
        assertThat(coordinator.sees(key)).containsExactly("Find common ground");
    }

    @Test
    void nobody_else_of_the_partners_sees_or_does_them() {
        setsUp(clerk, fao);
        String mine = key;
        Task task = coordinator.task(NOMINATE, mine);
        areInForce("Ffs", "Goi", "Ngo", "Fao");
        raises(farmers, "accession", "Here as well.");
        setsUp(goi);
        assertThat(goi.sees(key)).containsExactly(NOMINATE);
        assertThat(clerk.sees(key)).isEmpty();
        for (Actor stranger : List.of(goi, farmers, ngo)) {
            assertThat(stranger.sees(mine)).isEmpty();
            assertThatThrownBy(() -> stranger.as(() -> {
                stage.engine().getFormService().submitTaskForm(task.getId(), Map.of());
                return null;
            })).isInstanceOf(AuthorizationException.class);
            assertThatThrownBy(() -> stranger.as(() -> {
                tasks().claim(task.getId(), stranger.user());
                return null;
            })).isInstanceOf(AuthorizationException.class);
        }
        assertThat(coordinator.sees(mine)).as("who serves all").containsExactly(NOMINATE);
    }

    @Test
    void whoever_draws_a_step_for_them_is_not_obeyed_in_another_partnership() {
        setsUp(clerk);
        Task task = coordinator.task(NOMINATE, key);
        tasks().addCandidateGroup(task.getId(), cast.id("Goi").groupId());
        assertThat(goi.isRefused(NOMINATE, key, with("candidates", List.of()))).startsWith("This step is for the coordinator");
    }

    @Test
    void who_belongs_to_a_side_is_not_asked_and_a_neutral_colleague_is() {
        setsUp(clerk, fao);
        opensDispute();
        assertThat(coordinator.sees(key)).contains(TAKE_ON);
        assertThat(clerk.sees(key)).contains(TAKE_ON);
        assertThat(fao.sees(key)).contains(NOMINATE).doesNotContain(TAKE_ON);
        assertThat(audience(TAKE_ON)).contains(part("Ngo"), "coordinator").doesNotContain(part("Fao"));
        clerk.completes(TAKE_ON, key, with());
        assertThat(clerk.sees(key)).contains(WRITE);
        people.leave(cast.id("Ngo"), clerk.user(), ngo.user());
        assertThat(groupsOf(clerk)).isEmpty();
        assertThat(jdbc.sql("select count(*) from dispute where partnership = ? and helper is null").param(key).query(Integer.class)
                .single()).as("who is out helps no more").isOne();
    }

    @Test
    void where_all_of_them_belong_to_a_side_the_coordinators_are_asked_alone() {
        setsUp(fao, farmers);
        opensDispute();
        assertThat(audience(TAKE_ON)).isEqualTo("GROUP coordinator");
        assertThat(Stream.of(fao, farmers).flatMap(one -> one.sees(key).stream())).doesNotContain(TAKE_ON);
    }

    @Test
    void who_leaves_is_out_at_once_and_what_was_held_is_free() {
        setsUp(clerk, fao);
        tasks().claim(coordinator.task(NOMINATE, key).getId(), clerk.user());
        people.leave(cast.id("Ngo"), clerk.user(), ngo.user());
        assertThat(groupsOf(clerk)).isEmpty();
        assertThat(coordinator.task(NOMINATE, key).getAssignee()).isNull();
        assertThat(members()).containsExactly(fao.user());
        partnerships.leave(id, cast.id("Fao"), "No time.", "system");
        assertThat(fao.sees(key)).isEmpty();
        assertThat(members()).isEmpty();
        assertThat(queue.serving(id, Set.of())).isEmpty();
    }

    @Test
    void once_the_partnership_has_ended_nobody_is_in_it() {
        setsUp(clerk);
        assertThat(members()).containsExactly(clerk.user());
        partnerships.enter(id, Phase.CLOSING);
        partnerships.close(id, "It is done.");
        queue.keep(id);
        assertThat(members()).isEmpty();
    }

    @Test
    void people_are_named_from_those_who_have_an_account_and_each_once() {
        begins();
        assertThat(coordinator.opens(SET_UP, key).get("colleagues").toString()).contains(clerk.user(), "Second colleague, "
                + cast.name("Ngo")).doesNotContain(cast.actor("Una").user());
        Map<String, Object> stranger = Answers.secretariat(cast, "Fao", "Goi");
        stranger.put("people", List.of(Map.of("person", cast.actor("Una").user(), "duty", "Minutes")));
        assertThat(coordinator.isRefused(SET_UP, key, stranger)).contains("Who");
        Map<String, Object> twice = Answers.secretariat(cast, "Fao", "Goi");
        twice.put("people", List.of(Map.of("person", clerk.user(), "duty", "Minutes"), Map.of("person", clerk.user(), "duty", "Travel")));
        assertThat(coordinator.isRefused(SET_UP, key, twice)).isEqualTo(
                "Second colleague is named twice. Please name each person once, with all that person does.");
    }

    private void begins() {
        stage.engine().getRuntimeService().startProcessInstanceByKey("orientation", key);
        stage.machineWorks();
        coordinator.completes("Orient partners", key, Answers.orientation(LocalDate.now(clock), cast.code("Fao")));
    }

    private void setsUp(Actor... members) {
        begins();
        Map<String, Object> secretariat = Answers.secretariat(cast, "Fao", "Goi");
        secretariat.put("people", Stream.of(members).map(one -> Map.of("person", one.user(), "duty", "Minutes and travel")).toList());
        coordinator.completes(SET_UP, key, secretariat);
    }

    /** Between Fao and the farmers, who find no way in the dialogue. */
    private void opensDispute() {
        raises(farmers, "dispute", "The seed came late.");
        farmers.completes(DESCRIBE, key, described(cast, "The seed came late.", "Fao"));
        farmers.completes(SAY, key, inDialogue("moveOn", null, "No."));
        fao.completes(SAY, key, inDialogue("moveOn", null, "No."));
    }

    private TaskService tasks() {
        return stage.engine().getTaskService();
    }

    private String group() {
        return SecretariatGroup.of(id).id();
    }

    private String part(String code) {
        return new SecretariatGroup(id, cast.id(code)).id();
    }

    private List<String> groupsOf(Actor who) {
        return stage.engine().getIdentityService().createGroupQuery().groupMember(who.user()).list().stream()
                .map(one -> one.getId()).toList();
    }

    private List<String> members() {
        return stage.engine().getIdentityService().createUserQuery().memberOfGroup(group()).orderByUserId().asc().list().stream()
                .map(user -> user.getId()).toList();
    }

    /** To whom reminders go. */
    private String audience(String label) {
        return jdbc.sql("select audience from open_task where business_key = ? and label = ?").params(key, label).query(String.class)
                .single();
    }

    /** Who was told that it is there. */
    private List<String> told(String label) {
        return jdbc.sql("select audience from outbox where template = 'notice/task-opened' and content like ? and content like ?")
                .params("%" + label + "%", "%" + key + "%").query(String.class).list();
    }
}
