package org.commonground.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.commonground.access.HouseRoutes.Route;
import org.commonground.access.Visitor.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.web.context.WebApplicationContext;

/** One address in many spellings, verbs nobody has heard of, and bodies that are none: nobody comes in by them, and nothing breaks. */
@AccessTest
class PathTricksTest {

    private static final String PASSWORD = "CommonGround-1";
    private static final String VICTIM = "tricksVictim";
    private static final String USERS = "/camunda/api/engine/engine/default/user";
    private static final String REST_USERS = "/engine-rest/user";

    @LocalServerPort
    int port;
    @Autowired
    WebApplicationContext house;
    @Autowired
    IdentityService identities;
    @Autowired
    Doorkeeper doorkeeper;

    @BeforeEach
    void people() {
        account(VICTIM, null);
        account("tricksPartner", "partner");
        account("tricksDesigner", "designer");
    }

    @AfterEach
    void theListIsWhole() {
        ReflectionTestUtils.setField(doorkeeper, "list", GuestList.ofTheHouse());
    }

    @Test
    void fifty_spellings_of_a_closed_address_open_it_to_nobody() {
        Visitor partner = Visitor.loggedIn(port, "tasklist", "tricksPartner", PASSWORD);
        Visitor designer = Visitor.withPassword(port, "tricksDesigner", PASSWORD);
        List<String> wrong = new ArrayList<>();
        for (String users : List.of(USERS, REST_USERS)) {
            assertThat(spellings(users + "/" + VICTIM)).hasSizeGreaterThanOrEqualTo(50);
            for (String spelling : spellings(users + "/" + VICTIM)) {
                for (String visitor : List.of("", partner.headers(), designer.headers())) {
                    int status = raw("DELETE " + spelling + " HTTP/1.1", visitor, "");
                    if (status < 300 || status >= 500) {
                        wrong.add(status + " DELETE " + spelling + (visitor.isEmpty() ? " by nobody" : " by somebody"));
                    }
                }
            }
            for (String spelling : spellings(users)) {
                int status = raw("GET " + spelling + " HTTP/1.1", "", "");
                if (status < 300 || status >= 500) {
                    wrong.add(status + " GET " + spelling + " by nobody");
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(identities.createUserQuery().userId(VICTIM).count()).isOne();
    }

    @Test
    void spellings_of_an_open_address_break_nothing() {
        Visitor partner = Visitor.loggedIn(port, "tasklist", "tricksPartner", PASSWORD);
        for (String address : List.of("/login", "/camunda/app/tasklist/default", "/camunda/lib/deps.js", USERS.replace("user", "task"))) {
            for (String spelling : spellings(address)) {
                assertThat(raw("GET " + spelling + " HTTP/1.1", partner.headers(), "")).as(spelling).isLessThan(500);
            }
        }
    }

    private static List<String> spellings(String address) {
        int last = address.lastIndexOf('/');
        String front = address.substring(0, last);
        String end = address.substring(last + 1);
        String coded = "%" + Integer.toHexString(end.charAt(0)) + end.substring(1);
        return Stream.of(
                address + ";x", address + ";jsessionid=1", front + ";x/" + end, front + ";x=1/" + end, ";x" + address, address + "/;x",
                "/;/" + address.substring(1), front + "//" + end, "/" + address, "//" + address, front + "///" + end,
                front + "/./" + end, front + "/x/../" + end, "/login/.." + address, "/page.css/.." + address,
                "/camunda/lib/deps.js/../../.." + address, "/login/..;" + address, "/page.css;" + address,
                front + "/%2e/" + end, front + "/x/%2e%2e/" + end, "/login/%2e%2e" + address, "/login/%2E%2E" + address,
                front + "%2f" + end, front + "%2F" + end, front + "%5c" + end, front + "\\" + end, front + "%5C" + end,
                address + "%00", address + "%0a", address + "%0d%0aX: y", address + "%09", address + "%20", address + "%7f",
                front + "/" + coded, front + "/" + coded + "/", front + "/%25" + coded.substring(1), front + "/%252e%252e/" + end,
                front.replace("e", "%65") + "/" + end, address + "%3bx", address + "%3Bx", address + "%23", address + "%3f",
                "/%63amunda/.." + address, "/login%3f" + address, "/login?" + address + "/..;/", "/login#" + address,
                front + "/%c0%ae%c0%ae/" + end, front + "/%c0%af" + end, front + "%e0%80%af" + end, front + "/%ef%bc%8f" + end,
                front + "%u002f" + end, front + "/\u00ad" + end, address + "\u200b", address + "%e2%80%8b",
                "http://localhost" + address, "http://localhost/login/.." + address, "http://elsewhere.example" + address + ";x",
                address + "/", address + "//", address + "/.", address + "/..", address + ".json", address + ".css", address + "/x.js",
                address + "?;.css", "/camunda/app/tasklist/assets/..%2f..%2f..%2f.." + address, "*", address + "%", address + "%zz")
                .filter(spelling -> address.equals("/login") || !spelling.startsWith("/login?") && !spelling.startsWith("/login#"))
                .toList();
    }

    @Test
    void verbs_that_the_list_does_not_know_do_nothing() {
        Visitor partner = Visitor.loggedIn(port, "tasklist", "tricksPartner", PASSWORD);
        Visitor designer = Visitor.withPassword(port, "tricksDesigner", PASSWORD);
        assertThat(raw("CONNECT " + USERS + "/" + VICTIM + " HTTP/1.1", "", "")).as("nothing that the server does").isEqualTo(501);
        for (String verb : List.of("HEAD", "OPTIONS", "TRACE", "PATCH", "PROPFIND", "COPY", "delete", "Delete", "DELETEX", "GETDELETE")) {
            for (String address : List.of(USERS + "/" + VICTIM, REST_USERS + "/" + VICTIM, "/mails")) {
                for (String visitor : List.of("", partner.headers(), designer.headers())) {
                    assertThat(raw(verb + " " + address + " HTTP/1.1", visitor, "")).as("%s %s", verb, address).isBetween(300, 499);
                }
            }
        }
        for (String header : List.of("X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override")) {
            for (String address : List.of(USERS + "/" + VICTIM, REST_USERS + "/" + VICTIM)) {
                for (String verb : List.of("GET", "POST")) {
                    assertThat(raw(verb + " " + address + "?_method=DELETE HTTP/1.1", partner.headers() + header + ": DELETE\r\n", ""))
                            .isBetween(400, 499);
                }
            }
        }
        assertThat(identities.createUserQuery().userId(VICTIM).count()).isOne();
    }

    @Test
    void a_log_in_of_the_webapps_is_none_for_the_rest_interface_which_never_opens_one() {
        Visitor partner = Visitor.loggedIn(port, "tasklist", "tricksPartner", PASSWORD);
        Visitor administrator = Visitor.loggedIn(port, "admin", "admin", PASSWORD);
        for (Visitor known : List.of(partner, administrator)) {
            Answer answer = known.get("/engine-rest/version");
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.text()).contains("Please log in with your user name and password.");
        }
        Answer called = Visitor.withPassword(port, "tricksDesigner", PASSWORD).get("/engine-rest/version");
        assertThat(called.status()).isEqualTo(200);
        assertThat(called.header("Set-Cookie")).isEmpty();
    }

    @Test
    void who_is_sent_away_reads_why() {
        Visitor partner = Visitor.loggedIn(port, "tasklist", "tricksPartner", PASSWORD);
        Answer refused = partner.post("/camunda/api/engine/engine/default/message", "{}");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.json().path("message").asText())
                .isEqualTo("This is not open to you. If you need it for your work, please ask the coordinator.");
        assertThat(Visitor.loggedIn(port, "admin", "admin", PASSWORD).post("/camunda/api/engine/engine/default/message", "{}").text())
                .as("to administrators too").isEqualTo(refused.text());
    }

    @Test
    void a_line_that_is_taken_out_closes_the_door_at_once() {
        Visitor partner = Visitor.loggedIn(port, "tasklist", "tricksPartner", PASSWORD);
        String filters = "/camunda/api/engine/engine/default/filter?maxResults=5";
        assertThat(partner.get(filters).status()).isEqualTo(200);
        GuestList list = GuestList.ofTheHouse();
        GuestList.Line line = list.line("GET", filters.substring(0, filters.indexOf('?'))).orElseThrow();
        ReflectionTestUtils.setField(doorkeeper, "list", list.without(line));
        assertThat(partner.get(filters).text()).contains(Doorkeeper.REFUSED);
    }

    @Test
    void groups_count_as_they_are_at_this_moment() {
        account("tricksMover", "manager");
        Visitor mover = Visitor.withPassword(port, "tricksMover", PASSWORD);
        assertThat(mover.get("/engine-rest/version").status()).isEqualTo(200);
        identities.deleteMembership("tricksMover", "manager");
        assertThat(mover.get("/engine-rest/version").status()).isEqualTo(403);
        identities.createMembership("tricksMover", "manager");
        assertThat(mover.get("/engine-rest/version").status()).isEqualTo(200);
    }

    @Test
    void calls_that_make_no_sense_are_the_callers_mistake() {
        Visitor administrator = Visitor.loggedIn(port, "admin", "admin", PASSWORD);
        Visitor partner = Visitor.loggedIn(port, "tasklist", "tricksPartner", PASSWORD);
        List<String> failures = new ArrayList<>();
        for (Route route : HouseRoutes.of(house)) {
            if (route.path().startsWith(HouseRoutes.REST) || route.path().endsWith("/logout") || route.path().equals("/login")
                    || GuestList.ofTheHouse().line(route.method(), route.sample()).isEmpty()) {
                continue;
            }
            boolean reads = route.method().equals("GET") || route.method().equals("OPTIONS");
            for (Visitor visitor : reads ? List.of(administrator) : List.of(administrator, partner)) {
                for (String odd : reads ? List.of("?maxResults=x", "?firstResult=-1&maxResults=-5", "?sortBy=nonsense&sortOrder=sideways",
                        "?sortOrder=asc", "?processInstanceId=&name=&id=", "?dueAfter=yesterday&active=maybe") : List.of("")) {
                    for (String body : reads ? Stream.of((String) null).toList()
                            : List.of("", "null", "[]", "\"x\"", "{", "7", "{\"unheardOf\":1}", "{\"variables\":null}", "<a/>")) {
                        Answer answer = visitor.call(route.method(), route.sample() + odd, "application/json", body);
                        if (answer.status() >= 500) {
                            failures.add("%s%s with %s: %s".formatted(route, odd, body, answer));
                        }
                    }
                }
                for (String type : reads ? List.<String>of() : List.of("text/plain", "application/xml", "multipart/form-data", "x/y; z")) {
                    Answer answer = visitor.call(route.method(), route.sample(), type, "x");
                    if (answer.status() >= 500) {
                        failures.add("%s as %s: %s".formatted(route, type, answer));
                    }
                }
            }
        }
        assertThat(failures).isEmpty();
    }

    /** As it stands, by a client that puts nothing right. */
    private int raw(String requestLine, String headers, String body) {
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write((requestLine + "\r\nHost: localhost:" + port + "\r\nConnection: close\r\n" + headers
                    + "Content-Length: " + body.length() + "\r\n\r\n" + body).getBytes(StandardCharsets.UTF_8));
            String answer = firstLine(socket.getInputStream());
            return Integer.parseInt(answer.split(" ")[1]);
        } catch (IOException exception) {
            throw new IllegalStateException(requestLine, exception);
        }
    }

    private static String firstLine(InputStream stream) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int sign = stream.read(); sign >= 0 && sign != '\r'; sign = stream.read()) {
            line.append((char) sign);
        }
        return line.toString();
    }

    private void account(String user, String group) {
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
