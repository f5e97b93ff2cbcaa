package org.commonground.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.commonground.access.TwoParties.SECRET_OF_ALPHA;
import static org.commonground.access.TwoParties.SECRET_OF_BETA;
import static org.commonground.access.Visitor.ENGINE;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.commonground.access.Visitor.Answer;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Role;
import org.commonground.foundation.Seat;
import org.commonground.foundation.SecretariatGroup;
import org.commonground.organisation.Accounts;
import org.commonground.organisation.OrganisationService;
import org.commonground.orientation.SecretariatLeft;
import org.commonground.partnership.PartnershipService;
import org.commonground.stage.Ladder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;

/** Who sees and may do what, asked at the doors that the webapps and Modeler use. */
@AccessTest
class WhoSeesWhatTest {

    private static final String PASSWORD = "CommonGround-1";
    private static final OrganisationId ALPHA = new OrganisationId("Alpha");
    private static final OrganisationId BETA = new OrganisationId("Beta");

    @LocalServerPort
    int port;
    @Autowired
    Ladder ladder;
    @Autowired
    PartnershipService partnerships;
    @Autowired
    OrganisationService organisations;
    @Autowired
    Accounts accounts;
    @Autowired
    IdentityService identities;
    @Autowired
    RepositoryService repository;
    @Autowired
    RuntimeService runtime;
    @Autowired
    TaskService tasks;
    @Autowired
    FilterService filters;
    @Autowired
    ApplicationEventPublisher facts;

    private ProcessInstance instance;
    private String alphasTask;
    private String betasTask;

    @BeforeEach
    void aCaseOfTwoParties() {
        partner("alphaExpert", ALPHA);
        partner("betaExpert", BETA);
        staff("seesCoordinator", "coordinator");
        staff("seesManager", "manager");
        staff("seesDesigner", "designer");
        repository.createDeployment().name("two-parties").enableDuplicateFiltering(false)
                .addClasspathResource("access/two-parties.bpmn").addClasspathResource("access/alpha-speaks.form")
                .addClasspathResource("access/beta-speaks.form").deploy();
        instance = runtime.startProcessInstanceByKey("twoParties", "P-2026-0042");
        runtime.setVariable(instance.getId(), "flagOfTheCase", true);
        alphasTask = task("Alpha speaks");
        betasTask = task("Beta speaks");
    }

    @AfterEach
    void theCaseIsOver() {
        runtime.deleteProcessInstance(instance.getId(), "over");
    }

    // ---- tasks

    @Test
    void a_partner_lists_counts_and_finds_its_own_tasks_only() {
        Visitor alpha = alpha();
        assertThat(ids(alpha.get(ENGINE + "/task?maxResults=50"))).containsExactly(alphasTask);
        assertThat(alpha.get(ENGINE + "/task/count").json().path("count").asInt()).isEqualTo(1);
        assertThat(alpha.get(ENGINE + "/task?maxResults=50&taskId=" + betasTask).json()).isEmpty();
        assertThat(alpha.get(ENGINE + "/task?maxResults=50&candidateGroup=orgBeta&includeAssignedTasks=true").json()).isEmpty();
        refused(alpha.post(ENGINE + "/task?maxResults=50", Map.of("taskId", betasTask)));
        assertThat(alpha.get(ENGINE + "/task/" + alphasTask).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/form", "/form-variables", "/rendered-form", "/deployed-form", "/variables", "/localVariables",
            "/identity-links", "/comment", "/attachment"})
    void somebody_elses_task_answers_nothing_whatever_is_asked(String part) {
        Answer answer = alpha().get(ENGINE + "/task/" + betasTask + part);
        assertThat(answer.status() >= 400 && answer.status() < 500 || answer.text().equals("[]")).as(answer.toString()).isTrue();
        assertThat(answer.text()).doesNotContain(SECRET_OF_BETA, "orgBeta", "Words");
    }

