package org.commonground.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonground.access.Visitor.ENGINE;

import java.util.Collections;
import java.util.Map;
import java.util.Set;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.commonground.access.Visitor.Answer;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.Role;
import org.commonground.foundation.Seat;
import org.commonground.organisation.Accounts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Asha and Ben work for Alpha, Carl for Beta. What Asha holds she alone sends; Ben and the coordinator can free it. */
@AccessTest
class WhoHoldsAStepTest {

    private static final String PASSWORD = "CommonGround-1";
    private static final OrganisationId ALPHA = new OrganisationId("Alpha");
    private static final OrganisationId BETA = new OrganisationId("Beta");

    @LocalServerPort
    int port;
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

    private ProcessInstance instance;
    private String step;

    @BeforeEach
    void aStepOfAlpha() {
        partner("holdsAsha", "Asha Rao", ALPHA);
        partner("holdsBen", "Ben Iyer", ALPHA);
        partner("holdsCarl", "Carl Nair", BETA);
        staff("holdsCoordinator", "Cora Das", "coordinator");
        staff("holdsManager", "Max Sen", "manager");
        staff("holdsDesigner", "Dev Pal", "designer");
        repository.createDeployment().name("two-parties").enableDuplicateFiltering(false)
                .addClasspathResource("access/two-parties.bpmn").addClasspathResource("access/alpha-speaks.form")
                .addClasspathResource("access/beta-speaks.form").deploy();
        instance = runtime.startProcessInstanceByKey("twoParties", "P-2026-0043");
        step = ENGINE + "/task/" + tasks.createTaskQuery().processInstanceId(instance.getId()).taskName("Alpha speaks").singleResult()
                .getId();
    }

    @AfterEach
    void theCaseIsOver() {
        runtime.deleteProcessInstance(instance.getId(), "over");
        accounts.leave("holdsAsha", ALPHA);
        accounts.leave("holdsBen", ALPHA);
        accounts.leave("holdsCarl", BETA);
    }

    @Test
    void what_a_colleague_has_taken_meanwhile_is_not_sent_from_a_page_that_is_still_open() {
        Visitor asha = visitor("holdsAsha");
        claims(asha, "holdsAsha");
        assertThat(asha.post(step + "/unclaim", Map.of()).status()).isEqualTo(204);
        Visitor ben = visitor("holdsBen");
        claims(ben, "holdsBen");

        Answer answer = asha.post(step + "/submit-form", words("Water first."));
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.json().path("message").asText()).isEqualTo("Ben Iyer has this step now.");
        assertThat(holder()).isEqualTo("holdsBen");
        assertThat(ben.post(step + "/submit-form", words("Water first.")).status()).isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"holdsBen", "holdsCoordinator"})
    void a_colleague_or_the_coordinator_frees_it_with_tasklists_button(String user) {
        claims(visitor("holdsAsha"), "holdsAsha");

        assertThat(visitor(user).post(step + "/assignee", Collections.singletonMap("userId", null)).status()).isEqualTo(204);
        assertThat(holder()).isNull();
        claims(visitor("holdsBen"), "holdsBen");
    }

    @ParameterizedTest
    @ValueSource(strings = {"holdsCarl", "holdsManager"})
    void nobody_else_frees_it(String user) {
        claims(visitor("holdsAsha"), "holdsAsha");

        Visitor other = visitor(user);
        assertThat(other.post(step + "/assignee", Collections.singletonMap("userId", null)).status()).isEqualTo(403);
        assertThat(other.post(step + "/unclaim", Map.of()).status()).isEqualTo(403);
        assertThat(holder()).isEqualTo("holdsAsha");
    }

    @ParameterizedTest
    @ValueSource(strings = {"holdsBen", "holdsCoordinator"})
    void who_may_free_it_hands_it_to_nobody(String user) {
        claims(visitor("holdsAsha"), "holdsAsha");

        Visitor other = visitor(user);
        for (String next : new String[]{user, "holdsCarl", "holdsBen"}) {
            assertThat(other.post(step + "/assignee", Map.of("userId", next)).status()).as(next).isEqualTo(403);
        }
        assertThat(holder()).isEqualTo("holdsAsha");
    }

    @Test
    void a_designer_draws_no_verification_of_his_own() {
        Answer answer = Visitor.withPassword(port, "holdsDesigner", PASSWORD)
                .upload("/engine-rest/deployment/create", "help-myself", "access/help-myself.bpmn");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("message").asText()).isEqualTo("“Help myself” belongs to the room “organisation” and cannot be used"
                + " in “helpMyself”. Please give it a form, a decision or code of its own.");
    }

    private void claims(Visitor visitor, String user) {
        assertThat(visitor.post(step + "/claim", Map.of("userId", user)).status()).isEqualTo(204);
    }

    private String holder() {
        return tasks.createTaskQuery().processInstanceId(instance.getId()).taskName("Alpha speaks").singleResult().getAssignee();
    }

    private Visitor visitor(String user) {
        return Visitor.loggedIn(port, "tasklist", user, PASSWORD);
    }

    private static Map<String, Object> words(String words) {
        return Map.of("variables", Map.of("words", Map.of("value", words, "type", "String")));
    }

    private void partner(String user, String name, OrganisationId organisation) {
        accounts.openGroups(organisation, organisation.code(), Set.of(Role.EXPERT));
        staff(user, name, null);
        accounts.join(user, organisation);
        accounts.take(user, new Seat(organisation, Role.EXPERT));
    }

    private void staff(String user, String name, String group) {
        if (identities.createUserQuery().userId(user).count() == 0) {
            User account = identities.newUser(user);
            account.setPassword(PASSWORD);
            account.setFirstName(name.split(" ")[0]);
            account.setLastName(name.split(" ")[1]);
            account.setEmail(user.toLowerCase() + "@example.org");
            identities.saveUser(account);
            if (group != null) {
                identities.createMembership(user, group);
            }
        }
    }
}
