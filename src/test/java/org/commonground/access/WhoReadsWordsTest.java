package org.commonground.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonground.access.Visitor.ENGINE;

import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.commonground.access.Visitor.Answer;
import org.commonground.engine.MovableClock;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What somebody has begun to write, and what somebody has sent. Asha and Ben work for Alpha, Carl for Beta. A draft is read by its writer
 * alone, an answer by all who could have sent it.
 */
@AccessTest
class WhoReadsWordsTest {

    private static final String PASSWORD = "CommonGround-1";
    private static final OrganisationId ALPHA = new OrganisationId("Alpha");
    private static final OrganisationId BETA = new OrganisationId("Beta");
    private static final String NOT_YOURS = "No draft is kept for this step. Perhaps somebody has done it meanwhile.";

    @LocalServerPort
    int port;
    @Autowired
    EngineAccounts accounts;
    @Autowired
    IdentityService identities;
    @Autowired
    RepositoryService repository;
    @Autowired
    RuntimeService runtime;
    @Autowired
    TaskService tasks;
    @Autowired
    JdbcTemplate jdbc;
    @Autowired
    MovableClock clock;

    private ProcessInstance instance;
    private String task;
    private String step;
    private String draft;
    private Visitor asha;

    @BeforeEach
    void a_step_of_alpha() {
        partner("wordsAsha", ALPHA);
        partner("wordsBen", ALPHA);
        partner("wordsCarl", BETA);
        staff("wordsCoordinator", "coordinator");
        repository.createDeployment().name("two-parties").enableDuplicateFiltering(false)
                .addClasspathResource("access/two-parties.bpmn").addClasspathResource("access/alpha-speaks.form")
                .addClasspathResource("access/beta-speaks.form").deploy();
        instance = runtime.startProcessInstanceByKey("twoParties", "P-2026-0044");
        task = tasks.createTaskQuery().processInstanceId(instance.getId()).taskName("Alpha speaks").singleResult().getId();
        step = ENGINE + "/task/" + task;
        draft = "/drafts/" + task;
        asha = visitor("wordsAsha");
    }

    @AfterEach
    void the_case_is_over() {
        if (runtime.createProcessInstanceQuery().processInstanceId(instance.getId()).count() > 0) {
            runtime.deleteProcessInstance(instance.getId(), "over");
        }
        List.of("wordsAsha", "wordsBen").forEach(user -> accounts.leave(user, ALPHA));
        accounts.leave("wordsCarl", BETA);
    }

    // Drafts

    @Test
    void a_draft_is_back_in_the_form_on_another_machine() {
        assertThat(saves(asha, 0, "Water first").status()).isEqualTo(200);

        Visitor elsewhere = visitor("wordsAsha");
        assertThat(elsewhere.get(step + "/form-variables").json().path("words").path("value").asText()).isEqualTo("Water first");
        assertThat(elsewhere.get(draft).json().path("nr").asInt()).isOne();
        assertThat(elsewhere.get(draft).json().path("aside")).isEmpty();
    }

    @Test
    void nobody_else_reads_or_writes_it_a_colleague_neither() {
        saves(asha, 0, "Water first");

        Visitor ben = visitor("wordsBen");
        assertThat(ben.get(step + "/form-variables").text()).doesNotContain("Water first");
        assertThat(ben.get(draft).json().path("nr").asInt()).isZero();
        assertThat(saves(ben, 1, "Ben’s").json().path("message").asText()).startsWith("This draft was changed in another tab");
        for (String other : List.of("wordsCarl", "wordsCoordinator")) {
            Visitor visitor = visitor(other);
            assertThat(visitor.get(draft).json().path("keeps").asBoolean()).as(other).isFalse();
            assertThat(saves(visitor, 1, "Not mine").json().path("message").asText()).as(other).isEqualTo(NOT_YOURS);
            assertThat(visitor.delete(draft).status()).as(other).isEqualTo(404);
        }
        assertThat(asha.get(draft).json().path("nr").asInt()).isOne();
    }