    @Test
    void each_reads_the_secret_of_its_own_form_only() {
        assertThat(alpha().get(ENGINE + "/task/" + alphasTask + "/form-variables").text()).contains(SECRET_OF_ALPHA)
                .doesNotContain(SECRET_OF_BETA);
        assertThat(beta().get(ENGINE + "/task/" + betasTask + "/form-variables").text()).contains(SECRET_OF_BETA)
                .doesNotContain(SECRET_OF_ALPHA);
    }

    @Test
    void somebody_elses_task_cannot_be_claimed_given_away_or_done() {
        Visitor alpha = alpha();
        refused(alpha.post(ENGINE + "/task/" + betasTask + "/claim", Map.of("userId", "alphaExpert")));
        refused(alpha.post(ENGINE + "/task/" + betasTask + "/assignee", Map.of("userId", "alphaExpert")));
        refused(alpha.post(ENGINE + "/task/" + betasTask + "/unclaim", Map.of()));
        refused(alpha.post(ENGINE + "/task/" + betasTask + "/submit-form", words("mine")));
        refused(alpha.post(ENGINE + "/task/" + betasTask + "/identity-links", Map.of("groupId", "orgAlpha", "type", "candidate")));
        assertThat(tasks.createTaskQuery().taskId(betasTask).singleResult().getAssignee()).isNull();
    }

    @Test
    void ones_own_task_is_done_with_its_form_and_in_no_other_way() {
        Visitor alpha = alpha();
        String mine = ENGINE + "/task/" + alphasTask;
        refused(alpha.post(mine + "/complete", words("x")));
        refused(alpha.post(mine + "/resolve", words("x")));
        refused(alpha.post(mine + "/delegate", Map.of("userId", "betaExpert")));
        refused(alpha.post(mine + "/bpmnError", Map.of("errorCode", "any")));
        refused(alpha.post(mine + "/bpmnEscalation", Map.of("escalationCode", "any")));
        refused(alpha.put(mine + "/variables/anything", Map.of("value", true)));
        refused(alpha.put(mine + "/localVariables/anything", Map.of("value", true)));
        refused(alpha.put(mine, Map.of("name", "Another name", "assignee", "betaExpert")));
        refused(alpha.delete(mine));
        refused(alpha.post(mine + "/comment/create", Map.of("message", "hello")));
        assertThat(alpha.post(mine + "/submit-form", words("Water first.")).status()).isEqualTo(204);
    }

    @Test
    void a_person_claims_for_nobody_else_and_takes_from_nobody() {
        Visitor alpha = alpha();
        refused(alpha.post(ENGINE + "/task/" + alphasTask + "/claim", Map.of("userId", "betaExpert")));
        refused(alpha.post(ENGINE + "/task/" + alphasTask + "/assignee", Map.of("userId", "betaExpert")));
        assertThat(ids(beta().get(ENGINE + "/task?maxResults=50"))).containsExactly(betasTask);
        assertThat(alpha.post(ENGINE + "/task/" + alphasTask + "/claim", Map.of("userId", "alphaExpert")).status()).isEqualTo(204);
    }

    @Test
    void a_coordinator_sees_whom_the_case_waits_for_and_does_nobody_elses_step() {
        Visitor coordinator = Visitor.loggedIn(port, "tasklist", "seesCoordinator", PASSWORD);
        assertThat(ids(coordinator.get(ENGINE + "/task?maxResults=50"))).contains(alphasTask, betasTask);
        refused(coordinator.post(ENGINE + "/task/" + betasTask + "/claim", Map.of("userId", "seesCoordinator")));
        refused(coordinator.post(ENGINE + "/task/" + betasTask + "/submit-form", words("in their name")));
        assertThat(coordinator.get("/cases?task=" + betasTask).json().get(0).path("asked").asText()).contains("Beta");
    }

    // ---- instances and history

