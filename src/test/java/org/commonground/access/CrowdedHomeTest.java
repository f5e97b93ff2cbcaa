package org.commonground.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.commonground.foundation.Role.EXPERT;
import static org.commonground.foundation.Role.IMPLEMENTER;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.User;
import org.commonground.access.Visitor.Answer;
import org.commonground.foundation.Level;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Role;
import org.commonground.organisation.OrganisationService;
import org.commonground.organisation.Registrations;
import org.commonground.partnership.FirstProposal;
import org.commonground.partnership.Link;
import org.commonground.partnership.PartnershipService;
import org.commonground.stage.Ladder;
import org.commonground.stage.StatementCount;
import org.commonground.story.Answers;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** More of everything than anybody has: fifty organisations in one partnership, their names as long as may be, and many partnerships. */
@AccessTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CrowdedHomeTest {

    private static final String PASSWORD = "CommonGround-1";
    private static final int CROWD = 50;
    /** As long as the house takes them. */
    private static final int LONGEST_NAME = 120;
    private static final int MANY = 500;
    private static final int FIRST = 1;
    private static final int BEGUN = 40;
    private static final int WARM = 30;
    private static final int TURNS = 40;
    private static final int MOST_BYTES = 150_000;
    /** For what a crowd may cost beside: what is read in parts. */
    private static final int FEW_MORE = 4;

    @LocalServerPort
    int port;
    @Autowired
    IdentityService identities;
    @Autowired
    RuntimeService runtime;
    @Autowired
    TaskService tasks;
    @Autowired
    RepositoryService repository;
    @Autowired
    OrganisationService organisations;
    @Autowired
    PartnershipService partnerships;
    @Autowired
    StatementCount statements;
    @Autowired
    Ladder ladder;

    private PartnershipId crowded;
    private PartnershipId signed;
    private PartnershipId small;

    @BeforeAll
    void fifty_organisations() {
        List<OrganisationId> crowd = IntStream.rangeClosed(1, CROWD).mapToObj(nr -> new OrganisationId("Crowd" + nr)).toList();
        crowd.forEach(one -> register(one, name(one)));
        List<OrganisationId> two = Stream.of("Pair1", "Pair2").map(OrganisationId::new).toList();
        two.forEach(one -> register(one, "Organisation " + one));
        opensAccount("Crowd1");
        opensAccount("Pair1");
        signed = ladder.inForce(roles(crowd));
        crowded = ladder.chosen(roles(crowd));
        small = ladder.chosen(roles(two));
        connect(crowded, crowd);
        connect(small, two);
        seekVision(crowded, CROWD);
        seekVision(small, 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/partnerships/%s", "/partnerships/%s?room=vision", "/partnerships/%s/questions", "/partnerships/%s/files",
            "/papers/%s"})
    void fifty_organisations_cost_a_page_no_more_than_two(String path) {
        Visitor pair = visitor("pair1Focal");
        Visitor crowd = visitor("crowd1Focal");
        pair.get(path.formatted(small));
        crowd.get(path.formatted(crowded));
        int few = statements.during(() -> pair.get(path.formatted(small))).size();
        List<String> many = statements.during(() -> crowd.get(path.formatted(crowded)));
        assertThat(few).as("what is counted").isGreaterThan(2);
        assertThat(many).hasSizeLessThanOrEqualTo(few + FEW_MORE);
        for (PartnershipId each : List.of(crowded, signed)) {
            Answer page = crowd.get(path.formatted(each));
            assertThat(page.status()).isEqualTo(200);
            assertThat(onTheLine(page.text()) + onTheLine(crowd.get("/page.css").text())).as("it weighs").isLessThan(MOST_BYTES);
        }
    }

    @Test
    void all_of_fifty_are_read_with_their_whole_names() {
        String page = visitor("crowd1Focal").get("/partnerships/" + crowded).text();
        IntStream.rangeClosed(1, CROWD).mapToObj(nr -> name(new OrganisationId("Crowd" + nr)))
                .forEach(name -> assertThat(page).contains("<span>" + name + "</span>"));
        assertThat(page).contains("Share vision", "and " + (CROWD - 3) + " more", CROWD + " partners, " + (CROWD - 1) + " connections");
    }

    @Test
    void whoever_has_five_hundred_partnerships_reads_them_page_by_page() {
        OrganisationId own = new OrganisationId("Busy1");
        register(own, "Busy bees");
        opensAccount("Busy1");
        Visitor busy = visitor("busy1Focal");
        begin(busy, 1, FIRST);
        int few = statements.during(() -> busy.get("/")).size();
        // The most of them are proposed and not begun: each step that waits would take as long as all the rest here.
        IntStream.rangeClosed(FIRST + 1, MANY - BEGUN).forEach(nr -> partnerships.propose(new FirstProposal("Busy no. " + nr, "Schools",
                "More hands"), own, "busy1Focal"));
        begin(busy, MANY - BEGUN + 1, MANY);
        String first = busy.get("/").text();
        assertThat(first).contains("Busy no. " + MANY, "Clarify aims", (FIRST + BEGUN - 20) + " more steps in your list",
                "Further in the list");
        assertThat(first.split("class=\"paper\"", -1)).as("of twenty").hasSize(21);
        assertThat(busy.get("/?page=25").text()).contains("Busy no. 1<", "Earlier in the list").doesNotContain("Further in the list");
        assertThat(busy.get("/?find=Busy%20no.%2077").text()).contains("Busy no. 77<").doesNotContain("Busy no. 76<");
        assertThat(onTheLine(first)).isLessThan(MOST_BYTES);
        assertThat(statements.during(() -> busy.get("/"))).as("as many as for one").hasSizeLessThanOrEqualTo(few + 2);
        isAsQuickAsTasklist(busy);
    }

    private void begin(Visitor busy, int from, int to) {
        String definition = repository.createProcessDefinitionQuery().processDefinitionKey("partnership").latestVersion().singleResult()
                .getId();
        for (int nr = from; nr <= to; nr++) {
            Answer proposed = busy.post(Visitor.ENGINE + "/process-definition/" + definition + "/submit-form",
                    Map.of("variables", Answers.proposal("Busy no. " + nr).entrySet().stream()
                            .collect(Collectors.toMap(Map.Entry::getKey, one -> Map.of("type", "String", "value", one.getValue())))));
            assertThat(proposed.status()).as(proposed.toString()).isEqualTo(200);
        }
    }

    /** On a machine that does other things too: turn by turn, so that both are held up alike, and the middle one of many. */
    private static void isAsQuickAsTasklist(Visitor busy) {
        List<Long> homes = new ArrayList<>();
        List<Long> lists = new ArrayList<>();
        for (int turn = 0; turn < WARM + TURNS; turn++) {
            homes.add(lasts(() -> assertThat(busy.get("/").status()).isEqualTo(200)));
            lists.add(lasts(() -> {
                assertThat(busy.get(Visitor.ENGINE + "/task?active=true&sortBy=dueDate&sortOrder=asc&firstResult=0&maxResults=15").status())
                        .isEqualTo(200);
                assertThat(busy.get(Visitor.ENGINE + "/task/count?active=true").status()).isEqualTo(200);
            }));
        }
        assertThat((double) middle(homes) / middle(lists)).as("home takes so many times what Tasklist takes").isLessThanOrEqualTo(1.5);
    }

    private static long lasts(Runnable call) {
        long begun = System.nanoTime();
        call.run();
        return System.nanoTime() - begun;
    }

    private static long middle(List<Long> all) {
        return all.stream().skip(WARM).sorted().skip(TURNS / 2).findFirst().orElseThrow();
    }

    private void seekVision(PartnershipId partnership, int asked) {
        runtime.startProcessInstanceByKey("vision", partnership.value());
        await().atMost(Duration.ofMinutes(1)).until(() -> tasks.createTaskQuery().processInstanceBusinessKey(partnership.value())
                .taskName("Share vision").count() == asked);
    }

    private void connect(PartnershipId partnership, List<OrganisationId> members) {
        partnerships.connect(partnership, members.stream().skip(1)
                .map(one -> new Link(members.get(0), one, "Seed, advice and what else is needed", Level.LOCAL)).toList());
    }

    /** The half of them in one word, which no line breaks by itself. */
    private static String name(OrganisationId one) {
        int nr = Integer.parseInt(one.code().substring("Crowd".length()));
        return ((nr % 2 == 0 ? "Wide" : "Wide fields ").repeat(LONGEST_NAME)).substring(0, LONGEST_NAME - one.code().length()) + one.code();
    }

    private static Map<OrganisationId, Role> roles(List<OrganisationId> some) {
        Map<OrganisationId, Role> roles = new LinkedHashMap<>();
        some.forEach(one -> roles.put(one, roles.isEmpty() ? EXPERT : IMPLEMENTER));
        return roles;
    }

    private void register(OrganisationId one, String name) {
        organisations.register(Registrations.of(one.code(), name, LocalDate.of(2040, 12, 31)), "coordinator");
        organisations.verify(one, null);
    }

    private void opensAccount(String code) {
        organisations.openAccounts(new OrganisationId(code));
        User account = identities.createUserQuery().userId(focal(code)).singleResult();
        account.setPassword(PASSWORD);
        identities.saveUser(account);
    }

    private static int onTheLine(String page) {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        try (GZIPOutputStream packed = new GZIPOutputStream(line)) {
            packed.write(page.getBytes(StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return line.size();
    }

    private Visitor visitor(String user) {
        return Visitor.loggedIn(port, "tasklist", user, PASSWORD);
    }

    private static String focal(String code) {
        return code.toLowerCase() + "Focal";
    }
}
