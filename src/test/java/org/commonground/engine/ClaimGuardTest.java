package org.commonground.engine;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.commonground.access.OwnAuthorizationProvider;
import org.commonground.foundation.Refusal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Who may take a task, give it back, free it and still come to it later. Asha and Ben work for one organisation, whose task it is;
 * Carl is a stranger; Dora may assign tasks; Cora coordinates; Max is a manager, who sees every task as she does. The stock engine
 * beside it shows that each hole is a real one.
 */
class ClaimGuardTest {

    private static final Map<String, List<String>> GROUPS = Map.of("asha", List.of("orgFao"), "ben", List.of("orgFao"),
            "cora", List.of("coordinator"), "max", List.of("manager"));

    private static ProcessEngine guarded;
    private static ProcessEngine stock;

    private ProcessEngine engine = guarded;
    private String task;

    @BeforeAll
    static void start() {
        // No step: what an own box of a designer is, whose candidates are all there is to be asked.
        StaticListableBeanFactory none = new StaticListableBeanFactory();
        Turns turns = new Turns(new Steps(none), new Servants(none.getBeanProvider(Secretariats.class),
                none.getBeanProvider(Concerned.class)), none.getBeanProvider(Names.class));
        ProcessEngineConfigurationImpl rules = configuration();
        rules.setResourceAuthorizationProvider(new OwnAuthorizationProvider());
        rules.setCustomPreCommandInterceptorsTxRequired(List.of(new ClaimGuard(rules.getIdentityService(), turns::mayFree)));
        rules.setCustomPostCommandInterceptorsTxRequired(List.of(new ClaimGuard.GivingBack()));
        guarded = rules.buildProcessEngine();
        stock = configuration().buildProcessEngine();
        for (ProcessEngine engine : List.of(guarded, stock)) {
            engine.getRepositoryService().createDeployment().addString("test.bpmn", """
                    <definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' xmlns:camunda='http://camunda.org/schema/1.0/bpmn'
                        targetNamespace='test'>
                      <process id='test' isExecutable='true'>
                        <startEvent id='start'/><sequenceFlow id='f1' sourceRef='start' targetRef='it'/>
                        <userTask id='it' camunda:candidateGroups='orgFao'/>
                      </process>
                    </definitions>""").deploy();
        }
    }

    private static ProcessEngineConfigurationImpl configuration() {
        StandaloneInMemProcessEngineConfiguration configuration = new StandaloneInMemProcessEngineConfiguration();
        configuration.setProcessEngineName(UUID.randomUUID().toString());
        configuration.setJdbcUrl("jdbc:h2:mem:" + UUID.randomUUID());
        configuration.setEnforceHistoryTimeToLive(false);
        configuration.setEnableCmdExceptionLogging(false);
        configuration.setJobExecutorActivate(false);
        configuration.setAuthorizationEnabled(true);
        configuration.setAuthorizationCheckRevokes("never");
        configuration.setDefaultUserPermissionNameForTask("TASK_WORK");
        return configuration;
    }

    @AfterAll
    static void stop() {
        guarded.close();
        stock.close();
    }

    @BeforeEach
    void open() {
        on(guarded);
    }

    private void on(ProcessEngine other) {
        engine = other;
        String instance = engine.getRuntimeService().startProcessInstanceByKey("test").getId();
        task = engine.getTaskService().createTaskQuery().processInstanceId(instance).singleResult().getId();
        grant("dora", TaskPermissions.READ, TaskPermissions.TASK_ASSIGN);
        grant("cora", TaskPermissions.READ);
        grant("max", TaskPermissions.READ);
    }

    @AfterEach
    void clear() {
        assertThat(ClaimInProgress.current()).as("nothing stays on the thread").isNull();
        for (ProcessEngine each : List.of(guarded, stock)) {
            each.getRuntimeService().createProcessInstanceQuery().list()
                    .forEach(instance -> each.getRuntimeService().deleteProcessInstance(instance.getId(), "done"));
            each.getIdentityService().createUserQuery().list().forEach(user -> each.getIdentityService().deleteUser(user.getId()));
            each.getAuthorizationService().createAuthorizationQuery().list()
                    .forEach(left -> each.getAuthorizationService().deleteAuthorization(left.getId()));
        }
    }

