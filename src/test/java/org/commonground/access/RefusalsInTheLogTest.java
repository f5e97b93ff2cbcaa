package org.commonground.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.commonground.access.Visitor.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whoever is refused fills no disk: a line of the log at most, and no trace. */
@AccessTest
class RefusalsInTheLogTest {

    private static final String PASSWORD = "CommonGround-1";

    @LocalServerPort
    int port;
    @Autowired
    IdentityService identities;

    private final Logger all = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void theLogIsRead() {
        log.start();
        all.addAppender(log);
    }

    @AfterEach
    void theLogIsClosed() {
        all.detachAppender(log);
    }

    @Test
    void a_refused_call_costs_a_line_at_most() {
        person("refused");
        Visitor partner = Visitor.loggedIn(port, "tasklist", "refused", PASSWORD);
        Visitor admin = Visitor.withPassword(port, "admin", PASSWORD);
        Visitor outsider = Visitor.withPassword(port, "refused", PASSWORD);
        Visitor nobody = Visitor.anonymous(port);
        List<String> costly = new ArrayList<>();
        Map<Integer, Integer> answers = new LinkedHashMap<>();
        int asked = 0;
        for (Map.Entry<String, Visitor> who : Map.of("nobody", nobody, "partner", partner).entrySet()) {
            asked += refuse(who.getKey(), who.getValue(), Visitor.ENGINE, costly, answers);
        }
        asked += refuse("administrator", admin, "/engine-rest", costly, answers);
        asked += refuse("partner", outsider, "/engine-rest", costly, answers);
        asked += refuse("nobody", nobody, "/engine-rest", costly, answers);
        assertThat(costly).isEmpty();
        assertThat(asked).isGreaterThan(50);
        assertThat(answers.keySet()).contains(400, 401, 403, 404, 406);
    }

    private int refuse(String who, Visitor visitor, String mount, List<String> costly, Map<Integer, Integer> answers) {
        String xml = "<a/>";
        Map<String, Supplier<Answer>> calls = new LinkedHashMap<>();
        calls.put("no such task", () -> visitor.get(mount + "/task/none"));
        calls.put("no such form", () -> visitor.get(mount + "/task/none/form-variables"));
        calls.put("no such case", () -> visitor.get(mount + "/process-instance/none"));
        calls.put("no such diagram", () -> visitor.get(mount + "/process-definition/none/xml"));
        calls.put("no such key", () -> visitor.get(mount + "/process-definition/key/none"));
        calls.put("no such person", () -> visitor.get(mount + "/user/none/profile"));
        calls.put("no such route", () -> visitor.get(mount + "/nothing/of/this/kind"));
        calls.put("claim nothing", () -> visitor.post(mount + "/task/none/claim", Map.of("userId", "refused")));
        calls.put("send nothing", () -> visitor.post(mount + "/task/none/submit-form", Map.of("variables", Map.of())));
        calls.put("complete", () -> visitor.post(mount + "/task/none/complete", Map.of()));
        calls.put("start unknown", () -> visitor.post(mount + "/process-definition/key/none/submit-form", Map.of("variables", Map.of())));
        calls.put("start directly", () -> visitor.post(mount + "/process-definition/key/partnership/start", Map.of()));
        calls.put("a number that is none", () -> visitor.get(mount + "/task?maxResults=many"));
        calls.put("a date that is none", () -> visitor.get(mount + "/task?dueBefore=tomorrow"));
        calls.put("an order that is none", () -> visitor.get(mount + "/task?sortBy=taste&sortOrder=asc"));
        calls.put("half an order", () -> visitor.get(mount + "/task?sortBy=name"));
        calls.put("a variable query", () -> visitor.get(mount + "/task?processVariables=a_eq_b"));
        calls.put("an unknown field", () -> visitor.post(mount + "/task", Map.of("taste", "sweet")));
        calls.put("the wrong kind", () -> visitor.post(mount + "/task", Map.of("priority", List.of("sweet"))));
        calls.put("a list", () -> visitor.post(mount + "/task", List.of(1)));
        calls.put("not JSON", () -> visitor.send("POST", mount + "/task", "application/json", "{\"a\":"));
        calls.put("XML", () -> visitor.send("POST", mount + "/task", "application/xml", xml));
        calls.put("no type", () -> visitor.send("POST", mount + "/task", "nonsense", xml));
        calls.put("too much", () -> visitor.send("POST", mount + "/task", "application/json", "x".repeat(3_000_000)));
        calls.put("an unknown verb", () -> visitor.send("PATCH", mount + "/task/none", "application/json", "{}"));
        calls.put("delete a list", () -> visitor.delete(mount + "/task"));
        calls.put("put a list", () -> visitor.put(mount + "/task", Map.of()));
        calls.put("make somebody administrator", () -> visitor.put(mount + "/group/none/members/refused", Map.of()));
        calls.put("grants", () -> visitor.post(mount + "/authorization/create", Map.of("type", 7)));
        calls.put("a message", () -> visitor.post(mount + "/message", Map.of("messageName", "none")));
        calls.put("a job", () -> visitor.post(mount + "/job/none/execute", Map.of()));
        calls.put("a user", () -> visitor.post(mount + "/user/create", Map.of()));
        calls.put("a half deployment", () -> visitor.send("POST", mount + "/deployment/create", "multipart/form-data; boundary=x", "--x"));
        calls.put("not acceptable", () -> visitor.get(mount + "/task", "Accept", "image/png"));
        calls.put("another path", () -> visitor.get(mount + ";x/task"));
        calls.put("a paper", () -> visitor.get("/papers/none"));
        calls.put("a page as a browser", () -> visitor.get("/nothing", "Accept", "text/html"));
        calls.put("a post to a page", () -> visitor.post("/papers/none", Map.of()));
        calls.put("another app", () -> visitor.get("/camunda/app/cockpit/default/", "Accept", "text/html"));
        calls.put("half a form", () -> visitor.send("POST", "/login", "application/x-www-form-urlencoded", "username=%zz&password"));
        calls.put("a file as a form", () -> visitor.send("POST", "/login", "multipart/form-data; boundary=x", "--x"));
        calls.put("a link", () -> visitor.get("/account/none"));
        calls.put("a verb for a link", () -> visitor.delete("/account/none"));
        calls.put("tests of names", () -> visitor.post("/camunda/api/admin/auth/user/default/login/tasklist", Map.of()));
        calls.put("set up an administrator", () -> visitor.post("/camunda/api/admin/setup/default/user/create", Map.of()));
        calls.forEach((what, call) -> {
            log.list.clear();
            Answer answer = call.get();
            answers.merge(answer.status(), 1, Integer::sum);
            List<ILoggingEvent> lines = List.copyOf(log.list);
            String said = lines.stream().map(line -> line.getLevel() + " " + line.getLoggerName() + " " + line.getFormattedMessage()
                    + (line.getThrowableProxy() == null ? "" : " WITH TRACE")).toList().toString();
            if (answer.status() >= 500 || lines.size() > 1 || said.contains("\n") || said.contains("WITH TRACE")) {
                costly.add(who + " at " + mount + ", " + what + ": " + answer.status() + " " + said);
            }
        });
        return calls.size();
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
