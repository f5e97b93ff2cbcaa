package org.commonground.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.commonground.access.Visitor.ENGINE;

import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.camunda.bpm.engine.variable.type.ValueType;
import org.commonground.access.Visitor.Answer;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.Role;
import org.commonground.foundation.Seat;
import org.commonground.organisation.Accounts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Which commands of the engine each of the house may carry out, asked in the engine itself and at its door. */
@AccessTest
@ExtendWith(OutputCaptureExtension.class)
class WhoCommandsWhatTest {

    private static final String PASSWORD = "CommonGround-1";
    private static final String CLOSED = "You may not do this here. What changes a case is done with the form of the step only.";
    private static final List<String> ORDER = List.of("candidate", "partner", "other partner", "former partner", "coordinator", "manager",
            "designer", "administrator");
    private static final Map<String, List<String>> ACTORS = Map.of(
            "candidate", List.of("partner", "orgDelta"),
            "partner", List.of("partner", "orgAlpha", "orgAlphaExpert"),
            "other partner", List.of("partner", "orgBeta"),
            "former partner", List.of(),
            "coordinator", List.of("coordinator"),
            "manager", List.of("manager"),
            "designer", List.of("designer"),
            "administrator", List.of("camunda-admin"));

    @LocalServerPort
    int port;
    @Autowired
    ProcessEngine engine;
    @Autowired
    IdentityService identities;
    @Autowired
    ManagementService management;
    @Autowired
    TaskService tasks;
    @Autowired
    Accounts accounts;

    private String instance;
    private String task;

    @BeforeEach
    void aCaseOfTwoParties() {
        OrganisationId gamma = new OrganisationId("Gamma");
        accounts.openGroups(gamma, "Gamma", Set.of(Role.EXPERT));
        account("gammaExpert");
        accounts.join("gammaExpert", gamma);
        accounts.take("gammaExpert", new Seat(gamma, Role.EXPERT));
        engine.getRepositoryService().createDeployment().name("two-parties").enableDuplicateFiltering(true)
                .addClasspathResource("access/two-parties.bpmn").addClasspathResource("access/alpha-speaks.form")
                .addClasspathResource("access/beta-speaks.form").deploy();
        instance = engine.getRuntimeService().startProcessInstanceByKey("twoParties", "P-2026-0043").getId();
        engine.getRuntimeService().setVariable(instance, "flagOfTheCase", true);
        task = tasks.createTaskQuery().processInstanceId(instance).taskName("Alpha speaks").singleResult().getId();
    }

    @AfterEach
    void theCaseIsOver() {
        identities.clearAuthentication();
        engine.getRuntimeService().deleteProcessInstance(instance, "over");
        engine.getHistoryService().deleteHistoricProcessInstance(instance);
    }

    // ---- the list, group by group

    /** Yes or no for each of {@link #ORDER}. */
    @ParameterizedTest
    @CsvSource({
        "look at tasks,            y y y n y y y y",
        "look at filters,          y y y n y y y y",
        "look at processes,        y y y n y y y y",
        "look at cases,            n n n n n y y y",
        "look at jobs,             n n n n n y n y",
        "look at variables,        n n n n n y n y",
        "look at history,          n n n n n y y y",
        "look at deployments,      n n n n n y y y",
        "look at grants,           n n n n n n n y",
        "search by a variable,     n n n n n y n y",
        "order by a variable,      n n n n n y n y",
        "look up in SQL,           n n n n n n n n",
        "complete,                 n n n n n n n n",
        "set a variable,           n n n n n n n n",
        "add a candidate group,    n n n n n n n n",
        "add a candidate,          n n n n n n n n",
        "own,                      n n n n n n n n",
        "rename,                   n n n n n n n n",
        "comment,                  n n n n n n n n",
        "start without a form,     n n n n n n n n",
        "send a message,           n n n n n n n n",
        "modify,                   n n n n n n n n",
        "migrate,                  n n n n n n n n",
        "suspend,                  n n n n n n n n",
        "suspend a process,        n n n n n n n n",
        "delete a case,            n n n n n n n n",
        "delete cases in a batch,  n n n n n n n n",
        "delete a process,         n n n n n n n n",
        "delete a deployment,      n n n n n n n n",
        "delete history,           n n n n n n n n",
        "clean the history up,     n n n n n n n n",
        "run a job,                n n n n n n n n",
        "delete a job,             n n n n n n n n",
        "move a job,               n n n n n n n n",
        "make a filter,            n n n n n n n n",
        "ask a decision,           n n n n n n n n",
        "open an account,          n n n n n n n y",
        "open a group,             n n n n n n n y",
        "give a grant,             n n n n n n n y"})
    void each_may_do_what_the_list_says(String deed, String who) {
        String[] answers = who.split(" ");
        for (String actor : ORDER) {
            boolean may = answers[ORDER.indexOf(actor)].equals("y");
            assertThat(isOnTheList(actor, deed)).as(actor + " " + deed).isEqualTo(may);
        }
    }