    @ParameterizedTest
    @ValueSource(strings = {"/process-instance", "/execution", "/variable-instance", "/history/process-instance", "/history/task",
            "/history/activity-instance", "/history/variable-instance", "/history/detail", "/history/user-operation", "/history/incident",
            "/history/decision-instance", "/history/job-log", "/history/identity-link-log", "/incident", "/job", "/external-task",
            "/event-subscription", "/deployment", "/decision-definition", "/batch", "/authorization", "/tenant"})
    void partners_read_no_instances_no_history_and_nothing_of_the_machine(String list) {
        Answer answer = alpha().get(ENGINE + list + "?maxResults=50");
        assertThat(answer.status()).as(answer.toString()).isIn(200, 403);
        // The nightly cleaning of the history belongs to no case and to nobody.
        assertThat(answer.text()).doesNotContain("flagOfTheCase", SECRET_OF_BETA, instance.getId(), "\"processDefinitionKey\":\"");
    }

    @Test
    void an_instance_cannot_be_read_changed_or_deleted_by_a_partner() {
        Visitor alpha = alpha();
        String path = ENGINE + "/process-instance/" + instance.getId();
        refused(alpha.get(path + "/variables"));
        refused(alpha.get(path + "/activity-instances"));
        refused(alpha.put(path + "/variables/flagOfTheCase", Map.of("value", false)));
        refused(alpha.put(path + "/suspended", Map.of("suspended", true)));
        refused(alpha.post(path + "/modification",
                Map.of("instructions", List.of(Map.of("type", "cancel", "activityId", "Task_BetaSpeaks")))));
        refused(alpha.delete(path));
        refused(alpha.get(ENGINE + "/history/process-instance/" + instance.getId()));
        assertThat(runtime.createProcessInstanceQuery().processInstanceId(instance.getId()).count()).isOne();
    }

    @Test
    void nobody_starts_in_the_middle_or_sends_messages() {
        Visitor alpha = alpha();
        refused(alpha.post(ENGINE + "/process-definition/key/twoParties/start",
                Map.of("startInstructions", List.of(Map.of("type", "startBeforeActivity", "activityId", "Task_BetaSpeaks")))));
        refused(alpha.post(ENGINE + "/process-definition/key/partnership/start", Map.of("businessKey", "P-2026-9999")));
        refused(alpha.post(ENGINE + "/process-definition/key/organisation/submit-form", Map.of("variables", Map.of())));
        refused(alpha.post(ENGINE + "/message", Map.of("messageName", "FlagRaised", "businessKey", "Beta")));
        refused(alpha.post(ENGINE + "/signal", Map.of("name", "anything")));
        refused(alpha.post(ENGINE + "/task/create", Map.of("name", "A task of my own")));
    }

    @Test
    void a_manager_watches_and_changes_nothing() {
        Visitor manager = Visitor.loggedIn(port, "cockpit", "seesManager", PASSWORD);
        String path = ENGINE + "/process-instance/" + instance.getId();
        assertThat(manager.get(path).status()).isEqualTo(200);
        assertThat(manager.get(path + "/activity-instances").status()).isEqualTo(200);
        assertThat(manager.get(ENGINE + "/process-definition/statistics").status()).isEqualTo(200);
        assertThat(ids(manager.get(ENGINE + "/history/process-instance?maxResults=500"))).contains(instance.getId());
        refused(manager.put(path + "/suspended", Map.of("suspended", true)));
        refused(manager.put(path + "/variables/flagOfTheCase", Map.of("value", false)));
        refused(manager.delete(path));
        refused(manager.post(ENGINE + "/task/" + betasTask + "/claim", Map.of("userId", "seesManager")));
        refused(manager.post(ENGINE + "/task/" + betasTask + "/submit-form", words("x")));
    }

