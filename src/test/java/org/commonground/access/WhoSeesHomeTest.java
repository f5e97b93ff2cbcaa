package org.commonground.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonground.foundation.Role.EXPERT;
import static org.commonground.foundation.Role.IMPLEMENTER;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.commonground.access.Visitor.Answer;
import org.commonground.candidate.Search;
import org.commonground.foundation.Level;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Role;
import org.commonground.organisation.OrganisationService;
import org.commonground.organisation.Registrations;
import org.commonground.partnership.PartnershipService;
import org.commonground.partnership.SampleAims;
import org.commonground.partnership.SeatIn;
import org.commonground.partnership.Standing;
import org.commonground.selection.Nominee;
import org.commonground.selection.SearchPurpose;
import org.commonground.selection.SelectionService;
import org.commonground.stage.Ladder;
import org.commonground.stage.StatementCount;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Homea, Homeb and the ally Homec work together; Homed has left them, Homee is a stranger, and another partnership is Homea's alone. */
@AccessTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WhoSeesHomeTest {

    private static final String PASSWORD = "CommonGround-1";
    private static final List<OrganisationId> ALL = Stream.of("Homea", "Homeb", "Homec", "Homed", "Homee").map(OrganisationId::new)
            .toList();

    @LocalServerPort
    int port;
    @Autowired
    IdentityService identities;
    @Autowired
    OrganisationService organisations;
    @Autowired
    PartnershipService partnerships;
    @Autowired
    SelectionService selections;
    @Autowired
    StatementCount statements;
    @Autowired
    Ladder ladder;

    private static final String ASKED = "One question waits for your answer";

    private PartnershipId common;
    private PartnershipId proposed;

    @BeforeAll
    void two_partnerships() {
        for (OrganisationId one : ALL) {
            organisations.register(Registrations.of(one.code()), "coordinator");
            organisations.verify(one, null);
            organisations.openAccounts(one);
            User account = identities.createUserQuery().userId(focal(one.code())).singleResult();
            account.setPassword(PASSWORD);
            identities.saveUser(account);
        }
        Stream.of("coordinator", "manager", "designer").forEach(group -> {
            User account = identities.newUser("home" + group);
            account.setPassword(PASSWORD);
            identities.saveUser(account);
            identities.createMembership(account.getId(), group);
        });
        Map<OrganisationId, Role> roles = new LinkedHashMap<>();
        roles.put(ALL.get(0), EXPERT);
        roles.put(ALL.get(1), IMPLEMENTER);
        roles.put(ALL.get(3), IMPLEMENTER);
        common = ladder.inForce(roles);
        partnerships.admit(common, ALL.get(2), Standing.ALLY, List.of(new SeatIn(Role.ALLY, Level.LOCAL, null, null)));
        partnerships.leave(common, ALL.get(3), "No time", focal("Homed"));
        proposed = ladder.proposed(SampleAims.of("Homea"), EXPERT);
    }

    @Test
    void anonymous_people_come_to_the_log_in_and_from_there_home() {
        Visitor nobody = Visitor.anonymous(port);
        assertThat(nobody.get("/", "Accept", "text/html").header("Location")).endsWith("/login");
        assertThat(nobody.get("/partnerships/" + common, "Accept", "text/html").header("Location")).endsWith("/login");
    }

    @ParameterizedTest
    @ValueSource(strings = {"homeaFocal:You are a partner", "homecFocal:You are an ally", "homecoordinator:You serve it",
            "homemanager:You serve it"})
    void who_belongs_finds_the_partnership_and_all_about_it(String who) {
        Visitor visitor = visitor(who.split(":")[0]);
        String home = visitor.get("/?find=" + common).text();
        assertThat(home).contains("/partnerships/" + common, who.split(":")[1]);
        Answer page = visitor.get("/partnerships/" + common);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("Partners and people", "Homea", "Focal of Homeb", "<svg", "What happened", "Sealed")
                .contains("aria-current=\"step\"").doesNotContain("org-Homed");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.header("Set-Cookie")).as("no page of ours opens a session").isEmpty();
    }

    @Test
    void in_short_it_is_told_to_the_same_people() {
        String told = visitor("homeaFocal").get("/partnerships/" + common + "/short").text();
        assertThat(told).contains("You are a partner", "Whom it waits for", "Next dates", "aria-current=\"step\"").doesNotContain("<head");
        assertThat(visitor("homedFocal").get("/partnerships/" + common + "/short").text()).contains("has left")
                .doesNotContain("Whom it waits for", "Next dates");
        assertThat(Stream.of(common.value(), "P-1999-0001", "x").map(one -> visitor("homeeFocal").get("/partnerships/" + one + "/short")
                .status())).containsOnly(404);
    }

    @Test
    void who_has_left_reads_what_it_signed_and_nothing_else() {
        Visitor left = visitor("homedFocal");
        assertThat(left.get("/").text()).contains("/partnerships/" + common, "You have left");
        String page = left.get("/partnerships/" + common).text();
        assertThat(page).contains("Your organisation has left it", "Version 1")
                .doesNotContain("Partners and people", "Whom it waits for", "Focal of Homeb", "Raise a matter", "<svg", "Dates");
        assertThat(raises(left)).as("nothing is raised").isEqualTo(404);
    }

    @Test
    void a_member_raises_something_from_the_page_and_nobody_else_does() {
        Visitor member = visitor("homeaFocal");
        assertThat(member.get("/partnerships/" + common).text()).contains("Raise a matter");
        Answer raised = member.form("/partnerships/" + common + "/raise", Map.of("_csrf", token(member)));
        assertThat(raised.status()).isEqualTo(302);
        assertThat(raised.header("Location")).contains("/camunda/app/tasklist/default/#/?task=");
        String task = raised.header("Location").replaceAll(".*task=([^&]*).*", "$1");
        assertThat(member.get("/camunda/api/engine/engine/default/task/" + task + "/form-variables").text())
               .as("with the partnership filled in").contains(common.value());
        assertThat(Stream.of("homeeFocal", "homecoordinator").map(this::visitor).map(this::raises)).containsExactly(404, 404);
    }

    private int raises(Visitor visitor) {
        return visitor.form("/partnerships/" + common + "/raise", Map.of("_csrf", token(visitor))).status();
    }

    private String token(Visitor visitor) {
        return visitor.get("/").text().replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]*)\".*", "$1");
    }

    @Test
    void a_question_to_all_partners_is_read_and_answered_by_all_who_belong() {
        assertThat(asks("homeaFocal", common, "partners", "Who pays for the <b>seed</b>?")).isEqualTo(302);
        String id = questionOn("homebFocal", common, "Who pays for the");
        assertThat(questions("homecFocal", common)).contains("Homea", "asks all partners", "&lt;b&gt;seed", "Not answered yet");
        assertThat(questions("homeaFocal", common)).contains("Close it without an answer").doesNotContain("It is answered");
        assertThat(visitor("homedFocal").get(address(common)).text()).as("who has left").doesNotContain("seed", "Your question");
        assertThat(visitor("homeeFocal").get(address(common)).status()).as("a stranger").isEqualTo(404);
        assertThat(tells("homeeFocal", common, id + "/answer", "words", "We do")).isEqualTo(404);
        assertThat(tells("homedFocal", common, id + "/answer", "words", "We do")).isEqualTo(404);
        assertThat(tells("homebFocal", common, id + "/close", "words", "")).as("not its own").isEqualTo(409);
        assertThat(tells("homebFocal", common, id + "/answer", "words", "The donor")).isEqualTo(302);
        assertThat(questions("homecoordinator", common)).contains("The donor", "Focal of Homeb");
        assertThat(questions("homeaFocal", common)).contains("It is answered: close it");
        assertThat(tells("homeaFocal", common, id + "/close", "words", "")).isEqualTo(302);
        assertThat(tells("homebFocal", common, id + "/answer", "words", "And the state")).as("closed").isEqualTo(409);
        assertThat(questions("homecFocal", common)).contains("Closed").doesNotContain("And the state");
    }

    @Test
    void a_question_to_the_coordinator_is_between_the_two() {
        assertThat(asks("homeaFocal", common, "coordinator", "May we bring a guest?")).isEqualTo(302);
        assertThat(questions("homebFocal", common)).doesNotContain("May we bring a guest?");
        String id = questionOn("homecoordinator", common, "May we bring a guest?");
        assertThat(visitor("homecoordinator").get("/?find=" + common).text()).as("it stands at home").contains(ASKED);
        Stream.of("homeaFocal", "homebFocal").forEach(one -> assertThat(visitor(one).get("/").text()).as(one).doesNotContain(ASKED));
        assertThat(tells("homebFocal", common, id + "/answer", "words", "No")).as("as if it was not there").isEqualTo(404);
        assertThat(tells("homecoordinator", common, id + "/answer", "words", "Yes, one")).isEqualTo(302);
        assertThat(visitor("homecoordinator").get("/?find=" + common).text()).as("it is answered").doesNotContain(ASKED);
        assertThat(questions("homeaFocal", common)).contains("Yes, one", "coordinator answered");
        assertThat(tells("homeaFocal", common, id + "/close", "words", "")).isEqualTo(302);
    }

    @Test
    void what_a_candidate_asks_is_answered_to_all_candidates_without_its_name() {
        Search search = Search.founding(proposed);
        selections.openSearch(search, SearchPurpose.FOUNDING);
        UUID needed = partnerships.neededRoles(proposed).get(0).id();
        selections.nominate(search, Stream.of(ALL.get(0), ALL.get(3), ALL.get(4))
                .map(one -> new Nominee(one, Set.of(needed), Set.of(), "Please")).toList(), "homecoordinator");
        assertThat(visitor("homeeFocal").get("/partnerships/" + proposed).text()).contains("You are a candidate").doesNotContain("Homed");
        assertThat(asks("homeeFocal", proposed, "partners", "How much time does it take?")).isEqualTo(302);
        assertThat(questions("homedFocal", proposed)).as("not answered yet").doesNotContain("How much time");
        String id = questionOn("homecoordinator", proposed, "How much time");
        assertThat(tells("homedFocal", proposed, id + "/answer", "words", "None")).isEqualTo(404);
        assertThat(tells("homecoordinator", proposed, id + "/answer", "words", "A day each month")).isEqualTo(302);
        assertThat(questions("homedFocal", proposed)).contains("How much time", "A day each month", "A candidate asks")
                .doesNotContain("Homee");
        assertThat(questions("homeeFocal", proposed)).contains("Focal of Homee", "A day each month");
    }

    @Test
    void bad_questions_get_a_sentence_and_change_nothing() {
        Visitor member = visitor("homebFocal");
        assertThat(member.form(address(common), Map.of("_csrf", token(member), "words", " ")).text())
                .contains("Please write your question.");
        String long_ = "x".repeat(2001);
        Answer tooLong = member.form(address(common), Map.of("_csrf", token(member), "words", long_, "to", "partners"));
        assertThat(tooLong.status()).isEqualTo(409);
        assertThat(tooLong.text()).as("what was typed stays").contains("These are 2001 characters, and at most 2000 fit here.", long_);
        assertThat(questions("homebFocal", common)).doesNotContain(long_);
        assertThat(tells("homebFocal", common, "no-number/close", "words", "")).isEqualTo(404);
    }

    private int asks(String user, PartnershipId partnership, String to, String words) {
        Visitor visitor = visitor(user);
        return visitor.form(address(partnership), Map.of("_csrf", token(visitor), "words", words, "to", to)).status();
    }

    private int tells(String user, PartnershipId partnership, String deed, String field, String words) {
        Visitor visitor = visitor(user);
        return visitor.form(address(partnership) + "/" + deed, Map.of("_csrf", token(visitor), field, words)).status();
    }

    private String questions(String user, PartnershipId partnership) {
        return visitor(user).get(address(partnership)).text();
    }

    /** Its id, as this person sees it. */
    private String questionOn(String user, PartnershipId partnership, String words) {
        return Stream.of(questions(user, partnership).split("<section ")).filter(one -> one.contains(words)).findFirst().orElseThrow()
                .replaceAll("(?s).*?id=\"q-([0-9a-f-]{36})\".*", "$1");
    }

    private static String address(PartnershipId partnership) {
        return "/partnerships/" + partnership + "/questions";
    }

    @ParameterizedTest
    @ValueSource(strings = {"homeeFocal", "homedesigner"})
    void for_strangers_it_does_not_exist(String who) {
        Visitor stranger = visitor(who);
        assertThat(stranger.get("/").text()).doesNotContain(common.value());
        for (String number : List.of(common.value(), "P-2026-9999", "x", "P-2026-0001'--", "P-1")) {
            assertThat(stranger.get("/partnerships/" + number.replace("'", "%27")).status()).as(number).isEqualTo(404);
        }
        assertThat(stranger.get("/?find=" + common).text()).contains("None of them has these words");
    }

    @Test
    void partnerships_are_found_by_title_number_and_member() {
        Visitor coordinator = visitor("homecoordinator");
        for (String words : List.of(common.value(), "homeb", "HOMEB")) {
            assertThat(coordinator.get("/?find=" + words).text()).as(words).contains("/partnerships/" + common)
                    .doesNotContain("/partnerships/" + proposed);
        }
        assertThat(coordinator.get("/?find=%25").text()).as("a sign of patterns is a sign").contains("None of them has these words");
        assertThat(coordinator.get("/?find=" + "x".repeat(3000) + "&page=-4").status()).isEqualTo(200);
        assertThat(coordinator.get("/?page=x").status()).isEqualTo(400);
    }

    @Test
    void the_page_of_a_room_that_is_over_is_the_page_of_where_it_stands() {
        assertThat(visitor("homeaFocal").get("/partnerships/" + common + "?room=gone").status()).isEqualTo(200);
    }

    @Test
    void many_partnerships_are_read_page_by_page() {
        IntStream.range(0, 21).forEach(nr -> ladder.proposed(SampleAims.of("Homea"), EXPERT));
        String first = visitor("homemanager").get("/").text();
        assertThat(first).contains("Further in the list").doesNotContain("Earlier in the list");
        assertThat(visitor("homemanager").get("/?page=2").text()).contains("Earlier in the list");
        Visitor manager = visitor("homemanager");
        int one = statements.during(() -> manager.get("/?find=" + common)).size();
        assertThat(one).as("what is counted").isGreaterThan(3);
        assertThat(statements.during(() -> manager.get("/"))).as("twenty cost no more").hasSizeLessThanOrEqualTo(one + 2);
    }

    private Visitor visitor(String user) {
        return Visitor.loggedIn(port, user.equals("homedesigner") || user.equals("homemanager") ? "cockpit" : "tasklist", user, PASSWORD);
    }

    private static String focal(String code) {
        return code.toLowerCase() + "Focal";
    }
}
