package org.commonground.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.commonground.foundation.PartnershipId;
import org.commonground.matter.MatterService;
import org.commonground.stage.Cast;
import org.commonground.stage.Stage;
import org.commonground.story.Answers;
import org.commonground.story.Course;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Four partners at work of whom one does not answer any more, in Tasklist: nobody came to the first meeting either. It is asked by letter
 * and stays; then another is asked for another reason, and the others decide.
 */
@BrowserTest
class ReleaseStoryTest {

    private static final String COTTON = "Cotton whose farmers do not answer";
    private static final List<String> PARTNERS = List.of("Goi", "Eu", "Ngo", "Ffs");

    @Autowired
    private BrowserStage browser;
    @Autowired
    private Stage stage;
    @Autowired
    private MatterService matters;

    private Cast cast;
    private Course course;
    private String number;
    private Map<String, Person> people;

    @BeforeEach
    void an_agreement_is_in_force() {
        browser.isEmptied();
        cast = stage.cast().fao().withMandates();
        course = new Course(cast);
        number = browser.withoutWindows(() -> {
            String chosen = course.choosesPartners(COTTON, cast.roles("Goi", "Eu", "Ngo", "Ffs"));
            course.reachesAgreement(chosen, PARTNERS);
            return chosen;
        });
    }

    @Test
    void who_does_not_answer_is_asked_by_letter_and_who_pays_late_is_decided_on() {
        nobodyComesToTheFirstMeeting();
        ninetyDaysPass();
        people = browser.people(cast, PARTNERS);
        theNgoNamesWhoDoesNotAnswer();
        theFarmersStay();
        theMinistryNamesWhoPaysLate();
        theOthersDecide();
    }

    private void nobodyComesToTheFirstMeeting() {
        Person broker = browser.broker();
        broker.chooses("Secretariat queue").opens("Orient partners", COTTON).claims().ticks("Did you meet?",
                "No, nobody could come: all read it instead");
        assertThat(broker.isAsked("Day of the meeting")).isFalse();
        assertThat(broker.isAsked("Who was there?")).isFalse();
        broker.writes("Minutes, or what you would have said", "The NGO trains the first facilitators. Whoever is unsure calls Lata Iyer.")
                .pictures("orient-partners-nobody").completes();
    }

    private void ninetyDaysPass() {
        browser.withoutWindows(() -> {
            cast.coordinator().completes("Set up secretariat", number, Answers.secretariat(cast, "Goi", "Eu"));
            course.commits(number, "Ngo", "Commit activities");
            course.commits(number, "Goi", "Commit policy decisions");
            stage.passes(Duration.ofDays(95));
            stage.catchesUp(number);
            // Until then each seat can still say in time its part of the first period, and what it brings.
            List.of(16, 23).forEach(days -> {
                stage.passes(Duration.ofDays(days));
                stage.catchesUp(number);
            });
        });
    }

    private void raises(String code, String why) {
        Person person = people.get(code);
        person.begins("Raise matter").completes();
        person.isTold("Describe matter").chooses("Mine").opens("Describe matter").claims();
        person.ticks("What do you raise?", "Releasing a partner: one that does not answer any more, or for a reason that you write down")
                .writes("Why?", why).completes();
    }

    private void theNgoNamesWhoDoesNotAnswer() {
        raises("Ngo", "The federation has not answered for three months.");
        Person ngo = people.get("Ngo");
        ngo.chooses("My organisation").opens("Name partner to release", COTTON).claims();
        assertThat(ngo.reads()).contains("It has not said in time what it brings.", "It can be called silent.");
        ngo.picture("name-partner-to-release-empty").picks("Which partner shall be released?", cast.name("Goi"))
                .ticks("Why?", "It does not answer any more");
        assertThat(ngo.isRefused()).contains(cast.name("Goi"));
        ngo.picture("name-partner-to-release-refused").picks("Which partner shall be released?", cast.name("Ffs"))
                .pictures("name-partner-to-release").completes();
    }

    private void theFarmersStay() {
        Person farmers = people.get("Ffs");
        farmers.chooses("My organisation").opens("Answer letter", COTTON).claims();
        assertThat(farmers.reads()).contains(cast.name("Ngo"), "The federation has not answered for three months.",
                "do not answer any more");
        farmers.picture("answer-letter-empty").ticks("What do you answer?", "We agree to leave");
        assertThat(farmers.reads()).contains("You leave on");
        farmers.pictures("answer-letter-leaving").ticks("What do you answer?", "We stay");
        assertThat(farmers.isCorrected()).containsExactly("“What will you do from now on?” is missing: please fill it in.");
        farmers.writes("What will you do from now on?", "Our new speaker answers every Monday.").pictures("answer-letter").completes();
        browser.waitsUntil(() -> matters.open(new PartnershipId(number)).isEmpty(), "the federation stays");
    }

    private void theMinistryNamesWhoPaysLate() {
        raises("Goi", "The money came late three times.");
        Person goi = people.get("Goi");
        goi.chooses("My organisation").opens("Name partner to release", COTTON).claims()
                .picks("Which partner shall be released?", cast.name("Eu")).ticks("Why?", "For another reason, as written above")
                .completes();
        Person eu = people.get("Eu");
        eu.chooses("My organisation").opens("Answer letter", COTTON).claims();
        assertThat(eu.reads()).contains(cast.name("Goi"), "The money came late three times.", "after the notice time");
        eu.ticks("What do you answer?", "We stay").writes("What will you do from now on?", "We pay in March, before the sowing.")
                .pictures("answer-letter-other").completes();
    }

    private void theOthersDecide() {
        Person ngo = people.get("Ngo");
        ngo.chooses("My organisation").opens("Decide on proposal", COTTON).claims();
        assertThat(ngo.reads()).contains(cast.name("Eu"), "We pay in March, before the sowing.");
        ngo.ticks("What does your organisation say?", "Against it").writes("In your words", "The schools cannot do without it.")
                .pictures("decide-on-release").completes();
    }
}