    @Test
    void a_designer_reads_diagrams_and_no_case() {
        Visitor designer = Visitor.withPassword(port, "seesDesigner", PASSWORD);
        assertThat(designer.get("/engine-rest/process-definition?maxResults=50").text()).contains("twoParties");
        refused(designer.get("/engine-rest/process-instance?maxResults=50"));
        refused(designer.get("/engine-rest/task?maxResults=50"));
        refused(designer.get("/engine-rest/history/process-instance?maxResults=50"));
        Visitor cockpit = Visitor.loggedIn(port, "cockpit", "seesDesigner", PASSWORD);
        assertThat(cockpit.get(ENGINE + "/process-instance?maxResults=50").json()).isEmpty();
        assertThat(cockpit.get(ENGINE + "/task?maxResults=50").json()).isEmpty();
        assertThat(cockpit.get(ENGINE + "/history/process-instance?maxResults=50").json()).isEmpty();
        refused(designer.delete("/engine-rest/deployment/" + repository.createProcessDefinitionQuery().processDefinitionKey("twoParties")
                .latestVersion().singleResult().getDeploymentId() + "?cascade=true"));
    }

    @Test
    void a_designer_deploys_as_modeler_does_and_deletes_nothing() {
        Visitor designer = Visitor.withPassword(port, "seesDesigner", PASSWORD);
        Answer deployed = designer.upload("/engine-rest/deployment/create", "drawn-by-a-designer", "access/two-parties.bpmn",
                "access/alpha-speaks.form", "access/beta-speaks.form");
        assertThat(deployed.status()).as(deployed.toString()).isEqualTo(200);
        refused(designer.delete("/engine-rest/deployment/" + deployed.json().path("id").asText() + "?cascade=true"));
        Visitor manager = Visitor.withPassword(port, "seesManager", PASSWORD);
        refused(manager.upload("/engine-rest/deployment/create", "drawn-by-a-manager", "access/two-parties.bpmn"));
    }

    @Test
    void what_a_designer_may_not_deploy_is_answered_in_a_sentence() {
        Visitor designer = Visitor.withPassword(port, "seesDesigner", PASSWORD);
        long before = repository.createDeploymentQuery().count();
        Answer code = designer.upload("/engine-rest/deployment/create", "code", "access/code-in-a-table.dmn");
        assertThat(code.status()).as(code.toString()).isEqualTo(400);
        assertThat(code.json().path("message").asText())
                .isEqualTo("The decision “Deadlines” is written in “juel” in row 1, column “Days”: write it in FEEL.");
        Answer restless = assertTimeoutPreemptively(Duration.ofSeconds(20),
                () -> designer.upload("/engine-rest/deployment/create", "restless", "access/restless.bpmn"));
        assertThat(restless.status()).as(restless.toString()).isEqualTo(400);
        assertThat(restless.json().path("message").asText())
                .contains("“Every moment”: “R/PT0S” repeats too quickly: a cycle's period is a minute or more.");
        assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
    }

    // ---- filters, accounts, the rest

    @Test
    void filters_are_read_by_those_they_are_for_and_changed_by_nobody() {
        Visitor alpha = alpha();
        assertThat(names(alpha.get(ENGINE + "/filter?maxResults=50")))
                .containsExactlyInAnyOrder("My organisation", "As expert", "Signatures", "Mine", "Overdue");
        assertThat(ids(alpha.get(ENGINE + "/filter/" + filter("My organisation") + "/list?maxResults=50"))).containsExactly(alphasTask);
        assertThat(ids(alpha.get(ENGINE + "/filter/" + filter("As expert") + "/list?maxResults=50"))).containsExactly(alphasTask);
        refused(alpha.get(ENGINE + "/filter/" + filter("Secretariat queue") + "/list?maxResults=50"));
        refused(alpha.get(ENGINE + "/filter/" + filter("As ally") + "/list?maxResults=50"));
        refused(alpha.post(ENGINE + "/filter/create",
                Map.of("resourceType", "Task", "name", "Everything", "query", Map.of(), "properties", Map.of())));
        refused(alpha.delete(ENGINE + "/filter/" + filter("Mine")));
        assertThat(ids(alpha.post(ENGINE + "/filter/" + filter("My organisation") + "/list?maxResults=50", Map.of("taskId", betasTask))))
                .isEmpty();
    }