    /** Whether the list lets it pass; whether the engine then finds what was asked, and grants it, is another question. */
    private boolean isOnTheList(String actor, String deed) {
        try {
            as(actor.replace(" ", ""), ACTORS.get(actor), () -> deeds().get(deed).accept(engine));
            return true;
        } catch (RuntimeException exception) {
            return exception.getMessage() == null || !exception.getMessage().equals(CLOSED)
                    && !exception.getMessage().equals("What is kept in a case cannot be asked for in a list.");
        }
    }

    private Map<String, Consumer<ProcessEngine>> deeds() {
        return Map.ofEntries(
                Map.entry("look at tasks", on -> on.getTaskService().createTaskQuery().count()),
                Map.entry("look at filters", on -> on.getFilterService().createFilterQuery().count()),
                Map.entry("look at processes", on -> on.getRepositoryService().createProcessDefinitionQuery().count()),
                Map.entry("look at cases", on -> on.getRuntimeService().createProcessInstanceQuery().count()),
                Map.entry("look at jobs", on -> on.getManagementService().createJobQuery().count()),
                Map.entry("look at variables", on -> on.getRuntimeService().createVariableInstanceQuery().count()),
                Map.entry("look at history", on -> on.getHistoryService().createHistoricProcessInstanceQuery().count()),
                Map.entry("look at deployments", on -> on.getRepositoryService().createDeploymentQuery().count()),
                Map.entry("look at grants", on -> on.getAuthorizationService().createAuthorizationQuery().count()),
                Map.entry("search by a variable",
                        on -> on.getTaskService().createTaskQuery().processVariableValueEquals("flagOfTheCase", true).count()),
                Map.entry("order by a variable", on -> on.getTaskService().createTaskQuery()
                        .orderByProcessVariable("flagOfTheCase", ValueType.BOOLEAN).asc().listPage(0, 9)),
                Map.entry("look up in SQL",
                        on -> on.getTaskService().createNativeTaskQuery().sql("select * from ACT_RU_TASK").listPage(0, 9)),
                Map.entry("complete", on -> on.getTaskService().complete(task)),
                Map.entry("set a variable", on -> on.getRuntimeService().setVariable(instance, "flagOfTheCase", false)),
                Map.entry("add a candidate group", on -> on.getTaskService().addCandidateGroup(task, "orgBeta")),
                Map.entry("add a candidate", on -> on.getTaskService().addCandidateUser(task, "mallory")),
                Map.entry("own", on -> on.getTaskService().setOwner(task, "mallory")),
                Map.entry("rename", on -> {
                    Task changed = on.getTaskService().newTask("another");
                    changed.setName("Another");
                    on.getTaskService().saveTask(changed);
                }),
                Map.entry("comment", on -> on.getTaskService().createComment(task, null, "hello")),
                Map.entry("start without a form", on -> on.getRuntimeService().startProcessInstanceByKey("twoParties", "P-2026-0044")),
                Map.entry("send a message", on -> on.getRuntimeService().correlateMessage("FlagRaised", "Beta")),
                Map.entry("modify", on -> on.getRuntimeService().createProcessInstanceModification(instance)
                        .cancelAllForActivity("Task_BetaSpeaks").execute()),
                Map.entry("migrate", on -> on.getRuntimeService().createMigrationPlan("a", "b").mapEqualActivities().build()),
                Map.entry("suspend", on -> on.getRuntimeService().suspendProcessInstanceById(instance)),
                Map.entry("suspend a process", on -> on.getRepositoryService().suspendProcessDefinitionByKey("twoParties")),
                Map.entry("delete a case", on -> on.getRuntimeService().deleteProcessInstance(instance, "grudge")),
                Map.entry("delete cases in a batch",
                        on -> on.getRuntimeService().deleteProcessInstancesAsync(List.of(instance), "grudge")),
                Map.entry("delete a process", on -> on.getRepositoryService().deleteProcessDefinitions().byKey("twoParties").cascade()
                        .delete()),
                Map.entry("delete a deployment", on -> on.getRepositoryService().deleteDeployment("any", true)),
                Map.entry("delete history", on -> on.getHistoryService().deleteHistoricProcessInstance(instance)),
                Map.entry("clean the history up", on -> on.getHistoryService().cleanUpHistoryAsync(true)),
                Map.entry("run a job", on -> on.getManagementService().executeJob("any")),
                Map.entry("delete a job", on -> on.getManagementService().deleteJob("any")),
                Map.entry("move a job", on -> on.getManagementService().setJobDuedate("any", new Date(0))),
                Map.entry("make a filter", on -> on.getFilterService().saveFilter(on.getFilterService().newTaskFilter("mine"))),
                Map.entry("ask a decision", on -> on.getDecisionService().evaluateDecisionTableByKey("deadlines", Map.of())),
                Map.entry("open an account", on -> on.getIdentityService().newUser("somebody")),
                Map.entry("open a group", on -> on.getIdentityService().newGroup("someGroup")),
                Map.entry("give a grant", on -> on.getAuthorizationService().createNewAuthorization(1)));
    }

