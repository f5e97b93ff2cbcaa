package org.commonground.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.runtime.Job;
import org.commonground.foundation.Level;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.Refusal;
import org.commonground.foundation.Role;
import org.commonground.organisation.OrganisationService;
import org.commonground.stage.Actor;
import org.commonground.stage.Cast;
import org.commonground.stage.ProcessTest;
import org.commonground.stage.Stage;
import org.commonground.story.Answers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.commonground.stage.Stage.with;

/** A designer may draw as he likes: he answers for nobody, and reads nobody's case. */
@ProcessTest
class TurnsTest {

    private static final String VERIFY = "verify-organisation";

    @Autowired
    private Stage stage;
    @Autowired
    private ProcessEngine engine;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private OrganisationService organisations;

    private final List<String> deployed = new ArrayList<>();
    private Cast cast;
    private Actor designer;
    private Actor coordinator;

    @BeforeEach
    void people_are_there() {
        cast = stage.cast().organisation("Fao", "Food and Agriculture Organization", Level.NATIONAL, "India",
                Role.EXPERT).organisation("Ngo", "Facilitating NGO", Level.LOCAL, "Guntur", Role.IMPLEMENTER);
        designer = alsoIn("partner", stage.staff("designer"));
        coordinator = stage.staff("coordinator");
    }

    @AfterEach
    void what_was_drawn_goes() {
        deployed.forEach(id -> engine.getRepositoryService().deleteDeployment(id, true));
    }

