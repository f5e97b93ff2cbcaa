package org.commonground.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.commonground.access.Visitor.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Somebody asks for more than anybody needs. */
@AccessTest
class GreedyVisitorsTest {

    private static final String PASSWORD = "CommonGround-1";
    private static final String SENTENCE = "You have asked for more than can be answered at once. Please wait a moment, then try again.";

    @LocalServerPort
    int port;
    @Autowired
    Quotas quotas;
    @Autowired
    QuotaSettings settings;
    @Autowired
    IdentityService identities;

    @AfterEach
    void everybodyBeginsAnew() {
        quotas.begin(settings);
    }

    @Test
    void a_connection_from_which_nobody_is_known_gets_so_many_answers_a_minute() {
        quotas.begin(new QuotaSettings(3, 100, 100));
        Visitor greedy = Visitor.anonymous(port);
        for (int call = 0; call < 3; call++) {
            assertThat(greedy.get("/cases").status()).isEqualTo(401);
        }
        Answer script = greedy.get("/cases");
        assertThat(script.status()).isEqualTo(429);
        assertThat(script.json().path("message").asText()).isEqualTo(SENTENCE);
        assertThat(Integer.parseInt(script.header("Retry-After"))).isBetween(1, 21);
        Answer page = greedy.get("/papers/P-2026-0001", "Accept", "text/html");
        assertThat(page.status()).isEqualTo(429);
        assertThat(page.text()).contains("<h1>Please wait a moment</h1>");
        assertThat(Integer.parseInt(page.header("Retry-After"))).isBetween(1, 21);
        assertThat(greedy.get("/engine-rest/task").status()).as("the staff's door").isEqualTo(429);
        assertThat(greedy.get("/page.css").status()).as("files do not count").isEqualTo(200);
        assertThat(Visitor.anonymous(port).get("/cases").status()).as("from elsewhere").isEqualTo(401);
    }

    @Test
    void the_doors_are_tried_so_often_a_minute_and_who_is_inside_notices_nothing() {
        person("inside");
        quotas.begin(new QuotaSettings(6, 2, 100));
        Visitor inside = Visitor.loggedIn(port, "tasklist", "inside", PASSWORD);
        assertThat(inside.get("/account/" + Secret.token()).status()).isEqualTo(404);
        assertThat(inside.form("/login", Map.of("username", "inside", "password", PASSWORD)).status()).isEqualTo(429);
        assertThat(inside.get("/account/" + Secret.token()).status()).isEqualTo(429);
        for (int call = 0; call < 20; call++) {
            assertThat(inside.get("/cases?task=none").status()).as("known, so counted by name").isEqualTo(200);
        }
    }

    @Test
    void a_person_gets_so_many_answers_a_minute_from_wherever() {
        person("greedy");
        quotas.begin(new QuotaSettings(100, 100, 3));
        Visitor greedy = Visitor.loggedIn(port, "tasklist", "greedy", PASSWORD);
        for (int call = 0; call < 2; call++) {
            assertThat(greedy.get("/cases?task=none").status()).isEqualTo(200);
        }
        Answer refused = greedy.get(Visitor.ENGINE + "/task?maxResults=1");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.json().path("message").asText()).isEqualTo(SENTENCE);
        Visitor elsewhere = Visitor.anonymous(port);
        elsewhere.login("greedy", PASSWORD);
        assertThat(elsewhere.get("/cases?task=none").status()).isEqualTo(429);
        Visitor staff = Visitor.withPassword(port, "admin", PASSWORD);
        for (int call = 0; call < 3; call++) {
            assertThat(staff.get("/engine-rest/process-definition?maxResults=1").status()).as("others").isEqualTo(200);
        }
        assertThat(staff.get("/engine-rest/process-definition?maxResults=1").status()).isEqualTo(429);
    }

    @Test
    void home_is_answered_a_thousand_times_a_minute_and_says_so_when_that_is_not_enough() {
        assertThat(settings.person()).as("as shipped").isGreaterThan(1_000);
        person("restlessReader");
        Visitor reader = Visitor.loggedIn(port, "tasklist", "restlessReader", PASSWORD);
        quotas.begin(new QuotaSettings(100, 100, 2));
        for (int call = 0; call < 2; call++) {
            assertThat(reader.get("/", "Accept", "text/html").status()).isEqualTo(200);
        }
        Answer refused = reader.get("/", "Accept", "text/html");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.text()).contains("<h1>Please wait a moment</h1>", "Nothing has changed.");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 31);
    }

    @Test
    void who_says_to_come_from_elsewhere_is_believed_only_if_it_is_a_named_proxy() throws Exception {
        quotas.begin(new QuotaSettings(1, 100, 100));
        assertThat(call("127.0.0.2", "198.51.100.8")).startsWith("HTTP/1.1 401");
        assertThat(call("127.0.0.2", "198.51.100.9")).as("a visitor's own word").startsWith("HTTP/1.1 429");
        assertThat(call("127.0.0.1", "198.51.100.9")).as("the proxy's").startsWith("HTTP/1.1 401");
        assertThat(call("127.0.0.1", "127.0.0.2")).as("the proxy's").startsWith("HTTP/1.1 429");
        assertThat(call("127.0.0.1", "198.51.100.9, 127.0.0.2")).as("what a visitor told the proxy").startsWith("HTTP/1.1 429");
    }

    private String call(String from, String saysToBe) throws IOException {
        try (Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), port, InetAddress.getByName(from), 0)) {
            socket.getOutputStream().write(("GET /cases HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nX-Forwarded-For: " + saysToBe
                    + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void person(String name) {
        if (identities.createUserQuery().userId(name).count() == 0) {
            User account = identities.newUser(name);
            account.setPassword(PASSWORD);
            identities.saveUser(account);
            identities.createMembership(name, StandingGroup.PARTNER.id());
        }
    }
}
