package org.commonground.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonground.dispute.process.DisputeStage.SAY;
import static org.commonground.dispute.process.DisputeStage.inDialogue;
import static org.commonground.dispute.process.DisputeStage.naming;
import static org.commonground.dispute.process.DisputeStage.says;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.microsoft.playwright.Page;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Role;
import org.commonground.matter.MatterService;
import org.commonground.stage.Actor;
import org.commonground.stage.Cast;
import org.commonground.stage.Stage;
import org.commonground.story.Answers;
import org.commonground.story.Course;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Two of four partners quarrel in Tasklist, with each form once: from the description to what the others decide. The government has no part
 * in it and reads nothing of it until it is asked to decide.
 */
@BrowserTest
class DisputeStoryTest {

    private static final String COTTON = "Cotton and a quarrel";
    private static final List<String> PARTNERS = List.of("Goi", "Eu", "Ngo", "Ffs");
    private static final String ABOUT = "The seed came in May, when the rain was over.";
    private static final String MOVE_ON = "No: we want to go on to the next rung at once";

    @Autowired
    private BrowserStage browser;
    @Autowired
    private Stage stage;
    @Autowired
    private MatterService matters;
    @Autowired
    private Clock clock;

    private final Map<String, Person> people = new LinkedHashMap<>();
    private Cast cast;
    private String number;

    @BeforeEach
    void four_partners_are_at_work() {
        browser.isEmptied();
        cast = stage.cast().fao().withMandates();
        Map<String, Role> roles = new LinkedHashMap<>();
        roles.put("Goi", Role.DECISION_MAKER);
        roles.put("Eu", Role.RESOURCE_PROVIDER);
        roles.put("Ngo", Role.IMPLEMENTER);
        roles.put("Ffs", Role.PARTICIPANT);
        number = browser.withoutWindows(() -> {
            Course course = new Course(cast);
            String chosen = course.choosesPartners(COTTON, roles);
            course.reachesAgreement(chosen, PARTNERS);
            cast.coordinator().completes("Orient partners", chosen, Answers.orientation(LocalDate.now(clock),
                    PARTNERS.stream().map(cast::code).toArray(String[]::new)));
            return chosen;
        });
        List.of("Goi", "Ngo", "Ffs").forEach(code -> people.put(code, browser.person(cast.actor(code))));
    }

    @Test
    void two_quarrel_until_the_others_decide_and_who_has_no_part_in_it_reads_nothing() {
        theyTalkAlone();
        somebodyHelps();
        theGovernmentReadsOnlyThatThereIsOne();
        nobodyIsOfOneMind();
        theGovernmentDecides();
    }

    private void theyTalkAlone() {
        Person ngo = people.get("Ngo");
        ngo.begins("Raise matter").completes();
        ngo.isTold("Describe matter").chooses("Mine").opens("Describe matter").claims()
                .ticks("What do you raise?", "A dispute: something between your organisation and others has to be settled")
                .writes("Why?", "We lost a season.").completes();
        ngo.chooses("My organisation").opens("Describe dispute", COTTON).claims();
        assertThat(ngo.reads()).contains("We lost a season.", "dialogue 14 days");
        ngo.ticks("With whom is the dispute?", cast.name("Ffs")).writes("What is it about?", ABOUT)
                .writes("What do you wish for?", "Seed in March.").pictures("describe-dispute").completes();

        Person farmers = people.get("Ffs");
        farmers.chooses("My organisation").opens(SAY, COTTON).claims();
        assertThat(farmers.reads()).contains(ABOUT, "Seed in March.", "rung 1 of 4, dialogue");
        farmers.writes("Who speaks for you?", "Ravi").ticks("Did you meet?", "Yes").dates("When did you meet?", LocalDate.now(clock))
                .writes("Who was there?", "Ravi and Asha").writes("What came of it?", "Tea.").ticks("Is it settled?", MOVE_ON)
                .writes("In your words", "The trader was late, not we.").pictures("state-outcome-dialogue").completes();
        submits("Ngo", inDialogue("moveOn", null, "We asked in time."));
    }

