package org.commonground.browser;

import java.time.Instant;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Role;
import org.commonground.partnership.Member;
import org.commonground.partnership.PartnershipService;
import org.commonground.stage.Cast;
import org.commonground.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** The cotton story as people do it in Tasklist, each in a window of their own: every form of partnership and selection once. */
@BrowserTest
class CottonStoryTest {

    private static final List<String> DIMENSIONS = List.of("Mandate", "Role", "Interests", "Approach", "Motivation", "Expectations",
            "Existing capacity");

    /** What no name should be, and what a farmers' group may well write: both are text, wherever they are read. */
    private static final String TITLE = "Cotton \"><img src=x onerror=alert(1)> without *poison*";
    private static final String WORDS = "> 60 % of our plots are 10*10*5 m\n"
            + "# and [our site](https://evil.example/login) <b>says</b> {{so}}";

    @Autowired
    private BrowserStage browser;
    @Autowired
    private Stage stage;
    @Autowired
    private ProcessEngine engine;
    @Autowired
    private PartnershipService partnerships;

    private Cast cast;

    @BeforeEach
    void nothing_waits() {
        browser.isEmptied();
    }

    @Test
    void a_proposal_becomes_a_partnership_of_chosen_partners() {
        cast = stage.cast().fao();
        browser.account("broker", "The", "broker", "coordinator");

        // Proposed by FAO, and clarified at once.
        Person fao = in("Fao", Role.EXPERT);
        fao.begins("Propose partnership").writes("Title", TITLE)
                .writes("What works and should grow?", "Farmer Field Schools: farmers observe their fields and spray less.")
                .writes("Why now, and what can you not do alone?", "A state needs thousands of schools.")
                .picture("propose-partnership").completes();
        fao.chooses("My organisation").opens("Clarify aims").claims();
        isText(fao, TITLE);
        fao.writes("What is this partnership for?", "Cotton farmers manage pests with knowledge.")
                .writes("Objective", "Farmers spray less").writes("Indicator", "Sprays per season").writes("Today", "14")
                .writes("At the end", "5").writes("Who are the target participants?", "Smallholder cotton farmers")
                .writes("How do they take part?", "Alumni of the schools sit in every review.")
                .ticks("How shall the work grow?", "With new participants")
                .writes("Area", "Guntur").picks("Level", "Local").ticks("Was this work done there before?", "Yes")
                .writes("For how many months?", 2).ticks("Is a formal contract expected?", "No")
                .picks("Lead organisation", nameOf("Fao"));
        fao.picture("clarify-aims");
        fao.writes("For how many months?", 36).completes();

        // FAO, the only convener, says who it is; the coordinator nominates.
        fao.opens("State own profile").claims();
        profile(fao, "FAO").picture("state-own-profile").completes();
        Person broker = browser.person("broker");
        broker.chooses("Secretariat queue").opens("Nominate candidates", TITLE).claims();
        broker.tags("Asked for", 0, "Not needed, but welcome: Expert");
        candidate(broker, 1, "Eu", "Resource provider, national");
        candidate(broker, 2, "Ngo", "Implementer, local, Guntur");
        candidate(broker, 3, "Ffs", "Participant, local");
        candidate(broker, 4, "Shop", "Not needed, but welcome: Ally");
        // What is looked up in a list is an answer; how a part stands is counted a moment after it.
        broker.page().waitForCondition(() -> broker.page().locator("[data-cg-part] > .cg-fold .cg-standing").allTextContents()
                .equals(Collections.nCopies(5, "complete")));
        broker.picture("nominate-candidates").completes();

        // Three accept; the shop says nothing until its time is over.
        Map<String, Person> candidates = Map.of("Eu", in("Eu", Role.RESOURCE_PROVIDER), "Ngo", in("Ngo", Role.IMPLEMENTER),
                "Ffs", in("Ffs", Role.PARTICIPANT));
        candidates.forEach((code, person) -> {
            person.chooses("My organisation").opens("Answer invitation").claims();
            assertThat(person.reads()).contains("Cotton farmers manage pests with knowledge.", "FAO on its mandate");
            isText(person, TITLE);
            isText(person, WORDS);
            person.ticks("Your answer", "We accept and state our profile next").picture("answer-invitation-" + code).completes();
            person.opens("State profile").claims();
            profile(person, code).rates("How well do their profiles fit yours?", 4).writes("Why?", "They listen.")
                    .picture("state-profile-" + code).completes();
        });
        timeIsOver(cast.code("Shop"));
        broker.opens("Decide on silence").claims().ticks("What now?", "Go on without it")
                .writes("Why do you go on without it?", "The shop can join later.").picture("decide-on-silence").completes();

        for (String code : List.of("Fao", "Eu", "Ffs")) {
            assess(broker, code, 4);
        }
        assess(broker, "Ngo", 2);
        broker.opens("Judge partner fit").claims()
                .ticks("Your judgement", "Include: a full partner in the roles it was asked for").writes("Why?", "It knows every village.")
                .picture("judge-partner-fit").completes();

        broker.opens("Find common ground").claims().writes("What do they share?", "All want healthy farmers.")
                .writes("Where do they clash?", "Research wants trials.").writes("How could that be bridged?", "One trial plot per school.")
                .picture("find-common-ground").completes();

        // Without an implementer it is refused, in a sentence; the coordinator says why the partnership goes on without one.
        broker.opens("Select partners").claims().ticks("What do you decide?", "Choose the partners below");
        int ngo = rowOf(broker, nameOf("Ngo"));
        for (int row = 0; row < 4; row++) {
            broker.picks("Decision", row, row == ngo ? "Decline" : "Include")
                    .writes("Reason", row, row == ngo ? "Later perhaps." : "It fits.");
        }
        assertThat(broker.isRefused()).contains("Still missing: Implementer, local, Guntur");
        broker.picture("select-partners-refused");
        if (!broker.isAsked("Role")) {
            broker.addsRow("Go on without a needed role");
        }
        broker.picks("Role", "Implementer, local, Guntur").writes("Reason", 4, "The alumni lead the first schools themselves.")
                .picture("select-partners").completes();

        broker.opens("Draw partnership web").claims();
        broker.picks("Between", nameOf("Eu")).picks("And", nameOf("Ffs")).picks("Level", "Local")
                .writes("About what", "Funds for the schools");
        broker.picture("draw-partnership-web").completes();

        String number = engine.getHistoryService().createHistoricProcessInstanceQuery().processDefinitionKey("partnership")
                .orderByProcessInstanceStartTime().desc().listPage(0, 1).get(0).getBusinessKey();
        assertThat(partnerships.members(new PartnershipId(number))).extracting(Member::organisation)
                .containsExactlyInAnyOrder(cast.id("Fao"), cast.id("Eu"), cast.id("Ffs"));
        assertThat(partnerships.links(new PartnershipId(number))).hasSize(1);
    }

