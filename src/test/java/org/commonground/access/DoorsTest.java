package org.commonground.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.commonground.access.Visitor.Answer;
import org.commonground.engine.MovableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@AccessTest
class DoorsTest {

    private static final String PASSWORD = "CommonGround-1";

    @LocalServerPort
    int port;
    @Autowired
    IdentityService identities;
    @Autowired
    MovableClock clock;

    @AfterEach
    void theClockRuns() {
        clock.reset();
    }

    @BeforeEach
    void staff() {
        person("designerOfDoors", "designer");
        person("managerOfDoors", "manager");
        person("coordinatorOfDoors", "coordinator");
        person("partnerOfDoors", "partner");
        person("strangerOfDoors", null);
    }

    @Test
    void the_rest_interface_asks_for_name_and_password_and_lets_staff_in_only() {
        Answer anonymous = Visitor.anonymous(port).get("/engine-rest/process-definition?maxResults=5");
        assertThat(anonymous.status()).isEqualTo(401);
        assertThat(anonymous.header("WWW-Authenticate")).startsWith("Basic");
        assertThat(anonymous.header("Set-Cookie")).isEmpty();
        assertThat(rest("designerOfDoors", PASSWORD)).isEqualTo(200);
        assertThat(rest("managerOfDoors", PASSWORD)).isEqualTo(200);
        assertThat(rest("admin", PASSWORD)).isEqualTo(200);
        assertThat(rest("coordinatorOfDoors", PASSWORD)).isEqualTo(403);
        assertThat(rest("partnerOfDoors", PASSWORD)).isEqualTo(403);
        assertThat(rest("strangerOfDoors", PASSWORD)).isEqualTo(403);
        assertThat(rest("strangerOfDoors", "wrong")).isEqualTo(401);
        assertThat(rest("nobodyAtAll", PASSWORD)).isEqualTo(401);
    }

