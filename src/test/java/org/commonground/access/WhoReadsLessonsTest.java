package org.commonground.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonground.foundation.Role.EXPERT;
import static org.commonground.foundation.Role.IMPLEMENTER;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.commonground.access.Visitor.Answer;
import org.commonground.foundation.Level;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Role;
import org.commonground.learning.Lesson;
import org.commonground.learning.LessonService;
import org.commonground.learning.Reach;
import org.commonground.organisation.OrganisationService;
import org.commonground.organisation.Registrations;
import org.commonground.partnership.FirstProposal;
import org.commonground.partnership.LessonsAtHand;
import org.commonground.partnership.PartnershipService;
import org.commonground.partnership.SeatIn;
import org.commonground.partnership.Standing;
import org.commonground.stage.Ladder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lessa, Lessb and the ally Lessc work together, Lessd has left them, Lesse is a stranger. */
@AccessTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WhoReadsLessonsTest {

    private static final String PASSWORD = "CommonGround-1";
    private static final List<OrganisationId> ALL = Stream.of("Lessa", "Lessb", "Lessc", "Lessd", "Lesse").map(OrganisationId::new)
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
    LessonService lessons;
    @Autowired
    LessonsAtHand atHand;
    @Autowired
    Ladder ladder;
    @Autowired
    JdbcClient jdbc;

    private PartnershipId common;
    private int told;

    @BeforeAll
    void a_partnership() {
        for (OrganisationId one : ALL) {
            organisations.register(Registrations.of(one.code()), "coordinator");
            organisations.verify(one, null);
            organisations.openAccounts(one);
            User account = identities.createUserQuery().userId(focal(one.code())).singleResult();
            account.setPassword(PASSWORD);
            identities.saveUser(account);
        }
        Stream.of("coordinator", "designer").forEach(group -> {
            User account = identities.newUser("less" + group);
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
        partnerships.leave(common, ALL.get(3), "No time", focal("Lessd"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"lessaFocal:true", "lessbFocal:true", "lesscFocal:true", "lesscoordinator:true", "lessdFocal:false",
            "lesseFocal:false", "lessdesigner:false"})
    void what_stays_in_the_partnership_is_read_by_its_members_and_staff_alone(String who) {
        UUID lesson = tell("Ducks eat snails " + who.hashCode(), Reach.OWN, null);
        Visitor visitor = visitor(who.split(":")[0]);
        boolean reads = who.endsWith("true");
        assertThat(visitor.get("/lessons/" + lesson).status()).isEqualTo(reads ? 200 : 404);
        assertThat(visitor.get("/lessons?find=SNAILS").text().contains(lesson.toString())).isEqualTo(reads);
        assertThat(visitor.get("/lessons/" + UUID.randomUUID()).status()).isEqualTo(404);
        assertThat(visitor.get("/lessons/x").status()).isEqualTo(404);
    }

    @Test
    void nobody_reads_without_logging_in() {
        UUID lesson = tell("Walls have no ears", Reach.SHARED, null);
        Visitor nobody = Visitor.anonymous(port);
        assertThat(nobody.get("/lessons", "Accept", "text/html").header("Location")).endsWith("/login");
        assertThat(nobody.get("/lessons/" + lesson, "Accept", "text/html").header("Location")).endsWith("/login");
    }

    @Test
    void a_shared_one_tells_a_stranger_who_learned_it_and_not_in_which_partnership() {
        UUID lesson = tell("Neem before sunset", Reach.SHARED, "Chilli, Guntur");
        Answer page = visitor("lesseFocal").get("/lessons/" + lesson);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("Neem before sunset", "Organisation Lessa", "Chilli").doesNotContain(common.value(),
                "Who may read it");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(visitor("lessbFocal").get("/lessons/" + lesson).text()).contains(common.value(), "Who may read it",
                "All who use this house");
    }

    @Test
    void the_narrowest_consent_counts_until_it_is_taken_back() {
        UUID lesson = tell("Shade keeps frost away", Reach.SHARED, null);
        assertThat(does("lessbFocal", lesson, "narrow", " ")).as("without a reason").isEqualTo(409);
        assertThat(does("lessbFocal", lesson, "narrow", "The figures are not ours alone.")).isEqualTo(302);
        assertThat(status("lesseFocal", lesson)).isEqualTo(404);
        assertThat(visitor("lessaFocal").get("/lessons/" + lesson).text()).contains("Organisation Lessb",
                "The figures are not ours alone.");
        assertThat(does("lessaFocal", lesson, "share", "")).as("who told it has nothing more to let go").isEqualTo(404);
        assertThat(status("lesseFocal", lesson)).isEqualTo(404);
        assertThat(does("lessbFocal", lesson, "share", "")).isEqualTo(302);
        assertThat(status("lesseFocal", lesson)).isEqualTo(200);
    }

    @Test
    void who_told_it_shares_it_later_and_takes_it_back() {
        UUID lesson = tell("Bees need water", Reach.OWN, null);
        assertThat(does("lessbFocal", lesson, "share", "")).as("a partner cannot share what another told").isEqualTo(404);
        assertThat(does("lessaFocal", lesson, "share", "")).isEqualTo(302);
        assertThat(status("lesseFocal", lesson)).isEqualTo(200);
        assertThat(does("lessaFocal", lesson, "narrow", "We look at it once more.")).isEqualTo(302);
        assertThat(status("lesseFocal", lesson)).isEqualTo(404);
    }

    @Test
    void a_withdrawn_one_is_found_by_nobody_and_read_by_its_partnership() {
        UUID lesson = tell("Ashes against beetles", Reach.SHARED, null);
        assertThat(does("lessbFocal", lesson, "withdraw", "Not mine")).isEqualTo(404);
        assertThat(does("lessaFocal", lesson, "withdraw", "It was the rain.")).isEqualTo(302);
        assertThat(status("lesseFocal", lesson)).isEqualTo(404);
        Visitor partner = visitor("lessbFocal");
        assertThat(partner.get("/lessons?find=beetles").text()).contains("Nothing found");
        assertThat(partner.get("/lessons/" + lesson).text()).contains("Withdrawn: It was the rain.").doesNotContain("<textarea");
        for (String deed : List.of("share", "narrow", "withdraw")) {
            assertThat(does("lessaFocal", lesson, deed, "Again")).as(deed).isEqualTo(404);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"lesscFocal", "lesscoordinator", "lessdFocal", "lesseFocal", "lessdesigner"})
    void whose_it_is_not_says_nothing(String who) {
        UUID lesson = tell("Dew is water " + who.hashCode(), Reach.SHARED, null);
        for (String deed : List.of("share", "narrow", "withdraw")) {
            assertThat(does(who, lesson, deed, "Because")).as(deed).isEqualTo(404);
        }
        assertThat(jdbc.sql("select count(*) from lesson_consent where lesson = ?").param(lesson).query(Integer.class).single())
                .isEqualTo(1);
    }

    @Test
    void nobody_says_anything_without_the_token() {
        UUID lesson = tell("Straw keeps soil", Reach.OWN, null);
        assertThat(visitor("lessaFocal").form("/lessons/" + lesson + "/share", Map.of("_csrf", "x")).status()).isEqualTo(403);
        assertThat(status("lesseFocal", lesson)).isEqualTo(404);
    }

    @Test
    void a_tag_leads_then_all_the_words_then_more_of_them_then_the_younger() {
        UUID one = tell("Zebu plough alone", Reach.SHARED, null);
        UUID two = tell("Zebu and furrow plough", Reach.SHARED, null);
        UUID younger = tell("Zebu plough again", Reach.SHARED, null);
        UUID all = tell("Zebu furrow plough and dibble", Reach.SHARED, null);
        UUID tagged = tell("A word of its own", Reach.SHARED, "Dibble");
        UUID stem = tell("Zebus ploughing dibbles", Reach.SHARED, null);
        jdbc.sql("update lesson set told_at = told_at - interval '1' day where id = ?").param(one).update();
        String found = visitor("lesseFocal").get("/lessons?find=ZEBU%20furrow%20plough%20dibble").text();
        List<UUID> order = Stream.of(one, two, younger, all, tagged).sorted((left, right) -> found.indexOf(left.toString())
                - found.indexOf(right.toString())).toList();
        assertThat(order).containsExactly(tagged, all, two, younger, one);
        assertThat(found).contains(one.toString()).as("no stems").doesNotContain(stem.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"MA%C3%8FS", "mai%CC%88s", "ma%C2%ADi%CC%88s", "%EF%BC%AD%EF%BC%A1%C3%8F%EF%BC%B3", "ma%C3%AFs"})
    void one_tag_in_five_spellings_finds_the_same(String typed) {
        UUID lesson = tell("A seed at a time", Reach.SHARED, "Maïs, MAÏS, maïs");
        assertThat(visitor("lesseFocal").get("/lessons?find=" + typed).text()).contains(lesson.toString());
        assertThat(jdbc.sql("select count(*) from lesson_tag where lesson = ?").param(lesson).query(Integer.class).single()).isEqualTo(1);
    }

    @Test
    void the_page_of_a_partnership_names_what_it_builds_on_while_all_may_read_that() {
        PartnershipId building = partnerships.propose(new FirstProposal("Built on", "Walls", "Nobody alone"), ALL.get(4), "lesseFocal");
        UUID lesson = tell("<b>Mortar</b> before noon", Reach.SHARED, null);
        atHand.buildOn(building, List.of(lesson), "lesseFocal");
        Visitor builder = visitor("lesseFocal");
        String page = "/partnerships/" + building.value();
        assertThat(builder.get(page).text()).contains("It builds on what others learned", "/lessons/" + lesson,
                "&lt;b&gt;Mortar&lt;/b&gt; before noon", "Organisation Lessa", "chosen by Focal of Lesse on ").doesNotContain("<b>Mortar");
        does("lessbFocal", lesson, "narrow", "The figures are not ours alone.");
        assertThat(builder.get(page).text()).contains("One lesson is not shared any more.").doesNotContain("Mortar", "Organisation Lessa");
        does("lessbFocal", lesson, "share", "");
        assertThat(builder.get(page).text()).contains("Mortar");
        does("lessaFocal", lesson, "withdraw", "It was the rain.");
        assertThat(builder.get(page).text()).contains("One lesson was withdrawn.").doesNotContain("Mortar", "It was the rain.");
    }

    @Test
    void hostile_words_are_words() {
        UUID lesson = tell("<script>alert('kiln')</script> kiln & “fire”", Reach.SHARED, "<b>kiln</b>");
        Visitor stranger = visitor("lesseFocal");
        for (String page : List.of(stranger.get("/lessons?find=kiln").text(), stranger.get("/lessons/" + lesson).text())) {
            assertThat(page).contains("&lt;script&gt;", "&lt;b&gt;kiln&lt;/b&gt;").doesNotContain("<script", "<b>kiln");
        }
        for (String nothing : List.of("%25", "_", "k%25", "%27%20or%201%3D1--", "%00", "kil_", "%22%3E%3C")) {
            Answer answer = stranger.get("/lessons?find=" + nothing);
            assertThat(answer.status()).as(nothing).isIn(200, 400);
            assertThat(answer.text()).as(nothing).doesNotContain(lesson.toString(), "<script");
        }
        assertThat(stranger.get("/lessons?find=" + "x%20".repeat(1500) + "&page=-4").status()).isEqualTo(200);
        assertThat(stranger.get("/lessons?page=99999999999999").status()).isEqualTo(200);
        assertThat(does("lessaFocal", lesson, "narrow", "x".repeat(601))).isEqualTo(409);
    }

    @Test
    void at_most_twenty_stand_on_a_page() {
        IntStream.range(0, 21).forEach(nr -> tell("Quinoa " + nr, Reach.SHARED, null));
        String first = visitor("lesseFocal").get("/lessons?find=quinoa").text();
        assertThat(first).contains("21 lessons", "More").doesNotContain("Those before");
        assertThat(first.split("<section ")).hasSize(21);
        assertThat(visitor("lesseFocal").get("/lessons?find=quinoa&page=2").text().split("<section ")).hasSize(2);
    }

    private UUID tell(String worked, Reach reach, String tags) {
        // Each as a review of its own, so that one organisation tells many; the words of the end are those that count here.
        jdbc.sql("update lesson set source = 'review', nr = ? where partnership = ? and source = 'closing'").params(++told, common.value())
                .update();
        lessons.tellAtTheEnd(common, ALL.get(0), Lesson.atTheEnd(worked, "In wet fields", "Nothing else", null, tags), reach, "lessaFocal");
        return jdbc.sql("select id from lesson where partnership = ? and source = 'closing'").param(common.value())
                .query((row, nr) -> row.getObject(1, UUID.class)).single();
    }

    private int status(String user, UUID lesson) {
        return visitor(user).get("/lessons/" + lesson).status();
    }

    private int does(String user, UUID lesson, String deed, String reason) {
        Visitor visitor = visitor(user);
        return visitor.form("/lessons/" + lesson + "/" + deed, Map.of("_csrf", token(visitor), "reason", reason)).status();
    }

    private static String token(Visitor visitor) {
        return visitor.get("/").text().replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]*)\".*", "$1");
    }

    private Visitor visitor(String user) {
        return Visitor.loggedIn(port, user.equals("lessdesigner") ? "cockpit" : "tasklist", user, PASSWORD);
    }

    private static String focal(String code) {
        return code.toLowerCase() + "Focal";
    }
}