    @Test
    void the_queue_of_a_secretariat_is_read_by_its_people_as_long_as_they_are_in_it() {
        SecretariatGroup secretariat = SecretariatGroup.of(new PartnershipId("P-2026-0042"));
        accounts.keepSecretariat(secretariat, "Secretariat of Two parties", Set.of("alphaExpert"));
        Visitor alpha = alpha();
        JsonNode shown = alpha.get(ENGINE + "/filter?maxResults=50").json();
        String queue = ENGINE + "/filter/" + StreamSupport.stream(shown.spliterator(), false)
                .filter(one -> one.path("name").asText().equals("Secretariat queue")).findFirst().orElseThrow().path("id").asText();
        ProcessInstance another = runtime.startProcessInstanceByKey("twoParties", "P-2026-0043");
        String asked = betasTask;
        tasks.addCandidateGroup(asked, "coordinator");
        tasks.addCandidateGroup(asked, secretariat.id());
        String elsewhere = tasks.createTaskQuery().processInstanceId(another.getId()).taskName("Beta speaks").singleResult().getId();
        tasks.addCandidateGroup(elsewhere, "coordinator");
        tasks.addCandidateGroup(elsewhere, SecretariatGroup.of(new PartnershipId("P-2026-0043")).id());
        try {
            assertThat(ids(alpha.get(queue + "/list?maxResults=50"))).as("neither another's nor the own organisation's")
                    .containsExactly(asked);
            assertThat(alpha.get(queue + "/count").json().path("count").asInt()).isOne();
            assertThat(alpha.get(ENGINE + "/task/" + elsewhere).status()).isEqualTo(404);
            assertThat(alpha.get("/cases?task=" + asked).json().get(0).path("asked").asText())
                    .endsWith("Coordinators, Secretariat of Two parties");
            assertThat(alpha.get("/cases?task=" + asked).json().get(0).path("mine").asBoolean()).isTrue();
            refused(beta().get(queue + "/list?maxResults=50"));
            Visitor coordinator = Visitor.loggedIn(port, "tasklist", "seesCoordinator", PASSWORD);
            String coordinators = filters.createFilterQuery().filterName("Secretariat queue").list().stream().map(Filter::getId)
                    .filter(id -> !queue.endsWith(id)).findFirst().orElseThrow();
            assertThat(ids(coordinator.get(ENGINE + "/filter/" + coordinators + "/list?maxResults=50"))).contains(asked, elsewhere)
                    .doesNotContain(alphasTask);
            refused(alpha.get(ENGINE + "/filter/" + coordinators + "/list?maxResults=50"));
            refused(coordinator.get(queue + "/list?maxResults=50"));
            Set<String> out = accounts.keepSecretariat(secretariat, "Secretariat of Two parties", Set.of());
            facts.publishEvent(new SecretariatLeft(secretariat.partnership(), out));
            assertThat(alpha.get(queue + "/list?maxResults=50").status()).as("logged out").isEqualTo(401);
            assertThat(names(alpha().get(ENGINE + "/filter?maxResults=50"))).doesNotContain("Secretariat queue");
            assertThat(alpha().get(ENGINE + "/task/" + asked).status()).isEqualTo(404);
        } finally {
            accounts.keepSecretariat(secretariat, "Secretariat of Two parties", Set.of());
            runtime.deleteProcessInstance(another.getId(), "over");
        }
    }

    @Test
    void accounts_and_groups_are_nobodys_business() {
        Visitor alpha = alpha();
        assertThat(alpha.get(ENGINE + "/user?maxResults=50").json())
                .allSatisfy(user -> assertThat(user.path("id").asText()).isEqualTo("alphaExpert"));
        refused(alpha.get(ENGINE + "/user/betaExpert/profile"));
        refused(alpha.delete(ENGINE + "/user/betaExpert"));
        refused(alpha.delete(ENGINE + "/user/alphaExpert"));
        refused(alpha.put(ENGINE + "/group/camunda-admin/members/alphaExpert", Map.of()));
        refused(alpha.put(ENGINE + "/group/orgBeta/members/alphaExpert", Map.of()));
        refused(alpha.post(ENGINE + "/user/create",
                Map.of("profile", Map.of("id", "mallory"), "credentials", Map.of("password", PASSWORD))));
        refused(alpha.post(ENGINE + "/authorization/create", Map.of("type", 1, "permissions", List.of("ALL"), "userId", "alphaExpert",
                "resourceType", 7, "resourceId", "*")));
        assertThat(identities.createUserQuery().userId("alphaExpert").memberOfGroup("orgBeta").count()).isZero();
    }