    // A process of one's own

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "userTask|camunda:formRef='verify-organisation' camunda:formRefBinding='deployment'|organisation",
            "userTask|xmlns:a='http://activiti.org/bpmn' a:formRef='verify-organisation'|organisation",
            "businessRuleTask|camunda:decisionRef='partner-fit'|candidate",
            "serviceTask|camunda:delegateExpression='${sealAgreementDelegate}'|agreement",
            "serviceTask|camunda:delegateExpression=' #{ openAccountsDelegate } '|organisation"})
    void a_box_of_a_room_is_refused_in_a_process_of_ones_own(String kind, String asks, String room) {
        String diagram = process("theft", "<%s id='it' name='Help myself' %s/>".formatted(kind, asks));
        assertThatThrownBy(() -> deploy(Map.of("theft.bpmn", diagram))).isInstanceOf(BadUserRequestException.class).hasMessage(
                "“Help myself” belongs to the room “%s” and cannot be used in “theft”. Please give it a form, a decision".formatted(room)
                        + " or code of its own.");
    }

    @Test
    void a_listener_that_names_the_machine_of_a_room_is_refused_too() {
        assertThatThrownBy(() -> deploy(Map.of("theft.bpmn", process("theft", """
                <userTask id='it' name='Help myself'><extensionElements>
                  <camunda:executionListener event='start' delegateExpression='${sealAgreementDelegate}'/>
                </extensionElements></userTask>""")))).hasMessageContaining("belongs to the room “agreement”");
    }

    @Test
    void a_form_that_is_found_out_when_it_runs_is_refused_when_it_runs() throws IOException {
        String code = registered("Theft");
        deploy(Map.of("theft.bpmn", process("theft", """
                <userTask id='it' name='Help myself' camunda:formRef="${'verify-organisation'}" camunda:formRefBinding='deployment'
                  camunda:candidateGroups='designer'/>"""), VERIFY + ".form", form("organisation", VERIFY)));
        engine.getRuntimeService().startProcessInstanceByKey("theft", code);
        String sentence = "“verify-organisation” belongs to the room “organisation” and cannot be used in “theft”. Please tell whoever drew"
                + " this step.";

        assertThat(designer.sees(code)).containsExactly("Help myself");
        assertThat(told(() -> designer.opens("Help myself", code))).isEqualTo(sentence);
        assertThat(designer.isRefused("Help myself", code, with("outcome", "verified"))).isEqualTo(sentence);
        assertThat(organisations.card(new OrganisationId(code)).verified()).isFalse();
    }

    @Test
    void a_machine_of_a_room_does_nothing_in_a_diagram_from_before_this_was_asked() {
        String code = registered("Machine");
        deploy(Map.of("theft.bpmn", process("theft", "<serviceTask id='it' name='Help myself' camunda:asyncBefore='true'"
                + " camunda:delegateExpression='${openAccountsDelegate}'/>").replace("process id='theft'", "process id='organisation'")));
        // As it would stand in the database from before.
        jdbc.sql("update ACT_GE_BYTEARRAY set BYTES_ = ? where NAME_ = 'theft.bpmn'").param(process("theft",
                "<serviceTask id='it' name='Help myself' camunda:asyncBefore='true' camunda:delegateExpression='${openAccountsDelegate}'/>")
                .getBytes(StandardCharsets.UTF_8)).update();
        jdbc.sql("update ACT_RE_PROCDEF set KEY_ = 'theft' where RESOURCE_NAME_ = 'theft.bpmn'").update();
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getDeploymentCache().discardProcessDefinitionCache();
        String instance = engine.getRuntimeService().startProcessInstanceByKey("theft", code).getId();
        Job job = engine.getManagementService().createJobQuery().processInstanceId(instance).singleResult();

        assertThatThrownBy(() -> engine.getManagementService().executeJob(job.getId())).isInstanceOf(Refusal.class).hasMessage(
                "This box of the machine belongs to the room “organisation” and cannot be used in “theft”. Please tell whoever drew this"
                        + " step.");
    }

    // A case of one's choice

    @Test
    void a_call_cannot_choose_whose_case_it_is_about() {
        String cotton = cast.actor("Fao").starts("partnership", Answers.proposal("Cotton at a price"));
        deploy(Map.of("peep.bpmn", process("peep", """
                <callActivity id='it' name='Peep' calledElement='closure'><extensionElements>
                  <camunda:in businessKey="#{'%s'}"/></extensionElements></callActivity>""".formatted(cotton))));

        assertThatThrownBy(() -> engine.getRuntimeService().startProcessInstanceByKey("peep")).isInstanceOf(Refusal.class)
                .hasMessage("What is called works on the case of its caller. Please tell whoever drew this call to hand on"
                        + " #{execution.processBusinessKey} as its business key.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "<messageEventDefinition messageRef='m'/>",
            "<timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition>",
            "<signalEventDefinition signalRef='s'/>"})
    void a_message_begins_no_case(String definition) {
        String diagram = process("peep", "<userTask id='it' name='Peep'/>").replace("<startEvent id='start'/>",
                "<startEvent id='start' name='Heard'>" + definition + "</startEvent>");
        assertThatThrownBy(() -> deploy(Map.of("peep.bpmn", diagram))).isInstanceOf(BadUserRequestException.class).hasMessage(
                "“Heard” begins a case with a message, a signal, a time or a condition. A case begins with its form, or another calls it.");
    }

    @Test
    void a_room_works_with_cases_of_its_own_kind() {
        String code = cast.code("Fao");
        engine.getRuntimeService().createProcessInstanceByKey("closure").businessKey(code).startBeforeActivity("Task_ChooseTrajectory")
                .execute();

        assertThat(told(() -> coordinator.opens("Choose trajectory", code)))
                .isEqualTo("There is no partnership with this number. A case number looks like P-2026-0007.");
        assertThat(coordinator.isRefused("Choose trajectory", code, Answers.trajectory("completed", "It is done.")))
                .isEqualTo("There is no partnership with this number. A case number looks like P-2026-0007.");
    }

    // A new version of a shipped diagram

    @Test
    void whom_a_box_is_for_is_not_said_by_whoever_draws_it_anew() throws IOException {
        deploy(Map.of("processes/organisation.bpmn", Files.readString(Path.of("processes/organisation.bpmn")).replace(
                        "camunda:candidateGroups=\"${organisations.neutralCoordinators(execution)}\"",
                        "camunda:candidateGroups=\"designer\""),
                VERIFY + ".form", form("organisation", VERIFY),
                "register-organisation.form", form("organisation", "register-organisation"),
                "complete-registration.form", form("organisation", "complete-registration"),
                "resolve-flag.form", form("organisation", "resolve-flag"), "decide-on-flag.form", form("organisation", "decide-on-flag"),
                "update-people.form", form("organisation", "update-people"),
                "renew-registration.form", form("organisation", "renew-registration")));
        String code = registered("Anew");

        assertThat(designer.sees(code)).containsExactly("Verify organisation");
        assertThat(told(() -> designer.opens("Verify organisation", code))).isEqualTo("This step is for the coordinator.");
        assertThat(designer.isRefused("Verify organisation", code, with("outcome", "verified")))
                .isEqualTo("This step is for the coordinator.");
        assertThat(organisations.card(new OrganisationId(code)).verified()).isFalse();
        assertThat(coordinator.opens("Verify organisation", code)).containsEntry("caseNumber", code);
    }

    @Test
    void a_partner_does_not_answer_for_another() throws IOException {
        deploy(Map.of("processes/partnership.bpmn", Files.readString(Path.of("processes/partnership.bpmn")).replace(
                        "camunda:candidateGroups=\"${partnerships.clarifiers(execution)}\"", "camunda:candidateGroups=\"partner\""),
                "propose-partnership.form", form("partnership", "propose-partnership"),
                "clarify-aims.form", form("partnership", "clarify-aims")));
        String cotton = cast.actor("Fao").starts("partnership", Answers.proposal("Cotton at a price"));
        Actor ngo = cast.actor("Ngo");
        String sentence = "This step is for people of %s or the coordinator.".formatted(cast.name("Fao"));

        assertThat(ngo.sees(cotton)).containsExactly("Clarify aims");
        assertThat(told(() -> ngo.opens("Clarify aims", cotton))).isEqualTo(sentence);
        assertThat(ngo.isRefused("Clarify aims", cotton, Answers.aims(cast.code("Ngo"), "Guntur", true))).isEqualTo(sentence);
        cast.actor("Fao").completes("Clarify aims", cotton, Answers.aims(cast.code("Fao"), "Guntur", true));
    }

    // Who may look, who may begin

    @Test
    void who_watches_sees_a_step_and_does_not_answer_it() {
        String cotton = cast.actor("Fao").starts("partnership", Answers.proposal("Cotton at a price"));
        Actor manager = stage.staff("manager");

        assertThat(manager.opens("Clarify aims", cotton)).containsEntry("caseNumber", cotton);
        assertThatThrownBy(() -> manager.submits("Clarify aims", cotton, Answers.aims(cast.code("Fao"), "Guntur", true)))
                .isInstanceOf(AuthorizationException.class);
        assertThat(told(() -> administrator("turnsAdministrator").opens("Clarify aims", cotton)))
                .isEqualTo("This step is for people of %s or the coordinator.".formatted(cast.name("Fao")));
    }

    @Test
    void an_administrator_begins_nothing_in_the_name_of_others() {
        Actor administrator = alsoIn("manager", administrator("turnsAdministratorWhoWatches"));
        assertThat(administrator.mayNotStart("organisation", registration("Admin"))).isEqualTo("This step is for the coordinator.");
        assertThat(administrator.mayNotStart("partnership", Answers.proposal("Mine")))
                .isEqualTo("This step is for people of partner organisations or the coordinator.");
    }

    // Who holds a step

    @Test
    void who_holds_a_step_alone_sends_it() {
        Actor expert = cast.actor("Fao");
        Actor colleague = cast.colleague("Fao", Role.EXPERT);
        String cotton = expert.starts("partnership", Answers.proposal("Cotton at a price"));
        Map<String, Object> aims = Answers.aims(cast.code("Fao"), "Guntur", true);
        String task = expert.task("Clarify aims", cotton).getId();
        take(expert, task);
        Runnable fromTheOpenPage = expert.submission("Clarify aims", cotton, aims);
        free(expert, task);
        take(colleague, task);

        assertThat(told(fromTheOpenPage)).isEqualTo("Second colleague has this step now.");
        assertThat(expert.sees(cotton)).containsExactly("Clarify aims");
        colleague.completes("Clarify aims", cotton, aims);
        assertThat(engine.getHistoryService().createHistoricTaskInstanceQuery().taskId(task).singleResult().getAssignee())
                .isEqualTo(colleague.user());
    }

    @Test
    void a_step_that_nobody_holds_is_sent_by_any_of_those_it_is_for() {
        String cotton = cast.actor("Fao").starts("partnership", Answers.proposal("Cotton at a price"));
        coordinator.completes("Clarify aims", cotton, Answers.aims(cast.code("Fao"), "Guntur", true));
        assertThat(coordinator.sees(cotton)).doesNotContain("Clarify aims");
    }

    @Test
    void what_is_freed_is_noted_and_told_to_the_person_who_held_it() {
        Actor expert = cast.actor("Fao");
        Actor colleague = cast.colleague("Fao", Role.EXPERT);
        String cotton = expert.starts("partnership", Answers.proposal("Cotton at a price"));
        String task = expert.task("Clarify aims", cotton).getId();
        take(expert, task);
        free(expert, task);
        assertThat(mailsAbout(task)).as("nobody hears of what people do with steps of their own").isEmpty();

        take(expert, task);
        free(colleague, task);
        take(expert, task);
        free(coordinator, task);

        assertThat(mailsAbout(task)).hasSize(2).allSatisfy(mail -> assertThat(mail).contains("Clarify aims"))
                .anySatisfy(mail -> assertThat(mail).contains("Second colleague"));
        assertThat(jdbc.sql("select audience from outbox where template = 'notice/task-freed' and task_id = ?").param(task)
                .query(String.class).list()).containsOnly("PERSON " + expert.user());
        assertThat(engine.getHistoryService().createUserOperationLogQuery().taskId(task).property("assignee").list())
                .filteredOn(one -> one.getNewValue() == null && expert.user().equals(one.getOrgValue()))
                .extracting("userId").containsExactlyInAnyOrder(expert.user(), colleague.user(), coordinator.user());
    }

    @Test
    void a_stranger_frees_nothing() {
        Actor expert = cast.actor("Fao");
        String cotton = expert.starts("partnership", Answers.proposal("Cotton at a price"));
        String task = expert.task("Clarify aims", cotton).getId();
        take(expert, task);

        for (Actor other : List.of(cast.actor("Ngo"), stage.staff("manager"), designer)) {
            assertThatThrownBy(() -> free(other, task)).as(other.user()).isInstanceOf(AuthorizationException.class).hasMessage(
                    "A free task can be taken for oneself only. Who has it gives it back; a colleague or the coordinator can free it.");
            assertThat(engine.getTaskService().createTaskQuery().taskId(task).singleResult().getAssignee()).isEqualTo(expert.user());
        }
    }

    /** The list of commands would stop staff already; here it is asked what a step says to whom that list lets pass. */
    private Actor alsoIn(String group, Actor person) {
        if (engine.getIdentityService().createUserQuery().userId(person.user()).memberOfGroup(group).count() == 0) {
            engine.getIdentityService().createMembership(person.user(), group);
        }
        return person;
    }

    private Actor administrator(String user) {
        if (engine.getIdentityService().createUserQuery().userId(user).count() == 0) {
            engine.getIdentityService().saveUser(engine.getIdentityService().newUser(user));
            engine.getIdentityService().createMembership(user, "camunda-admin");
        }
        return stage.actor(user);
    }

    private void take(Actor person, String task) {
        person.as(() -> {
            engine.getTaskService().claim(task, person.user());
            return null;
        });
    }

    /** As Tasklist's button does it. */
    private void free(Actor person, String task) {
        person.as(() -> {
            engine.getTaskService().setAssignee(task, null);
            return null;
        });
    }

    private List<String> mailsAbout(String task) {
        return jdbc.sql("select content from outbox where template = 'notice/task-freed' and task_id = ?").param(task)
                .query(String.class).list();
    }

    private static String told(Runnable deed) {
        return Stage.told(deed).orElseThrow(() -> new AssertionError("This was let pass"));
    }

    private String registered(String code) {
        String unique = code + System.identityHashCode(cast) % 100000;
        return coordinator.starts("organisation", registration(unique));
    }

    private static Map<String, Object> registration(String code) {
        Map<String, Object> answers = new LinkedHashMap<>(with("code", code, "name", "Farmers of " + code, "kind", "producerAssociation",
                "country", "IN", "roles", List.of("implementer"), "levels", List.of("local"),
                "areas", List.of(with("name", "Guntur", "level", "local", "within", "Andhra Pradesh")), "document", "Charter",
                "documentNumber", "No. 1", "expiresOn", "2039-12-31"));
        answers.putAll(with("focalName", "Focal of " + code, "focalEmail", "focal@" + code.toLowerCase() + ".example",
                "focalUser", code.toLowerCase() + "Focal", "references",
                List.of(with("name", "Somebody", "contact", "somebody@example.org"))));
        return answers;
    }

    private void deploy(Map<String, String> files) {
        designer.as(() -> {
            var deployment = engine.getRepositoryService().createDeployment().name("drawn by a designer");
            files.forEach(deployment::addString);
            deployed.add(deployment.deploy().getId());
            return null;
        });
    }

    private static String form(String room, String form) throws IOException {
        return Files.readString(Path.of("forms", room, form + ".form"));
    }

    private static String process(String id, String box) {
        return """
                <definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' xmlns:camunda='http://camunda.org/schema/1.0/bpmn'
                    targetNamespace='test'>
                  <message id='m' name='PartnershipProposed'/><signal id='s' name='anything'/>
                  <process id='%s' isExecutable='true' camunda:historyTimeToLive='P1D'>
                    <startEvent id='start'/><sequenceFlow id='f1' sourceRef='start' targetRef='it'/>
                    %s
                    <sequenceFlow id='f2' sourceRef='it' targetRef='end'/><endEvent id='end'/>
                  </process>
                </definitions>""".formatted(id, box);
    }
}