    private void somebodyHelps() {
        Person coordinator = browser.person(cast.coordinator());
        coordinator.chooses("Secretariat queue").opens("Take on facilitation", COTTON).claims();
        assertThat(coordinator.reads()).contains("rung 2 of 4, facilitation", cast.name("Ngo"), cast.name("Ffs")).doesNotContain(ABOUT);
        coordinator.pictures("take-on-facilitation").completes();
        coordinator.chooses("Secretariat queue").opens("Write down talk", COTTON);
        assertThat(coordinator.reads()).contains(ABOUT, "The trader was late, not we.");
        coordinator.ticks("What happened?", "A talk was held").dates("On which day?", LocalDate.now(clock))
                .writes("Who was there?", "Ravi and Asha").writes("What came of it?", "They listened.").writes("In a few words", "Calmly.")
                .ticks("Will there be another talk?", "No").pictures("write-down-talk").completes();
    }

    private void theGovernmentReadsOnlyThatThereIsOne() {
        Person goi = people.get("Goi");
        assertThat(goi.chooses("My organisation").tasks()).noneMatch(task -> task.contains("State outcome"));
        goi.begins("Raise matter").completes();
        goi.isTold("Describe matter").chooses("Mine").opens("Describe matter").claims();
        assertThat(goi.reads()).contains("Dispute 1 (rung 2 of 4, facilitation, until ").doesNotContain(ABOUT, "We lost a season.",
                cast.name("Ffs"));
        goi.picture("raise-matter-beside-a-dispute").ticks("What do you raise?",
                "Nothing after all: this step goes away and nobody hears of it").completes();
        Page page = goi.page();
        page.navigate(browser.address() + "/papers/" + number);
        assertThat(page.content()).doesNotContain("Dispute 1");
    }

    private void nobodyIsOfOneMind() {
        submits("Ffs", says("moveOn", null, "We wait for others."));
        Person ngo = people.get("Ngo");
        submits("Ngo", says("moveOn", null, "So do we."));
        ngo.looksAgain().chooses("My organisation").opens(SAY, COTTON).claims();
        assertThat(ngo.reads()).contains("Your agreement names as mediator", "No side has named anybody yet.", "They listened.");
        ngo.writes("Whom do you accept?", "Judge Rao").ticks("Did you meet?", "No, or it is written down already")
                .ticks("Is it settled?", "Yes, it is settled").picks("How does it end?", "Settled: nothing else has to follow")
                .writes("In your words", "If the seed comes in March.").addsRow("What shall be done")
                .writes("What?", "Order in February").picks("Who does it?", cast.name("Ffs"))
                .dates("Until when?", LocalDate.now(clock).plusMonths(2)).picks("Who looks whether it is done?", cast.name("Ngo"))
                .pictures("state-outcome-settled").completes();
        submits("Ffs", naming("Judge Rao", "moveOn", null, "We cannot promise that."));
        submits("Ngo", naming("Judge Rao", "moveOn", null, "Then others decide."));
    }

    private void theGovernmentDecides() {
        Person goi = people.get("Goi");
        goi.page().navigate(browser.address() + "/camunda/app/tasklist/default/");
        goi.looksAgain().chooses("My organisation").opens("Decide on dispute", COTTON).claims();
        assertThat(goi.reads()).contains(ABOUT, "The trader was late, not we.", "Order in February", "They listened.");
        goi.ticks("How shall it end?", "Settled: nothing else has to follow").writes("Why, and what exactly shall be done?",
                "The trader is changed.").pictures("decide-on-dispute").completes();
        Actor eu = cast.actor("Eu");
        eu.submits("Decide on dispute", number, Map.of("ending", "settled", "words", "We agree."));
        browser.waitsUntil(() -> matters.open(new PartnershipId(number)).isEmpty(), "the dispute has ended");
        Page page = people.get("Ffs").page();
        page.navigate(browser.address() + "/disputes/" + number + "/1");
        people.get("Ffs").wholePage("dispute-record");
        assertThat(page.content()).contains("The trader is changed.", "We agree.", ABOUT);
    }

    /** Once the machine has brought the step there. */
    private void submits(String code, Map<String, Object> answer) {
        Actor actor = cast.actor(code);
        browser.waitsUntil(() -> actor.sees(number).contains(SAY), cast.name(code) + " is asked");
        actor.submits(SAY, number, answer);
    }
}