    // ---- jobs

    @Test
    void a_timer_that_a_partner_tries_to_run_stands_as_it_stood(CapturedOutput output) {
        Job timer = nightlyCleaning();
        Visitor gamma = gamma();
        int before = output.getAll().split("\n").length;

        Answer refused = gamma.post(ENGINE + "/job/" + timer.getId() + "/execute", Map.of());

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text()).contains(Doorkeeper.REFUSED);
        Job after = management.createJobQuery().jobId(timer.getId()).singleResult();
        assertThat(after.getDuedate()).isEqualTo(timer.getDuedate());
        assertThat(after.getRetries()).isEqualTo(timer.getRetries());
        assertThat(after.getExceptionMessage()).isNull();
        assertThat(output.getAll().split("\n").length - before).as("lines of log").isLessThanOrEqualTo(1);
    }

    @Test
    void a_job_that_belongs_to_no_case_is_seen_and_touched_by_no_partner() {
        Job cleaning = nightlyCleaning();
        Visitor gamma = gamma();
        assertThat(gamma.get(ENGINE + "/job?maxResults=50").status()).isEqualTo(403);
        assertThat(gamma.get(ENGINE + "/job/count").status()).isEqualTo(403);
        assertThat(gamma.get(ENGINE + "/job/" + cleaning.getId()).status()).isEqualTo(403);
        assertThat(gamma.put(ENGINE + "/job/" + cleaning.getId() + "/duedate", Map.of("duedate", "2030-01-01T00:00:00.000+0000")).status())
                .isEqualTo(403);
        assertThat(gamma.put(ENGINE + "/job/" + cleaning.getId() + "/retries", Map.of("retries", 0)).status()).isEqualTo(403);
        assertThat(gamma.delete(ENGINE + "/job/" + cleaning.getId()).status()).isEqualTo(403);
        assertThat(gamma.post(ENGINE + "/history/cleanup", Map.of()).status()).isEqualTo(403);
        assertThat(nightlyCleaning().getDuedate()).isEqualTo(cleaning.getDuedate());
    }

    @Test
    void an_administrator_has_a_failed_job_tried_once_more_and_does_nothing_else_to_it() {
        Job job = nightlyCleaning();
        List<String> administrator = List.of("camunda-admin");
        assertThatCode(() -> as("admin", administrator, () -> management.setJobRetries(job.getId(), job.getRetries())))
                .doesNotThrowAnyException();
        assertRefused("You may do this in part only: a failed job is tried once more; no date is moved, nothing is stopped",
                () -> as("admin", administrator, () -> management.setJobRetries(job.getId(), 0)));
        assertRefused("You may do this in part only: a failed job is tried once more; no date is moved, nothing is stopped",
                () -> as("admin", administrator,
                        () -> management.setJobRetries(3).jobIds(List.of(job.getId())).dueDate(new Date(0)).execute()));
        assertThat(nightlyCleaning().getDuedate()).isEqualTo(job.getDuedate());
    }

    /** It belongs to no case. */
    private Job nightlyCleaning() {
        List<Job> jobs = engine.getHistoryService().findHistoryCleanupJobs();
        return management.createJobQuery().jobId(jobs.isEmpty() ? engine.getHistoryService().cleanUpHistoryAsync().getId()
                : jobs.get(0).getId()).singleResult();
    }

    // ---- questions

    @ParameterizedTest
    @ValueSource(strings = {"processVariables=flagOfTheCase_eq_true", "taskVariables=flagOfTheCase_eq_true",
            "caseInstanceVariables=flagOfTheCase_eq_true"})
    void no_list_answers_what_a_case_keeps(String question) {
        Answer listed = gamma().get(ENGINE + "/task?maxResults=50&" + question);
        assertThat(listed.status()).isEqualTo(403);
        assertThat(listed.text()).contains("What is kept in a case cannot be asked for in a list.");
        assertThat(gamma().get(ENGINE + "/task/count?" + question).status()).isEqualTo(403);
    }

    @Test
    void nor_does_an_alternative_an_order_or_an_addition_to_a_ready_filter() {
        Map<String, Object> asks = Map.of("processVariables", List.of(Map.of("name", "flagOfTheCase", "operator", "eq", "value", true)));
        Map<String, Object> orders = Map.of("sorting", List.of(Map.<String, Object>of("sortBy", "processVariable", "sortOrder", "asc",
                "parameters", Map.of("variable", "flagOfTheCase", "type", "Boolean"))));
        String filter = engine.getFilterService().createFilterQuery().filterName("My organisation").singleResult().getId();
        Visitor gamma = gamma();
        for (Object body : List.of(asks, Map.of("orQueries", List.of(asks)), orders)) {
            assertThat(gamma.post(ENGINE + "/task?maxResults=50", body).status()).as(body.toString()).isEqualTo(403);
            assertThat(gamma.post(ENGINE + "/filter/" + filter + "/list?maxResults=50", body).status()).as(body.toString()).isEqualTo(403);
            assertThat(gamma.post(ENGINE + "/filter/" + filter + "/count", body).status()).as(body.toString()).isEqualTo(403);
        }
        assertThat(gamma.get(ENGINE + "/filter/" + filter + "/list?maxResults=50").status()).isEqualTo(200);
    }

    @Test
    void a_designer_who_sees_no_case_does_not_find_one_by_what_it_keeps() {
        List<String> designer = List.of("designer");
        String refused = "What is kept in a case cannot be asked for in a list.";
        assertRefused(refused, () -> as("ann", designer, () -> engine.getRuntimeService().createProcessInstanceQuery()
                .variableValueEquals("flagOfTheCase", true).count()));
        assertRefused(refused, () -> as("ann", designer, () -> engine.getHistoryService().createHistoricProcessInstanceQuery()
                .or().variableValueEquals("flagOfTheCase", true).endOr().count()));
        assertRefused(refused, () -> as("ann", designer, () -> engine.getHistoryService().createHistoricTaskInstanceQuery()
                .taskVariableValueEquals("flagOfTheCase", true).count()));
    }

    @Test
    void a_partner_puts_no_expression_into_a_list() {
        String filter = engine.getFilterService().createFilterQuery().filterName("My organisation").singleResult().getId();
        TaskQuery more = tasks.createTaskQuery().taskAssigneeExpression("${currentUser()}");
        assertThatThrownBy(() -> as("asha", ACTORS.get("partner"), () -> more.count())).hasMessageContaining("xpression");
        Answer extended = gamma().post(ENGINE + "/filter/" + filter + "/list?maxResults=50",
                Map.of("assigneeExpression", "${currentUser()}"));
        assertThat(extended.status()).isBetween(400, 499);
    }

    @Test
    void nobody_tries_a_password_but_by_logging_in() {
        Visitor gamma = gamma();
        for (String user : List.of("admin", "gammaExpert")) {
            assertThat(gamma.post(ENGINE + "/identity/verify", Map.of("username", user, "password", PASSWORD)).text())
                    .contains(Doorkeeper.REFUSED);
        }
    }

    // ---- nobody

    @Test
    void behind_a_path_that_the_platform_does_not_understand_nobody_becomes_administrator() {
        Visitor nobody = Visitor.anonymous(port);
        nobody.get("/camunda/app/tasklist/default/");
        String trick = "/camunda/api/engine/engine;x/default";
        assertThat(nobody.get(trick + "/user").status()).isBetween(400, 499);
        assertThat(nobody.get(trick + "/task").status()).isBetween(400, 499);
        assertThat(nobody.get(trick + "/process-definition").status()).isBetween(400, 499);
        assertThat(nobody.post(trick + "/user/create", Map.of("profile", Map.of("id", "mallory", "firstName", "M", "lastName", "M"),
                "credentials", Map.of("password", PASSWORD))).status()).isBetween(400, 499);
        assertThat(nobody.put(trick + "/group/camunda-admin/members/gammaExpert", Map.of()).status()).isBetween(400, 499);
        assertThat(identities.createUserQuery().userId("mallory").count()).isZero();
        assertThat(identities.createUserQuery().userId("gammaExpert").memberOfGroup("camunda-admin").count()).isZero();
    }

    // ---- administrators

    @Test
    void somebody_has_to_be_administrator() {
        List<String> administrator = List.of("camunda-admin");
        String sentence = "Somebody has to be administrator.";
        assertRefused(sentence, () -> as("admin", administrator, () -> identities.deleteUser("admin")));
        assertRefused(sentence, () -> as("admin", administrator, () -> identities.deleteMembership("admin", "camunda-admin")));
        assertRefused("The house cannot do without this group.",
                () -> as("admin", administrator, () -> identities.deleteGroup("camunda-admin")));
        account("secondAdmin");
        as("admin", administrator, () -> identities.createMembership("secondAdmin", "camunda-admin"));
        as("admin", administrator, () -> identities.deleteMembership("secondAdmin", "camunda-admin"));
        as("admin", administrator, () -> identities.deleteUser("secondAdmin"));
        assertThat(identities.createUserQuery().memberOfGroup("camunda-admin").list()).extracting(User::getId).containsExactly("admin");
    }

    @Test
    void an_administrator_makes_nobody_one_of_an_organisations_people() {
        account("outsider");
        String sentence = "People come to an organisation and leave it by its own steps: see “Update people”.";
        for (String group : List.of("orgGamma", "orgGammaExpert", "partner")) {
            assertRefused(sentence, () -> as("admin", List.of("camunda-admin"), () -> identities.createMembership("outsider", group)));
            assertRefused(sentence, () -> as("admin", List.of("camunda-admin"), () -> identities.deleteMembership("gammaExpert", group)));
        }
        for (String group : List.of("secretariatP20260042", "secretariatP20260042Gamma")) {
            assertRefused("Who works in the secretariat of a partnership is said in that partnership: see “Set up secretariat”.",
                    () -> as("admin", List.of("camunda-admin"), () -> identities.createMembership("outsider", group)));
        }
        assertRefused(sentence, () -> as("admin", List.of("camunda-admin"), () -> identities.deleteGroup("orgGamma")));
        identities.deleteUser("outsider");
    }

    @Test
    void an_administrator_puts_nobody_into_a_step() {
        Visitor admin = Visitor.loggedIn(port, "admin", "admin", PASSWORD);
        String step = ENGINE + "/task/" + task;
        for (Answer answer : List.of(
                admin.post(step + "/assignee", Map.of("userId", "admin")),
                admin.post(step + "/claim", Map.of("userId", "admin")),
                admin.post(step + "/identity-links", Map.of("groupId", "orgBeta", "type", "candidate")),
                admin.post(step + "/identity-links", Map.of("userId", "admin", "type", "candidate")),
                admin.post(step + "/submit-form", Map.of("variables", Map.of("words", Map.of("value", "x", "type", "String")))),
                admin.put(step, Map.of("assignee", "admin")),
                admin.delete(ENGINE + "/process-instance/" + instance),
                admin.put(ENGINE + "/process-instance/" + instance + "/suspended", Map.of("suspended", true)),
                admin.put(ENGINE + "/process-instance/" + instance + "/variables/flagOfTheCase", Map.of("value", false)),
                admin.post(ENGINE + "/process-instance/" + instance + "/modification",
                        Map.of("instructions", List.of(Map.of("type", "cancel", "activityId", "Task_BetaSpeaks")))),
                admin.delete(ENGINE + "/process-definition/key/twoParties?cascade=true"),
                admin.delete(ENGINE + "/history/process-instance/" + instance))) {
            assertThat(answer.status()).as(answer.toString()).isEqualTo(403);
            assertThat(answer.text()).contains(Doorkeeper.REFUSED);
        }
        assertThat(tasks.createTaskQuery().taskId(task).singleResult().getAssignee()).isNull();
        assertThat(engine.getRuntimeService().getVariable(instance, "flagOfTheCase")).isEqualTo(true);
    }

    @Test
    void nobody_who_joins_a_group_of_his_own_making_puts_others_into_a_step() {
        assertRefused("You may do this in part only: taking a step for oneself, and giving it back",
                () -> as("admin", List.of("camunda-admin", "friends"), () -> tasks.setAssignee(task, "gammaExpert")));
        assertThat(tasks.createTaskQuery().taskId(task).singleResult().getAssignee()).isNull();
    }

    @Test
    void a_designer_deploys_nothing_that_sleeps_until_a_date_or_is_for_some_only() {
        String sentence = "You may do this in part only: diagrams, decisions and forms, which are checked and there at once, "
                + "for everybody; an administrator who draws joins the designers";
        assertRefused(sentence, () -> as("ann", List.of("designer"), () -> engine.getRepositoryService().createDeployment()
                .addClasspathResource("access/alpha-speaks.form").activateProcessDefinitionsOn(new Date(0)).deploy()));
        assertRefused(sentence, () -> as("ann", List.of("designer"), () -> engine.getRepositoryService().createDeployment()
                .addClasspathResource("access/alpha-speaks.form").tenantId("some").deploy()));
    }

    private static void assertRefused(String sentence, Runnable deed) {
        assertThatThrownBy(deed::run).isInstanceOf(AuthorizationException.class).hasMessage(sentence);
    }

    private void as(String user, List<String> groups, Runnable deed) {
        identities.setAuthentication(user, groups);
        try {
            deed.run();
        } finally {
            identities.clearAuthentication();
        }
    }

    private Visitor gamma() {
        return Visitor.loggedIn(port, "tasklist", "gammaExpert", PASSWORD);
    }

    private void account(String user) {
        if (identities.createUserQuery().userId(user).count() == 0) {
            User account = identities.newUser(user);
            account.setPassword(PASSWORD);
            identities.saveUser(account);
        }
    }
}