    @Test
    void how_busy_others_are_is_nobodys_business() {
        Answer counted = alpha().get(ENGINE + "/process-definition/statistics");
        assertThat(counted.status() == 403 || counted.text().equals("[]")).as(counted.toString()).isTrue();
        Answer groups = alpha().get(ENGINE + "/identity/groups?userId=betaExpert");
        assertThat(groups.status() >= 400 || !groups.text().contains("orgBeta")).as(groups.toString()).isTrue();
    }

    @Test
    void without_a_login_there_is_nothing() {
        Visitor nobody = Visitor.anonymous(port);
        for (String path : Stream.of("/task", "/process-instance", "/filter", "/user", "/process-definition", "/history/task")
                .map(ENGINE::concat).toList()) {
            assertThat(nobody.get(path).status()).as(path).isEqualTo(401);
        }
        assertThat(nobody.get("/mails").header("Location")).endsWith("/login");
        assertThat(nobody.get("/cases?task=" + alphasTask).status()).isEqualTo(401);
        assertThat(nobody.get("/cases?task=" + alphasTask).header("Set-Cookie")).isEmpty();
    }

    @Test
    void the_mails_of_the_house_are_for_its_administrator() {
        assertThat(alpha().get("/mails").status()).isEqualTo(403);
        assertThat(Visitor.loggedIn(port, "cockpit", "seesManager", PASSWORD).get("/mails").status()).isEqualTo(403);
        assertThat(Visitor.loggedIn(port, "admin", "admin", PASSWORD).get("/mails").text()).contains("Mails</h1>");
    }

    @Test
    void the_list_of_tasks_is_told_the_cases_of_visible_tasks_only() {
        Answer told = alpha().get("/cases?task=" + alphasTask + "&task=" + betasTask);
        assertThat(told.json()).hasSize(1);
        assertThat(told.json().get(0).path("task").asText()).isEqualTo(alphasTask);
        assertThat(told.json().get(0).path("asked").asText()).isEqualTo("Alpha, Alpha · Expert");
        assertThat(told.json().get(0).path("holder").isNull()).isTrue();
    }

    @Test
    void who_sees_a_step_reads_the_name_of_whoever_has_it() {
        assertThat(alpha().post(ENGINE + "/task/" + alphasTask + "/claim", Map.of("userId", "alphaExpert")).status()).isEqualTo(204);
        Visitor coordinator = Visitor.loggedIn(port, "tasklist", "seesCoordinator", PASSWORD);
        assertThat(coordinator.get("/cases?task=" + alphasTask).json().get(0).path("holderName").asText())
                .isEqualTo(identities.createUserQuery().userId("alphaExpert").singleResult().getFirstName() + " "
                        + identities.createUserQuery().userId("alphaExpert").singleResult().getLastName());
        assertThat(beta().get("/cases?task=" + alphasTask).json()).isEmpty();
    }

    @Test
    void a_case_is_found_by_title_number_and_organisation_by_who_sees_a_step_of_it_only() {
        ladder.verified(List.of(new OrganisationId("Findme"), new OrganisationId("Findtoo")));
        PartnershipId found = ladder.chosen(Map.of(new OrganisationId("Findme"), Role.EXPERT, new OrganisationId("Findtoo"),
                Role.IMPLEMENTER));
        String title = partnerships.title(found).orElseThrow().title();
        ProcessInstance running = runtime.startProcessInstanceByKey("twoParties", found.value());
        partner("gammaExpert", new OrganisationId("Gamma"));
        try {
            for (String words : List.of(title, title.toUpperCase(), title.substring(2, 6),
                    organisations.card(new OrganisationId("Findme")).name())) {
                String asked = "/cases?find=" + URLEncoder.encode(words, StandardCharsets.UTF_8);
                assertThat(alpha().get(asked).json()).as(words).extracting(JsonNode::asText).contains(found.value());
                assertThat(Visitor.loggedIn(port, "tasklist", "gammaExpert", PASSWORD).get(asked).json()).as(words).isEmpty();
                assertThat(Visitor.anonymous(port).get(asked).text()).doesNotContain(found.value());
            }
            for (String words : List.of("", "f", "%", "%%", "no such words", "x".repeat(500))) {
                assertThat(alpha().get("/cases?find=" + URLEncoder.encode(words, StandardCharsets.UTF_8)).json()).as(words).isEmpty();
            }
        } finally {
            runtime.deleteProcessInstance(running.getId(), "over");
        }
    }