    // Taking and giving back

    @Test
    void a_colleague_takes_a_free_task_and_gives_it_back() {
        as("asha", tasks -> tasks.claim(task, "asha"));
        assertThat(assignee()).isEqualTo("asha");

        as("asha", tasks -> tasks.claim(task, null));
        assertThat(assignee()).isNull();
    }

    @Test
    void a_person_gives_back_the_own_task_with_tasklists_button() {
        as("asha", tasks -> tasks.claim(task, "asha"));
        as("asha", tasks -> tasks.setAssignee(task, null));
        assertThat(assignee()).isNull();

        on(stock);
        as("asha", tasks -> tasks.claim(task, "asha"));
        refuses("asha", tasks -> tasks.setAssignee(task, null));
    }

    @Test
    void nobody_takes_a_task_for_somebody_else() {
        for (String other : List.of("ben", "carl")) {
            refuses("asha", tasks -> tasks.claim(task, other));
        }
        assertThat(assignee()).isNull();
        assertThat(sees("carl")).isFalse();

        on(stock);
        as("asha", tasks -> tasks.claim(task, "carl"));
        assertThat(sees("carl")).as("the stock engine shows it to the stranger").isTrue();
    }

    @Test
    void a_colleague_or_the_coordinator_frees_what_somebody_else_holds() {
        for (String free : List.of("ben", "cora")) {
            as("asha", tasks -> tasks.claim(task, "asha"));
            as(free, tasks -> tasks.setAssignee(task, null));
            assertThat(assignee()).as(free).isNull();
            assertThat(grantsOf("asha")).isZero();
        }
        as("asha", tasks -> tasks.claim(task, "asha"));
        as("ben", tasks -> tasks.claim(task, null));
        assertThat(assignee()).isNull();
        as("ben", tasks -> tasks.claim(task, "ben"));
        assertThat(assignee()).as("then it can be taken").isEqualTo("ben");
    }

    @Test
    void who_alone_is_meant_keeps_the_task() {
        engine.getTaskService().deleteCandidateGroup(task, "orgFao");
        engine.getTaskService().setAssignee(task, "asha");
        assertThatThrownBy(() -> as("asha", tasks -> tasks.setAssignee(task, null))).hasMessage(
                "This step is meant for one person alone, so it cannot be given back: nobody else could take it.");
        assertThatThrownBy(() -> as("cora", tasks -> tasks.setAssignee(task, null))).isInstanceOf(Refusal.class);
        assertThat(assignee()).isEqualTo("asha");
    }

    @Test
    void who_frees_a_task_hands_it_to_nobody() {
        as("asha", tasks -> tasks.claim(task, "asha"));

        for (String free : List.of("ben", "cora")) {
            refuses(free, tasks -> tasks.setAssignee(task, free));
            refuses(free, tasks -> tasks.setAssignee(task, "carl"));
        }
        refuses("cora", tasks -> tasks.claim(task, null));
        assertThat(assignee()).isEqualTo("asha");
    }

    @Test
    void who_only_watches_frees_nothing() {
        as("asha", tasks -> tasks.claim(task, "asha"));

        refuses("max", tasks -> tasks.setAssignee(task, null));
        refuses("max", tasks -> tasks.claim(task, null));
        assertThat(assignee()).isEqualTo("asha");
    }

    @Test
    void nobody_takes_a_task_away_from_a_colleague() {
        as("asha", tasks -> tasks.claim(task, "asha"));

        refuses("ben", tasks -> tasks.setAssignee(task, "ben"));
        assertThatThrownBy(() -> as("ben", tasks -> tasks.claim(task, "ben"))).isInstanceOf(TaskAlreadyClaimedException.class);
        assertThat(assignee()).isEqualTo("asha");

    }