    @Test
    void whoever_left_the_organisation_reads_it_no_longer() {
        saves(asha, 0, "Water first");
        accounts.leave("wordsAsha", ALPHA);

        Visitor gone = Visitor.anonymous(port);
        gone.login("wordsAsha", PASSWORD);
        assertThat(gone.get(draft).json().path("keeps").asBoolean()).isFalse();
        assertThat(saves(gone, 1, "Still here").json().path("message").asText()).isEqualTo(NOT_YOURS);
    }

    @Test
    void it_goes_with_the_account() {
        saves(asha, 0, "Water first");
        identities.deleteUser("wordsAsha");
        assertThat(drafts()).isZero();
    }

    @Test
    void the_later_tab_wins_only_if_it_saw_the_earlier() {
        assertThat(saves(asha, 0, "One").json().path("nr").asInt()).isEqualTo(1);
        assertThat(saves(asha, 1, "Two").json().path("nr").asInt()).isEqualTo(2);
        Answer stale = saves(asha, 1, "From the other tab");
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.json().path("message").asText()).startsWith("This draft was changed in another tab or on another machine.");
        assertThat(asha.get(step + "/form-variables").json().path("words").path("value").asText()).isEqualTo("Two");
    }

    @Test
    void what_is_too_long_or_no_answer_is_not_kept_and_a_sentence_says_so() {
        asha.get(draft);
        Answer long1 = asha.send("PUT", draft, "application/json", "{\"words\":\"" + "w".repeat(1 << 20) + "\"}");
        assertThat(long1.status()).isEqualTo(413);
        assertThat(long1.json().path("message").asText()).startsWith("This is too long to be kept as a draft. You can go on and send it");
        for (String nothing : List.of("no json", "[]", "{}", "null", "", "{\"words\":" + "[".repeat(2000) + "]".repeat(2000) + "}",
                "{\"words\":" + "{\"a\":".repeat(20) + "1" + "}".repeat(20) + "}")) {
            assertThat(asha.send("PUT", draft, "application/json", nothing).status()).as(nothing).isEqualTo(400);
        }
        assertThat(drafts()).isZero();
        assertThat(asha.post(step + "/submit-form", words("Still to be sent")).status()).isEqualTo(204);
    }

    @Test
    void without_the_token_of_the_form_nothing_is_kept() {
        Answer answer = visitor("wordsAsha").send("PUT", draft, "application/json", "{\"words\":\"forged\"}");
        assertThat(answer.status()).isEqualTo(403);
        assertThat(drafts()).isZero();
    }

    @Test
    void what_is_no_question_of_the_form_is_laid_over_nothing() {
        asha.get(draft);
        asha.put(draft + "?seen=0", Map.of("words", "Mine", "secret", "forged", "caseTitle", "forged", "party", "Beta"));

        String shown = asha.get(step + "/form-variables").text();
        assertThat(shown).contains("Mine", TwoParties.SECRET_OF_ALPHA).doesNotContain("forged").doesNotContain("\"party\"");
    }

    @Test
    void it_goes_when_it_is_sent_and_with_its_task() {
        saves(asha, 0, "Water first");
        saves(visitor("wordsBen"), 0, "Ben’s");
        assertThat(drafts()).isEqualTo(2);
        assertThat(asha.post(step + "/submit-form", words("Water first.")).status()).isEqualTo(204);
        assertThat(drafts()).as("of a colleague too").isZero();
        assertThat(saves(asha, 1, "Too late").json().path("message").asText()).isEqualTo(NOT_YOURS);
    }

    // Answers

    @Test
    void what_was_sent_is_read_by_those_who_could_have_sent_it() {
        asha.post(step + "/submit-form", words("<b>Water</b> first"));

        for (String reader : List.of("wordsAsha", "wordsBen")) {
            assertThat(visitor(reader).get("/answers/" + task).text()).as(reader)
                    .contains("&lt;b&gt;Water&lt;/b&gt; first", "Alpha speaks");
        }
        for (String other : List.of("wordsCarl", "wordsCoordinator")) {
            assertThat(visitor(other).get("/answers/" + task).status()).as(other).isEqualTo(404);
        }
        assertThat(visitor("wordsAsha").get("/answers").text()).contains("Alpha speaks", "/answers/" + task);
        assertThat(visitor("wordsBen").get("/answers").text()).as("what oneself sent").doesNotContain("/answers/" + task);
        accounts.leave("wordsAsha", ALPHA);
        Visitor gone = Visitor.anonymous(port);
        gone.login("wordsAsha", PASSWORD);
        assertThat(gone.get("/answers/" + task).status()).as("who left").isEqualTo(404);
    }

    @Test
    void what_binds_is_not_changed_and_strangers_change_nothing() {
        asha.post(step + "/submit-form", words("Water first"));

        Answer refused = changes("wordsBen");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text()).contains("This answer binds as it was given and cannot be changed.").doesNotContain(">Change<");
        for (String other : List.of("wordsCarl", "wordsCoordinator")) {
            assertThat(changes(other).status()).as(other).isEqualTo(404);
        }
        assertThat(asha.send("POST", "/answers/" + task + "/change", "application/x-www-form-urlencoded", "").status())
                .as("without its page").isEqualTo(403);
        assertThat(changes("wordsAsha", "no-such-answer").status()).isEqualTo(404);
    }

    private Answer changes(String user) {
        return changes(user, task);
    }

    private Answer changes(String user, String answer) {
        Visitor visitor = visitor(user);
        visitor.get("/drafts/none");
        return visitor.send("POST", "/answers/" + answer + "/change", "application/x-www-form-urlencoded", "");
    }

    @Test
    void what_comes_next_is_told_to_whoever_sent_it_and_to_nobody_else() {
        asha.post(step + "/submit-form", words("Water first"));

        assertThat(visitor("wordsAsha").get("/after/" + task).json().path("awaited").toString())
                .contains("Beta speaks", "other organisations").doesNotContain("\"Beta\"");
        for (String other : List.of("wordsBen", "wordsCarl", "wordsCoordinator")) {
            assertThat(visitor(other).get("/after/" + task).json().path("awaited")).as(other).isEmpty();
        }
        assertThat(Visitor.anonymous(port).get("/after/" + task).status()).isEqualTo(401);
    }

    @Test
    void what_follows_from_what_was_sent_comes_before_what_has_been_waiting_anyway() {
        Task waiting = alphaSpeaks(Duration.ofHours(1));
        clock.advance(Duration.ofMinutes(1));
        asha.post(step + "/submit-form", words("Water first"));
        Task following = alphaSpeaks(Duration.ofHours(9));

        JsonNode next = visitor("wordsAsha").get("/after/" + task).json().path("next");
        assertThat(next.path("task").asText()).isEqualTo(following.getId());
        assertThat(next.path("due").asText()).as("the hour of a day that is near").endsWith(" UTC");
        List.of(waiting, following).forEach(one -> runtime.deleteProcessInstance(one.getProcessInstanceId(), "over"));
        clock.reset();
    }

    /** In another instance of the same case. */
    private Task alphaSpeaks(Duration until) {
        Task opened = tasks.createTaskQuery().processInstanceId(runtime.startProcessInstanceByKey("twoParties", "P-2026-0044").getId())
                .taskName("Alpha speaks").singleResult();
        opened.setDueDate(Date.from(clock.instant().plus(until)));
        tasks.saveTask(opened);
        return opened;
    }

    private Answer saves(Visitor visitor, int seen, String words) {
        visitor.get(draft);
        return visitor.put(draft + "?seen=" + seen, Map.of("words", words));
    }

    private static Map<String, Object> words(String words) {
        return Map.of("variables", Map.of("words", Map.of("value", words, "type", "String")));
    }

    private int drafts() {
        return jdbc.queryForObject("select count(*) from draft where task = ?", Integer.class, task);
    }

    private Visitor visitor(String user) {
        return Visitor.loggedIn(port, "tasklist", user, PASSWORD);
    }

    private void partner(String user, OrganisationId organisation) {
        account(user);
        accounts.openGroups(organisation, organisation.code(), Set.of(Role.EXPERT));
        accounts.join(user, organisation);
    }

    private void staff(String user, String group) {
        if (account(user)) {
            identities.createMembership(user, group);
        }
    }

    private boolean account(String user) {
        if (identities.createUserQuery().userId(user).count() > 0) {
            return false;
        }
        User account = identities.newUser(user);
        account.setPassword(PASSWORD);
        identities.saveUser(account);
        return true;
    }
}
