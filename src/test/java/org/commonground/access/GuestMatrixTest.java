package org.commonground.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.commonground.access.HouseRoutes.Route;
import org.commonground.access.Visitor.Answer;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.context.WebApplicationContext;

/** Everything that the house could answer, and everybody who could ask: each is decided, and each is really asked. */
@AccessTest
class GuestMatrixTest {

    private static final String PASSWORD = "CommonGround-1";
    private static final String ANONYMOUS = "anonymous";
    private static final Map<String, List<String>> PEOPLE = people();

    @LocalServerPort
    int port;
    @Autowired
    WebApplicationContext house;
    @Autowired
    IdentityService identities;
    @Autowired
    EngineAccounts accounts;

    private static Map<String, List<String>> people() {
        Map<String, List<String>> people = new LinkedHashMap<>();
        people.put("candidate", List.of("partner"));
        people.put("partner", List.of("partner"));
        people.put("other partner", List.of("partner"));
        people.put("former partner", List.of());
        people.put("coordinator", List.of("coordinator"));
        people.put("manager", List.of("manager"));
        people.put("designer", List.of("designer"));
        people.put("administrator", List.of("camunda-admin"));
        return people;
    }

    @BeforeEach
    void everybody() {
        PEOPLE.keySet().forEach(this::account);
    }

    @Test
    void every_route_of_the_platform_and_of_ours_has_been_decided() {
        Set<String> closed = closed();
        Collection<Route> routes = HouseRoutes.of(house);
        assertThat(routes.stream().filter(route -> route.path().contains("/engine")).filter(route -> line(route)
                .filter(line -> line.route().getPatternString().chars().filter(sign -> sign == '{').count()
                        != route.path().chars().filter(sign -> sign == '{').count()).isPresent()))
                .as("let in as somebody's id: say in guest-list/routes.txt that this word is never one").isEmpty();
        Set<String> open = routes.stream().filter(route -> line(route).isPresent()).map(route -> route.plain().toString())
                .collect(Collectors.toSet());
        Set<String> all = routes.stream().map(route -> route.plain().toString()).collect(Collectors.toCollection(TreeSet::new));
        assertThat(all).hasSizeGreaterThan(500);
        assertThat(all.stream().filter(route -> !open.contains(route) && !closed.contains(route)))
                .as("new: decide who may, in guest-list/routes.txt, or that nobody may, in closed-routes.txt").isEmpty();
        assertThat(closed.stream().filter(open::contains)).as("closed, and yet somebody is let in").isEmpty();
        assertThat(closed.stream().filter(route -> !all.contains(route))).as("closed, though there is no such thing").isEmpty();
    }

    /** The body's door looks at the values of forms only, because nothing else that is let in brings any. */
    @Test
    void values_for_a_case_come_with_its_form_and_in_no_other_way() {
        Collection<Route> bringing = HouseRoutes.bringingValues();
        assertThat(bringing).as("what the platform would take").hasSizeGreaterThan(60)
                .contains(new Route("POST", "/engine-rest/task/{id}/complete"));
        assertThat(bringing.stream().filter(route -> line(route).isPresent()).map(Route::plain).distinct()).containsExactlyInAnyOrder(
                new Route("POST", "/task/{}/submit-form"), new Route("POST", "/process-definition/{}/submit-form"),
                new Route("POST", "/process-definition/key/{}/submit-form"), new Route("POST", "/deployment/create"));
    }

    @Test
    void every_line_of_the_list_is_about_something_that_is_there() {
        Collection<Route> routes = HouseRoutes.of(house);
        Set<String> met = routes.stream().flatMap(route -> line(route).stream().map(line -> route.method() + " " + line.nr()))
                .collect(Collectors.toSet());
        // What filters answer, before anything that has a route.
        Set<String> filters = Set.of("/login", "/logout", "/oauth2/authorization/house", "/login/oauth2/code/house",
                "/camunda/app", "/camunda/app/{app}/default");
        assertThat(GuestList.ofTheHouse().lines().stream()
                .filter(line -> !line.heading().equals(GuestList.FILES) && !filters.contains(line.route().getPatternString()))
                .flatMap(line -> line.methods().stream().filter(method -> !met.contains(method + " " + line.nr()))
                        .map(method -> method + " " + line.route().getPatternString()))).isEmpty();
    }

    @Test
    void the_platform_has_no_further_mounts() {
        assertThat(HouseRoutes.mounts(house.getServletContext())).containsExactlyInAnyOrder("/", "/engine-rest/*", "/camunda/api/admin/*",
                "/camunda/api/cockpit/*", "/camunda/api/engine/*", "/camunda/api/tasklist/*", "/camunda/api/welcome/*");
    }

    @Test
    void everybody_asks_for_everything_and_comes_as_far_as_the_list_says() throws IOException {
        List<Route> routes = new ArrayList<>(HouseRoutes.of(house));
        // Who asks to be logged out is.
        routes.sort((one, other) -> Boolean.compare(one.path().endsWith("/logout"), other.path().endsWith("/logout")));
        ConcurrentLinkedQueue<String> wrong = new ConcurrentLinkedQueue<>();
        Stream.concat(Stream.of(ANONYMOUS), PEOPLE.keySet().stream()).parallel().forEach(who -> {
            Visitor web = ANONYMOUS.equals(who) ? Visitor.anonymous(port) : loggedIn(who);
            Visitor basic = ANONYMOUS.equals(who) ? Visitor.anonymous(port) : Visitor.withPassword(port, id(who), PASSWORD);
            for (Route route : routes) {
                boolean rest = route.path().startsWith(HouseRoutes.REST);
                Answer answer = (rest ? basic : web).call(route.method(), route.sample(), "application/json",
                        Set.of("POST", "PUT").contains(route.method()) ? "{}" : null);
                complaint(who, route, answer).ifPresent(wrong::add);
            }
        });
        write(routes);
        assertThat(wrong.stream().sorted()).isEmpty();
    }