    @Test
    void a_refused_claim_changes_nothing_and_says_why() {
        assertThatThrownBy(() -> as("asha", tasks -> tasks.claim(task, "ben")))
                .hasMessage("A free task can be taken for oneself only. Who has it gives it back; a colleague or the coordinator can free"
                        + " it.");

        assertThat(sees("ben")).as("by the group, not by a grant of his own").isTrue();
        assertThat(grantsOf("ben")).isZero();
    }

    @Test
    void nobody_assigns_without_the_right_to() {
        refuses("asha", tasks -> tasks.setAssignee(task, "asha"));
        refuses("asha", tasks -> tasks.setAssignee(task, "ben"));
        refuses("asha", tasks -> tasks.addUserIdentityLink(task, "carl", IdentityLinkType.CANDIDATE));
        refuses("asha", tasks -> tasks.setOwner(task, "asha"));
        assertThat(assignee()).isNull();
    }

    @Test
    void a_stranger_neither_takes_nor_frees_nor_finds_out() {
        refuses("carl", tasks -> tasks.claim(task, "carl"));
        refuses("carl", tasks -> tasks.claim(task, null));
        refuses("carl", tasks -> tasks.setAssignee(task, "carl"));
        refuses("carl", tasks -> tasks.setAssignee(task, null));
        as("asha", tasks -> tasks.claim(task, "asha"));
        refuses("carl", tasks -> tasks.claim(task, null));
        refuses("carl", tasks -> tasks.setAssignee(task, null));
        refuses("carl", tasks -> tasks.setAssignee(task, "asha"));
        assertThat(assignee()).isEqualTo("asha");
    }

    @Test
    void whoever_has_the_right_to_assigns_tasks_to_others() {
        as("dora", tasks -> tasks.setAssignee(task, "ben"));
        assertThat(assignee()).isEqualTo("ben");

        as("dora", tasks -> tasks.setAssignee(task, null));
        assertThat(assignee()).isNull();
    }

    @Test
    void the_house_itself_assigns_as_it_needs() {
        engine.getTaskService().claim(task, "asha");
        engine.getTaskService().setAssignee(task, "ben");
        engine.getTaskService().claim(task, null);

        assertThat(assignee()).isNull();
    }

    // Leaving

    @Test
    void a_former_assignee_comes_to_the_task_no_more() {
        for (String next : new String[]{"ben", null}) {
            engine.getTaskService().setAssignee(task, "carl");
            assertThat(sees("carl")).isTrue();
            engine.getTaskService().setAssignee(task, next);
            assertThat(sees("carl")).isFalse();
            refuses("carl", tasks -> tasks.claim(task, "carl"));
            refuses("carl", tasks -> tasks.complete(task));
        }
        engine.getTaskService().setAssignee(task, "carl");
        as("carl", tasks -> tasks.complete(task));

        on(stock);
        engine.getTaskService().setAssignee(task, "carl");
        engine.getTaskService().setAssignee(task, "ben");
        assertThatCode(() -> as("carl", tasks -> tasks.complete(task))).as("the stock engine lets him").doesNotThrowAnyException();
    }

    @Test
    void who_gives_a_task_back_still_comes_to_it_with_the_group() {
        as("asha", tasks -> tasks.claim(task, "asha"));
        as("asha", tasks -> tasks.claim(task, null));

        assertThat(grantsOf("asha")).isZero();
        assertThat(sees("asha")).isTrue();
        as("ben", tasks -> tasks.claim(task, "ben"));
        assertThat(assignee()).isEqualTo("ben");
    }

    @Test
    void a_former_assignee_who_is_also_owner_or_candidate_stays() {
        engine.getTaskService().setOwner(task, "carl");
        engine.getTaskService().setAssignee(task, "carl");
        engine.getTaskService().setAssignee(task, null);
        assertThat(sees("carl")).isTrue();

        engine.getTaskService().addCandidateUser(task, "carl");
        engine.getTaskService().setOwner(task, "asha");
        assertThat(sees("carl")).isTrue();

        engine.getTaskService().deleteCandidateUser(task, "carl");
        assertThat(sees("carl")).isFalse();
    }