    @Test
    void what_can_be_started_is_told_to_who_may_start_it() {
        assertThat(alpha().get("/starts").json().path("Partnership").asText()).isEqualTo("Propose partnership");
        assertThat(alpha().get("/starts").json().has("Organisation")).isFalse();
        assertThat(Visitor.loggedIn(port, "tasklist", "seesCoordinator", PASSWORD).get("/starts").json().path("Organisation").asText())
                .isEqualTo("Register organisation");
        assertThat(Visitor.anonymous(port).get("/starts").header("Location")).endsWith("/login");
    }

    @Test
    void who_leaves_an_organisation_sees_nothing_of_it_any_more() {
        partner("alphaLeaver", ALPHA);
        Visitor leaver = Visitor.loggedIn(port, "tasklist", "alphaLeaver", PASSWORD);
        assertThat(leaver.post(ENGINE + "/task/" + alphasTask + "/claim", Map.of("userId", "alphaLeaver")).status()).isEqualTo(204);
        accounts.leave("alphaLeaver", ALPHA);
        assertThat(tasks.createTaskQuery().taskId(alphasTask).singleResult().getAssignee()).isNull();
        assertThat(Visitor.anonymous(port).opens("tasklist", "alphaLeaver", PASSWORD).status()).isEqualTo(403);
        assertThat(ids(alpha().get(ENGINE + "/task?maxResults=50"))).containsExactly(alphasTask);
    }

    private static void refused(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isBetween(400, 499);
        assertThat(answer.text()).doesNotContain(SECRET_OF_BETA);
    }

    private static Map<String, Object> words(String words) {
        return Map.of("variables", Map.of("words", Map.of("value", words, "type", "String")));
    }

    private static List<String> ids(Answer list) {
        return texts(list, "id");
    }

    private static List<String> names(Answer list) {
        return texts(list, "name");
    }

    private static List<String> texts(Answer list, String key) {
        assertThat(list.status()).as(list.toString()).isEqualTo(200);
        return StreamSupport.stream(list.json().spliterator(), false).map(entry -> entry.path(key).asText()).toList();
    }

    private String filter(String name) {
        return filters.createFilterQuery().filterName(name).list().stream().map(Filter::getId).findFirst().orElseThrow();
    }

    private String task(String label) {
        Task task = tasks.createTaskQuery().processInstanceId(instance.getId()).taskName(label).singleResult();
        return task.getId();
    }

    private Visitor alpha() {
        return Visitor.loggedIn(port, "tasklist", "alphaExpert", PASSWORD);
    }

    private Visitor beta() {
        return Visitor.loggedIn(port, "tasklist", "betaExpert", PASSWORD);
    }

    private void partner(String user, OrganisationId organisation) {
        accounts.openGroups(organisation, organisation.code(), Set.of(Role.EXPERT));
        staff(user, null);
        accounts.join(user, organisation);
        accounts.take(user, new Seat(organisation, Role.EXPERT));
    }

    private void staff(String user, String group) {
        if (identities.createUserQuery().userId(user).count() == 0) {
            User account = identities.newUser(user);
            account.setPassword(PASSWORD);
            identities.saveUser(account);
            if (group != null) {
                identities.createMembership(user, group);
            }
        }
    }
}