    private Optional<String> complaint(String who, Route route, Answer answer) {
        boolean welcome = welcome(who, route);
        boolean refused = ANONYMOUS.equals(who) ? isAskedToLogIn(answer, route) : isRefused(answer, route);
        if (answer.status() >= 500) {
            return Optional.of("FAILS %s as %s: %s".formatted(route, who, answer));
        }
        if (welcome && refused) {
            return Optional.of("CLOSED %s to %s: %s".formatted(route, who, answer));
        }
        return welcome || refused ? Optional.empty() : Optional.of("OPEN %s to %s: %s".formatted(route, who, answer));
    }

    /** Who sends a form without having seen its page gets nowhere either. */
    private static boolean isAskedToLogIn(Answer answer, Route route) {
        boolean form = route.method().equals("POST") || route.path().startsWith("/drafts") && !route.method().equals("GET");
        return form && isRefused(answer, route)
                || answer.status() == 401 && !answer.header("Set-Cookie").contains("SESSION=")
                || answer.status() == 302 && answer.header("Location").endsWith("/login");
    }

    /** By us, not by whatever lies behind. */
    private static boolean isRefused(Answer answer, Route route) {
        if (route.path().startsWith("/camunda/api") || route.path().startsWith(HouseRoutes.REST) || route.path().startsWith("/cases")) {
            return answer.status() == 403 && answer.json().path("message").asText().equals(Doorkeeper.REFUSED);
        }
        return answer.status() == (GuestList.ofTheHouse().names(route.sample()) ? 403 : 404);
    }

    private static boolean welcome(String who, Route route) {
        return line(route).filter(line -> ANONYMOUS.equals(who) ? line.isForAnybody() : line.isFor(PEOPLE.get(who))).isPresent();
    }

    private static Optional<GuestList.Line> line(Route route) {
        return GuestList.ofTheHouse().line(route.method(), route.sample());
    }

    /** For readers: who may what, and what is closed to everybody. */
    private static void write(List<Route> routes) throws IOException {
        List<String> columns = Stream.concat(Stream.of(ANONYMOUS), PEOPLE.keySet().stream()).toList();
        StringBuilder page = new StringBuilder("""
                <!doctype html><html lang="en"><meta charset="utf-8"><title>Who may what</title>
                <style>body{font:14px sans-serif;margin:2em}td,th{padding:.2em .6em;text-align:left;border-bottom:1px solid #ddd}
                td+td+td{text-align:center}thead th{position:sticky;top:0;background:#fff}.yes{background:#dff0df}</style>
                <h1>Who may what</h1>
                <p>Every address the house could answer to, as asked by each of them in the build. ✓: let through by the guest list;
                behind it the engine and the pages ask again for each thing. Nothing: refused.</p>
                <table><thead><tr><th>Route</th><th>Why</th>""");
        columns.forEach(who -> page.append("<th>").append(who).append("</th>"));
        page.append("</tr></thead>\n");
        Map<String, Route> sorted = new TreeMap<>();
        routes.forEach(route -> sorted.put(route.path() + " " + route.method(), route));
        for (Route route : sorted.values()) {
            page.append("<tr><td>").append(escaped(route.toString())).append("</td><td>")
                    .append(escaped(line(route).map(GuestList.Line::why).orElse(""))).append("</td>");
            columns.forEach(who -> page.append(welcome(who, route) ? "<td class=\"yes\">✓</td>" : "<td></td>"));
            page.append("</tr>\n");
        }
        Files.writeString(Path.of("target", "who-may-what.html"), page.append("</table></html>\n"));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }

    private static Set<String> closed() {
        return lines("/access/closed-routes.txt").flatMap(line -> {
            String[] words = line.split("\\s+");
            String path = words[words.length - 1];
            return Stream.of(words).limit(words.length - 1).map(method -> method + " " + path);
        }).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> lines(String resource) {
        try (var stream = GuestMatrixTest.class.getResourceAsStream(resource)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines().map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"));
        } catch (IOException exception) {
            throw new IllegalStateException(exception);
        }
    }

    private Visitor loggedIn(String who) {
        Visitor visitor = Visitor.anonymous(port);
        Answer login = visitor.login(id(who), PASSWORD);
        assertThat(login.header("Location")).as("%s: %s", who, login).doesNotContain("/login");
        // A form that is opened brings the token with which its draft is kept.
        visitor.get("/drafts/none");
        return visitor;
    }

    /** There is one administrator, and other tests are about the last. */
    private static String id(String who) {
        return who.equals("administrator") ? "admin" : "matrix" + who.replace(" ", "");
    }

    private void account(String who) {
        if (identities.createUserQuery().userId(id(who)).count() > 0) {
            return;
        }
        User account = identities.newUser(id(who));
        account.setPassword(PASSWORD);
        identities.saveUser(account);
        switch (who) {
            case "candidate" -> join(id(who), "Mxcandidate");
            case "partner" -> join(id(who), "Mxone");
            case "other partner" -> join(id(who), "Mxother");
            case "former partner" -> {
                join(id(who), "Mxformer");
                accounts.leave(id(who), new OrganisationId("Mxformer"));
            }
            default -> PEOPLE.get(who).forEach(group -> identities.createMembership(id(who), group));
        }
    }

    private void join(String user, String organisation) {
        OrganisationId id = new OrganisationId(organisation);
        accounts.openGroups(id, organisation, Set.of(Role.EXPERT));
        accounts.join(user, id);
    }
}