    @Test
    void a_former_candidate_comes_to_the_task_no_more() {
        engine.getTaskService().addCandidateUser(task, "carl");
        engine.getTaskService().deleteCandidateUser(task, "carl");
        engine.getTaskService().deleteCandidateGroup(task, "orgFao");

        assertThat(sees("carl")).isFalse();
        assertThat(sees("asha")).isFalse();

        on(stock);
        engine.getTaskService().deleteCandidateGroup(task, "orgFao");
        assertThat(sees("asha")).as("the stock engine still shows it").isTrue();
    }

    @Test
    void a_candidate_who_has_the_task_keeps_it() {
        engine.getTaskService().addCandidateUser(task, "carl");
        engine.getTaskService().setAssignee(task, "carl");
        engine.getTaskService().deleteCandidateUser(task, "carl");

        assertThat(sees("carl")).isTrue();
    }

    @Test
    void a_group_that_is_linked_in_another_way_too_stays() {
        engine.getTaskService().addGroupIdentityLink(task, "orgFao", "reader");
        engine.getTaskService().deleteCandidateGroup(task, "orgFao");
        assertThat(sees("asha")).isTrue();

        engine.getTaskService().deleteGroupIdentityLink(task, "orgFao", "reader");
        assertThat(sees("asha")).isFalse();
    }

    @Test
    void with_a_finished_task_all_its_grants_are_gone() {
        engine.getTaskService().addCandidateUser(task, "carl");
        as("asha", tasks -> tasks.claim(task, "asha"));
        as("asha", tasks -> tasks.complete(task));

        assertThat(engine.getAuthorizationService().createAuthorizationQuery().resourceType(Resources.TASK).resourceId(task).list())
                .isEmpty();
    }

    // Oneself

    @Test
    void a_person_may_see_and_change_but_not_delete_the_own_account() {
        account("asha");
        engine.getIdentityService().setAuthentication("asha", List.of());
        User asha = engine.getIdentityService().createUserQuery().userId("asha").singleResult();
        asha.setLastName("Rao");
        engine.getIdentityService().saveUser(asha);

        assertThatThrownBy(() -> engine.getIdentityService().deleteUser("asha")).isInstanceOf(AuthorizationException.class);
        engine.getIdentityService().clearAuthentication();

        on(stock);
        account("asha");
        engine.getIdentityService().setAuthentication("asha", List.of());
        assertThatCode(() -> engine.getIdentityService().deleteUser("asha")).as("the stock engine lets her").doesNotThrowAnyException();
        engine.getIdentityService().clearAuthentication();
    }

    private void account(String user) {
        engine.getIdentityService().saveUser(engine.getIdentityService().newUser(user));
    }

    private void grant(String user, Permission... permissions) {
        Authorization authorization = engine.getAuthorizationService().createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        authorization.setUserId(user);
        authorization.setResource(Resources.TASK);
        authorization.setResourceId(task);
        for (Permission permission : permissions) {
            authorization.addPermission(permission);
        }
        engine.getAuthorizationService().saveAuthorization(authorization);
    }

    private long grantsOf(String user) {
        return engine.getAuthorizationService().createAuthorizationQuery().userIdIn(user).resourceType(Resources.TASK).count();
    }

    private String assignee() {
        return engine.getTaskService().createTaskQuery().taskId(task).singleResult().getAssignee();
    }

    private boolean sees(String person) {
        return ask(person, () -> engine.getTaskService().createTaskQuery().taskId(task).count() == 1);
    }

    private interface Deed {
        void on(TaskService tasks);
    }

    private void as(String person, Deed deed) {
        ask(person, () -> {
            deed.on(engine.getTaskService());
            return null;
        });
    }

    private void refuses(String person, Deed deed) {
        assertThatThrownBy(() -> as(person, deed)).isInstanceOf(AuthorizationException.class);
    }

    private <T> T ask(String person, Supplier<T> question) {
        engine.getIdentityService().setAuthentication(person, GROUPS.getOrDefault(person, List.of()));
        try {
            return question.get();
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }
}