    @Test
    void every_path_of_the_rest_interface_has_the_door() {
        for (String path : new String[] {"/engine-rest/engine", "/engine-rest/engine/default/task", "/engine-rest/version",
                "/engine-rest/identity/password-policy", "/engine-rest/", "/engine-rest"}) {
            assertThat(Visitor.anonymous(port).get(path).status()).as(path).isIn(401, 404);
        }
        Answer again = Visitor.withPassword(port, "designerOfDoors", PASSWORD).get("/engine-rest/engine");
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.header("Set-Cookie")).as("never a session").isEmpty();
    }

    @Test
    void a_browser_that_remembers_a_designers_password_is_no_weapon_of_another_site() {
        assertThat(Visitor.withPassword(port, "designerOfDoors", PASSWORD)
                .get("/engine-rest/deployment", "Sec-Fetch-Site", "cross-site").status()).isEqualTo(403);
    }

    @Test
    void the_page_for_the_first_visitor_is_gone() {
        Answer setup = Visitor.anonymous(port).post("/camunda/api/admin/setup/default/user/create",
                Map.of("profile", Map.of("id", "mallory", "firstName", "M"), "credentials", Map.of("password", "CommonGround-1")));
        assertThat(setup.status()).isBetween(400, 404);
        assertThat(identities.createUserQuery().userId("mallory").count()).isZero();
    }

    @Test
    void guessing_becomes_slow_and_the_person_can_still_log_in_from_elsewhere() {
        person("victim", "partner");
        // While somebody guesses slowly, the time to wait runs out.
        clock.setTo(clock.instant());
        Visitor attacker = Visitor.anonymous(port);
        int refused = 0;
        for (int guess = 0; guess < 12; guess++) {
            if (attacker.login("victim", "guess-" + guess).header("Location").contains("wait=")) {
                refused++;
            }
        }
        assertThat(refused).isGreaterThanOrEqualTo(5);
        assertThat(attacker.get(attacker.login("victim", PASSWORD).header("Location")).text()).as("right, but too early")
                .contains("That was wrong too often. Please wait ");
        assertThat(login("tasklist", "victim")).as("from elsewhere").isEqualTo(200);
        assertThat(identities.createUserQuery().userId("victim").count()).isOne();
    }

    @Test
    void errors_and_health_tell_nothing_of_the_inside() {
        Visitor visitor = Visitor.anonymous(port);
        assertThat(visitor.get("/actuator/health").json().path("status").asText()).isEqualTo("UP");
        assertThat(visitor.get("/actuator/env").header("Location")).endsWith("/login");
        Visitor known = Visitor.loggedIn(port, "tasklist", "partnerOfDoors", PASSWORD);
        assertThat(known.get("/actuator/env").status()).isEqualTo(404);
        assertThat(known.get("/actuator/heapdump").status()).isEqualTo(404);
        Answer nothing = known.get("/nothing/here");
        assertThat(nothing.status()).isEqualTo(404);
        assertThat(nothing.text()).doesNotContain("Exception", "org.springframework", "at org.");
        assertThat(nothing.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(nothing.header("Content-Security-Policy")).contains("default-src 'self'");
    }

    @Test
    void what_is_large_comes_once_and_small() {
        Visitor visitor = Visitor.anonymous(port);
        Answer scripts = visitor.get("/camunda/lib/deps.js?bust=7.24.0", "Accept-Encoding", "gzip");
        assertThat(scripts.header("Cache-Control")).contains("immutable");
        assertThat(scripts.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(visitor.get("/camunda/app/tasklist/styles/user-styles.css?bust=7.24.0").header("Cache-Control")).isEqualTo("no-cache");
        assertThat(visitor.get("/camunda/app/tasklist/scripts/config.js?bust=1").text()).contains("Common Ground");
        assertThat(visitor.get("/camunda/app/tasklist/default/").header("Cache-Control")).doesNotContain("immutable");
    }

    @Test
    void the_webapps_speak_our_words() {
        Visitor visitor = Visitor.anonymous(port);
        Answer tasklist = visitor.get("/camunda/app/tasklist/locales/en.json");
        assertThat(tasklist.json().path("labels").path("COMPLETE_ERROR").asText()).isEqualTo("Not yet");
        assertThat(tasklist.json().path("labels").path("COMPLETE").asText()).isEqualTo("Complete");
        assertThat(tasklist.json().path("dateLocales").isMissingNode()).isFalse();
        assertThat(visitor.get("/camunda/app/cockpit/locales/en.json").json().path("labels").has("COMPLETE_ERROR")).isFalse();
        assertThat(visitor.get("/camunda/app/nothing/locales/en.json").status()).isEqualTo(404);
    }

    @Test
    void only_people_with_a_webapp_of_their_own_get_into_it() {
        assertThat(login("tasklist", "partnerOfDoors")).isEqualTo(200);
        assertThat(login("cockpit", "partnerOfDoors")).isEqualTo(403);
        assertThat(login("admin", "partnerOfDoors")).isEqualTo(403);
        assertThat(login("tasklist", "coordinatorOfDoors")).isEqualTo(200);
        assertThat(login("cockpit", "coordinatorOfDoors")).isEqualTo(403);
        assertThat(login("cockpit", "managerOfDoors")).isEqualTo(200);
        assertThat(login("tasklist", "managerOfDoors")).isEqualTo(200);
        assertThat(login("tasklist", "designerOfDoors")).isEqualTo(403);
        assertThat(login("cockpit", "designerOfDoors")).isEqualTo(200);
        assertThat(login("cockpit", "nobodyAtAll")).isEqualTo(302);
        assertThat(login("admin", "admin")).isEqualTo(200);
    }

    private int login(String app, String user) {
        return Visitor.anonymous(port).opens(app, user, PASSWORD).status();
    }

    private int rest(String user, String password) {
        return Visitor.withPassword(port, user, password).get("/engine-rest/process-definition?maxResults=5").status();
    }

    private void person(String user, String group) {
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
