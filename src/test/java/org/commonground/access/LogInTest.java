package org.commonground.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonground.access.Visitor.ENGINE;

import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.sql.DataSource;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.digest.Sha512HashDigest;
import org.camunda.bpm.engine.impl.util.EncryptionUtil;
import org.commonground.access.Visitor.Answer;
import org.commonground.engine.MovableClock;
import org.commonground.foundation.OrganisationId;
import org.commonground.stage.StatementCount;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.session.Session;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.transaction.support.TransactionTemplate;

/** Who is in, for how long, and what that costs the database. */
@AccessTest
class LogInTest {

    private static final String PASSWORD = "CommonGround-1";
    private static final String TASKLIST = "/camunda/app/tasklist/default/";
    private static final String HOME = "/";
    private static final String WHO = "/camunda/api/admin/auth/user/default";

    @LocalServerPort
    int port;
    @Autowired
    IdentityService identities;
    @Autowired
    EngineAccounts accounts;
    @Autowired
    JdbcClient database;
    @Autowired
    DataSource source;
    @Autowired
    StatementCount statements;
    @Autowired
    MovableClock clock;

    @AfterEach
    void theClockRuns() {
        clock.reset();
    }

    @Test
    void a_link_leads_to_the_log_in_and_then_to_its_page() {
        person("deepa");
        Visitor deepa = Visitor.anonymous(port);
        Answer asked = deepa.get("/papers/P-2026-0001?from=mail", "Accept", "text/html");
        assertThat(asked.status()).isEqualTo(302);
        assertThat(asked.header("Location")).endsWith("/login");
        assertThat(deepa.login("deepa", PASSWORD).header("Location")).endsWith("/papers/P-2026-0001?from=mail");
        assertThat(deepa.login("deepa", PASSWORD).header("Location")).as("only once").endsWith(HOME);
    }

    @Test
    void a_page_of_another_house_is_never_gone_to() {
        person("wary");
        for (String elsewhere : List.of("https://evil.example/login", "//evil.example/", "/\\evil.example", "javascript:alert(1)",
                "no base64")) {
            Visitor wary = Visitor.anonymous(port);
            wary.carries("REDIRECT_URI", elsewhere.contains(" ") ? "%%%" : Base64.getEncoder().encodeToString(elsewhere.getBytes()));
            String location = wary.login("wary", PASSWORD).header("Location");
            assertThat(location).as(elsewhere).startsWith("http://localhost:" + port + "/").doesNotContain("evil", "javascript");
        }
    }