    /** Lets somebody of the cast log in, and opens their window. */
    private Person in(String code, Role role) {
        return browser.person(cast.actor(code, role));
    }

    private String nameOf(String code) {
        return cast.name(code);
    }

    private static Person profile(Person person, String organisation) {
        for (int i = 0; i < DIMENSIONS.size(); i++) {
            String dimension = DIMENSIONS.get(i).toLowerCase();
            person.writes("Your " + dimension, organisation + " on its " + dimension).rates("Own rating", i, 4);
        }
        return person.writes("What do you expect of the others?", WORDS)
                .writes("What capacity do you need to build?", "Facilitators");
    }

    private static void isText(Person person, String words) {
        assertThat(person.reads()).contains(words);
        // A step's own links to lessons are no words of anybody's.
        assertThat(person.page().locator(".fjs-form-field-html, .cg-case").locator("img, a:not([href^='/lessons/']), b, code").count())
                .isZero();
    }

    private void candidate(Person broker, int row, String code, String role) {
        broker.addsRow("Candidates").picksLike("Organisation", row, nameOf(code)).tags("Asked for", row, role);
    }

    private void assess(Person broker, String code, int approach) {
        broker.opens("Assess candidate", nameOf(code)).claims();
        isText(broker, WORDS);
        for (int i = 0; i < DIMENSIONS.size(); i++) {
            broker.rates("Your rating", i, DIMENSIONS.get(i).equals("Approach") ? approach : 4);
        }
        broker.ticks("Is there a doubt the registry should know of?", "No").picture("assess-candidate-" + code).completes();
    }

    private static int rowOf(Person broker, String name) {
        List<String> rows = broker.reads().lines().filter(line -> line.contains("· fit:")).toList();
        return IntStream.range(0, rows.size()).filter(row -> rows.get(row).contains(name)).findFirst()
                .orElseThrow(() -> new AssertionError("No row about " + name + " in " + rows));
    }

    /** The time to answer is over for this organisation. */
    private void timeIsOver(String party) {
        Job timer = engine.getManagementService().createJobQuery().timers().list().stream()
                .filter(job -> party.equals(engine.getRuntimeService().getVariable(job.getExecutionId(), "party"))).findFirst()
                .orElseThrow();
        engine.getManagementService().setJobDuedate(timer.getId(), Date.from(Instant.now()));
    }
}