    @Test
    void the_webapps_and_our_own_pages_know_the_same_person_at_once() {
        person("shared");
        Visitor shared = Visitor.anonymous(port);
        shared.login("shared", PASSWORD);
        assertThat(shared.get("/cases?task=none").status()).isEqualTo(200);
        assertThat(shared.get(WHO).json().path("userId").asText()).isEqualTo("shared");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mariajose", "MARIAJOSE", "mariaJose", " mariaJose "})
    void a_name_is_found_whatever_its_capitals(String typed) {
        person("mariaJose");
        Visitor maria = Visitor.anonymous(port);
        assertThat(maria.login(typed, PASSWORD).header("Location")).endsWith(HOME);
        assertThat(maria.get(WHO).json().path("userId").asText()).isEqualTo("mariaJose");
    }

    @Test
    void the_session_that_somebody_brings_along_is_not_the_one_that_is_logged_in() {
        person("fixed");
        Visitor fixed = Visitor.anonymous(port);
        fixed.login("fixed", PASSWORD);
        String first = fixed.cookie("SESSION");
        fixed.login("fixed", PASSWORD);
        assertThat(fixed.cookie("SESSION")).isNotEqualTo(first);
        assertThat(Visitor.anonymous(port).carries("SESSION", first).get(WHO).status()).isNotEqualTo(200);
    }

    @Test
    void a_log_in_without_the_token_of_its_page_is_refused() {
        person("forged");
        Visitor forged = Visitor.anonymous(port);
        Answer refused = forged.form("/login", Map.of("username", "forged", "password", PASSWORD));
        assertThat(refused.header("Location")).endsWith("/login?again");
        assertThat(forged.get("/login?again").text()).contains("This page had been open for too long. Please log in once more.");
        assertThat(forged.get(WHO).status()).isEqualTo(401);
    }

    @Test
    void the_platforms_own_log_in_is_closed_and_its_log_out_ends_the_session() {
        person("closed");
        Visitor closed = Visitor.loggedIn(port, "tasklist", "closed", PASSWORD);
        assertThat(closed.form(WHO + "/login/tasklist", Map.of("username", "closed", "password", PASSWORD)).status()).isEqualTo(403);
        assertThat(closed.get(WHO).status()).as("still logged in").isEqualTo(200);
        assertThat(closed.post(WHO + "/logout", Map.of()).status()).isEqualTo(200);
        assertThat(closed.get(WHO).status()).isEqualTo(401);
        assertThat(sessionsOf("closed")).isZero();
    }

    @Test
    void everywhere_else_one_is_out_as_soon_as_the_password_changes_or_the_account_goes() {
        for (String event : List.of("password", "deleted", "partner", "organisation")) {
            String user = "out" + event;
            person(user);
            OrganisationId alpha = new OrganisationId("Outs");
            accounts.openGroups(alpha, "Outs", Set.of());
            accounts.join(user, alpha);
            Visitor here = Visitor.loggedIn(port, "tasklist", user, PASSWORD);
            Visitor there = Visitor.loggedIn(port, "tasklist", user, PASSWORD);
            assertThat(sessionsOf(user)).isEqualTo(2);
            switch (event) {
                case "password" -> password(user, "guavas monsoon 7");
                case "deleted" -> identities.deleteUser(user);
                case "partner" -> identities.deleteMembership(user, "partner");
                default -> accounts.leave(user, alpha);
            }
            assertThat(here.get(ENGINE + "/task/count").status()).as(event).isEqualTo(401);
            assertThat(there.get(ENGINE + "/task/count").status()).as(event).isEqualTo(401);
            assertThat(sessionsOf(user)).as(event).isZero();
        }
    }

    @Test
    void what_an_older_release_left_in_a_session_means_a_new_log_in() {
        person("older");
        Visitor older = Visitor.loggedIn(port, "tasklist", "older", PASSWORD);
        database.sql("update spring_session_attributes set attribute_bytes = :bytes where session_primary_id in "
                + "(select primary_id from spring_session where principal_name = 'older')").param("bytes", new byte[] {1, 2, 3}).update();
        Answer page = older.get(TASKLIST, "Accept", "text/html");
        assertThat(page.status()).as(page.toString()).isEqualTo(302);
        assertThat(older.opens("tasklist", "older", PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void another_node_or_the_next_start_finds_the_session() {
        person("stays");
        Visitor stays = Visitor.loggedIn(port, "tasklist", "stays", PASSWORD);
        JdbcIndexedSessionRepository another = new JdbcIndexedSessionRepository(new JdbcTemplate(source),
                new TransactionTemplate(new DataSourceTransactionManager(source)));
        String id = new String(Base64.getDecoder().decode(stays.cookie("SESSION")));
        Session session = another.findById(id);
        assertThat(session.getAttributeNames()).contains("SPRING_SECURITY_CONTEXT", "authenticatedUser", "CAMUNDA_CSRF_TOKEN");
        assertThat(session.<Object>getAttribute("authenticatedUser")).isNotNull();
    }

    @Test
    void the_first_calls_of_a_page_may_come_at_one_moment() throws Exception {
        person("busy");
        ExecutorService hands = Executors.newFixedThreadPool(12);
        try {
            for (int login = 0; login < 4; login++) {
                Visitor busy = Visitor.anonymous(port);
                busy.login("busy", PASSWORD);
                String token = busy.cookie("XSRF-TOKEN");
                List<Callable<Answer>> calls = IntStream.range(0, 12).<Callable<Answer>>mapToObj(i -> i % 3 == 0
                        ? () -> busy.post(ENGINE + "/identity/password-policy", Map.of("password", PASSWORD))
                        : () -> busy.get(i % 2 == 0 ? WHO : "/cases?task=none")).toList();
                for (Future<Answer> call : hands.invokeAll(calls)) {
                    assertThat(call.get().status()).as(call.get().toString()).isEqualTo(200);
                }
                assertThat(busy.cookie("XSRF-TOKEN")).isEqualTo(token);
            }
        } finally {
            hands.shutdownNow();
        }
    }

    @Test
    void a_visitor_who_does_not_log_in_leaves_nothing_in_the_house() {
        int before = sessions();
        Visitor visitor = Visitor.anonymous(port);
        for (String path : List.of("/", "/login", "/papers/P-2026-0001", TASKLIST, WHO, ENGINE + "/task", "/nothing", "/engine-rest/task",
                "/camunda/app/tasklist/locales/en.json", "/actuator/health", "/account/x")) {
            visitor.get(path, "Accept", "text/html");
        }
        visitor.login("nobodyAtAll", "wrong");
        assertThat(sessions()).isEqualTo(before);
    }

    @Test
    void files_ask_nothing_of_the_session_and_a_call_reads_it_once() {
        person("quiet");
        Visitor quiet = Visitor.loggedIn(port, "tasklist", "quiet", PASSWORD);
        quiet.get(WHO);
        for (String file : List.of("/page.css", "/camunda/lib/deps.js?bust=7.24.0", "/camunda/app/tasklist/locales/en.json",
                "/camunda/app/tasklist/camunda-tasklist-bootstrap.js", "/camunda/app/tasklist/styles/user-styles.css",
                "/camunda/favicon.ico")) {
            assertThat(ofSessions(() -> assertThat(quiet.get(file).status()).as(file).isEqualTo(200))).as(file).isEmpty();
        }
        for (String call : List.of(ENGINE + "/task/count", WHO, "/cases?task=none", TASKLIST)) {
            assertThat(ofSessions(() -> quiet.get(call))).as(call).hasSize(1).allMatch(statement -> statement.startsWith("SELECT"));
        }
        assertThat(ofSessions(() -> quiet.post(ENGINE + "/task/count", Map.of()))).hasSize(1);
    }

    @Test
    void when_somebody_came_last_is_noted_once_a_minute() {
        person("noted");
        Visitor noted = Visitor.loggedIn(port, "tasklist", "noted", PASSWORD);
        noted.get(WHO);
        database.sql("update spring_session set last_access_time = last_access_time - 61000 where principal_name = 'noted'").update();
        assertThat(ofSessions(() -> noted.get(WHO))).anyMatch(statement -> statement.startsWith("UPDATE SPRING_SESSION"));
        assertThat(ofSessions(() -> noted.get(WHO))).noneMatch(statement -> statement.startsWith("UPDATE"));
    }

    @Test
    void the_attacker_is_slowed_and_the_owner_gets_in() {
        person("wanted");
        clock.setTo(clock.instant());
        int tried = 0;
        for (int round = 0; round < 24; round++) {
            for (int guess = 0; guess < 3; guess++) {
                Visitor.anonymous(port).login("wanted", "guess-" + tried++);
            }
            Visitor owner = Visitor.anonymous(port);
            assertThat(owner.login("wanted", PASSWORD).header("Location")).as("round " + round).endsWith(HOME);
        }
        Visitor attacker = Visitor.anonymous(port);
        List<String> answers = Stream.generate(() -> attacker.login("wanted", "again").header("Location")).limit(4).toList();
        assertThat(answers).as("while the name is under attack an address has little patience").filteredOn(to -> to.contains("wait="))
                .hasSizeGreaterThanOrEqualTo(2);
        assertThat(attacker.get(WHO).status()).isEqualTo(401);
    }

    @Test
    void an_address_that_cannot_be_read_is_answered_with_a_page_or_a_sentence() {
        Visitor visitor = Visitor.anonymous(port);
        Answer page = visitor.get("/camunda;x/app", "Accept", "text/html");
        assertThat(page.status()).isEqualTo(400);
        assertThat(page.text()).contains("<h1>This cannot be done here</h1>", "Back to my page");
        assertThat(visitor.get("/camunda;x/app").json().path("message").asText()).startsWith("This address cannot be read.");
    }

    @Test
    void a_session_left_open_does_not_find_out_the_password() {
        person("left");
        clock.setTo(clock.instant());
        Visitor left = Visitor.loggedIn(port, "tasklist", "left", PASSWORD);
        for (int guess = 0; guess < 8; guess++) {
            assertThat(changes(left, "guess-" + guess)).isEqualTo(400);
        }
        assertThat(changes(left, PASSWORD)).as("right, but too early").isEqualTo(400);
        clock.advance(Duration.ofMinutes(20));
        assertThat(changes(left, PASSWORD)).isEqualTo(204);
        assertThat(left.get(WHO).status()).as("a new password, a new log-in").isEqualTo(401);
    }

    private int changes(Visitor person, String own) {
        return person.put(ENGINE + "/user/left/credentials",
                Map.of("password", "guavas monsoon 7", "authenticatedUserPassword", own)).status();
    }

    @Test
    void a_password_of_an_older_rule_is_kept_by_todays_from_its_next_use_on() {
        person("rehashed");
        String salt = "pepper";
        database.sql("update act_id_user set pwd_ = :old, salt_ = :salt where id_ = 'rehashed'").param("salt", salt)
                .param("old", "{SHA-512}" + new Sha512HashDigest().encrypt(EncryptionUtil.saltPassword(PASSWORD, salt))).update();
        Visitor rehashed = Visitor.anonymous(port);
        assertThat(rehashed.login("rehashed", "wrong").header("Location")).endsWith("/login?wrong");
        assertThat(stored("rehashed")).startsWith("{SHA-512}");
        assertThat(rehashed.login("rehashed", PASSWORD).header("Location")).endsWith(HOME);
        assertThat(rehashed.get(WHO).status()).as("kept anew, and still logged in").isEqualTo(200);
        assertThat(stored("rehashed")).startsWith("{pbkdf2-sha512}1000$");

        String weaker = stored("rehashed");
        database.sql("update act_id_user set pwd_ = :old where id_ = 'rehashed'")
                .param("old", weaker.replace("1000$", "999$")).update();
        assertThat(identities.checkPassword("rehashed", PASSWORD)).as("999 rounds give another hash").isFalse();
    }

    @Test
    void long_passwords_count_to_their_end() {
        person("lengthy");
        String eighty = "guavas monsoon ".repeat(6);
        password("lengthy", eighty);
        assertThat(identities.checkPassword("lengthy", eighty)).isTrue();
        assertThat(identities.checkPassword("lengthy", eighty.substring(0, 80) + "x" + eighty.substring(81))).isFalse();
    }

    private List<String> ofSessions(Runnable call) {
        return statements.during(call).stream().filter(statement -> statement.toUpperCase().contains("SPRING_SESSION")).toList();
    }

    private int sessions() {
        return database.sql("select count(*) from spring_session").query(Integer.class).single();
    }

    private int sessionsOf(String user) {
        return database.sql("select count(*) from spring_session where principal_name = :user").param("user", user)
                .query(Integer.class).single();
    }

    private String stored(String user) {
        return database.sql("select pwd_ from act_id_user where id_ = :user").param("user", user).query(String.class).single();
    }

    private void password(String user, String password) {
        User account = identities.createUserQuery().userId(user).singleResult();
        account.setPassword(password);
        identities.saveUser(account);
    }

    private void person(String user) {
        if (identities.createUserQuery().userId(user).count() == 0) {
            User account = identities.newUser(user);
            account.setPassword(PASSWORD);
            identities.saveUser(account);
            identities.createMembership(user, "partner");
        }
    }
}
