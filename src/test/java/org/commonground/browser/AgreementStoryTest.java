package org.commonground.browser;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import com.microsoft.playwright.Download;
import org.commonground.agreement.AgreedTerms;
import org.commonground.agreement.AgreementService;
import org.commonground.agreement.SealedAgreement;
import org.commonground.document.Documents;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Role;
import org.commonground.stage.Actor;
import org.commonground.stage.Cast;
import org.commonground.stage.Stage;
import org.commonground.story.Answers;
import org.commonground.story.Course;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The cotton story from chosen partners to the sealed agreement, as eight people do it in Tasklist, each in a window of their own. What is
 * the same for the eighth time is played without a window.
 */
@BrowserTest
class AgreementStoryTest {

    private static final String COTTON = "Cotton in eight hands";
    private static final LocalDate START = LocalDate.now(ZoneOffset.UTC).plusMonths(1);

    @Autowired
    private BrowserStage browser;
    @Autowired
    private Stage stage;
    @Autowired
    private AgreementService agreements;
    @Autowired
    private AgreedTerms agreed;
    @Autowired
    private Documents documents;

    private Cast cast;
    private Map<String, Person> people;
    private Person broker;
    private String number;

    @BeforeEach
    void eight_partners_are_chosen() {
        browser.isEmptied();
        cast = stage.cast().fao().withMandates();
        Map<String, Role> roles = new LinkedHashMap<>();
        roles.put("Fao", Role.EXPERT);
        roles.put("Goi", Role.DECISION_MAKER);
        roles.put("Eu", Role.RESOURCE_PROVIDER);
        roles.put("Doa", Role.IMPLEMENTER);
        roles.put("Cicr", Role.EXPERT);
        roles.put("Ngo", Role.IMPLEMENTER);
        roles.put("Ffs", Role.PARTICIPANT);
        roles.put("Shop", Role.RESOURCE_PROVIDER);
        number = browser.withoutWindows(() -> new Course(cast).choosesPartners(COTTON, roles));
        broker = browser.broker();
        people = browser.people(cast, roles.keySet());
    }

    @Test
    void eight_partners_find_a_vision_agree_in_rounds_and_sign() {
        people.forEach((code, person) -> {
            person.chooses("My organisation").opens("Share vision", COTTON).claims()
                    .writes("What can we do together, and how?", code + " sees schools in every village.")
                    .writes("What do you hope for your own organisation?", "That it lasts.").picture("share-vision-" + code).completes();
            person.opens("Answer expectations", COTTON).claims();
            for (int row = 0; row < 7; row++) {
                person.ticks("Can you meet it?", row, "Yes, we can");
            }
            person.picture("answer-expectations-" + code).completes();
        });
        broker.chooses("Secretariat queue").opens("Draft shared vision", COTTON).claims();
        assertThat(broker.reads()).contains("Ffs sees schools in every village.");
        broker.ticks("What do you do?", "Put the vision below to the partners")
                .writes("Shared vision", "Farmers teach farmers in every village.")
                .writes("What", "Train the first facilitators").picks("Who", cast.name("Ngo")).dates("By when", START.plusMonths(6))
                .writes("With what", "Two trainers and a field").picture("draft-shared-vision").completes();
        people.forEach((code, person) -> person.opens("Endorse vision", COTTON).claims()
                .ticks("What do you say?", "We endorse it").picture("endorse-vision-" + code).completes());
        draftsTopics();

        people.forEach((code, person) -> {
            person.opens("State positions", COTTON).claims();
            if (code.equals("Ffs")) {
                person.ticks("What do you say?", 15, "We object")
                        .writes("In your words", 15, "Three years bind us longer than our members elected us.");
            }
            person.presses("We accept all the rest", "All 16 are answered");
            person.picture("state-positions-" + code).completes();
        });
        people.forEach((code, person) -> {
            person.opens("Read the positions", COTTON).claims();
            assertThat(person.reads()).contains("Three years bind us longer");
            person.ticks("Have you read it?", "Yes, we are ready").picture("read-the-positions-" + code).completes();
        });
        broker.opens("Reconcile positions", COTTON).claims();
        assertThat(broker.reads()).contains("Three years bind us longer").doesNotContain("It lasts … months");
        broker.ticks("What do you do?", "Ask the partners again");
        assertThat(broker.isAsked("Wording of topic 15")).as("what is not contested stands").isFalse();
        broker.writes("Wording of topic 16", "The partnership lasts two years.").writes("It lasts … months", 24)
                .picture("reconcile-positions").completes();
        acceptAgain(List.of("Ffs"));

        releases();
        Person eu = people.get("Eu");
        eu.opens("Sign agreement", COTTON).claims();
        assertThat(eu.reads()).contains("24");
        eu.agrees("We do not sign this text").picks("Which topic?", "9. Shared values")
                .writes("Why?", "Openness towards taxpayers is missing.").picture("sign-agreement-declined").completes();
        broker.opens("Reconcile positions", COTTON).claims().ticks("What do you do?", "Ask the partners again")
                .writes("Wording of topic 9", "The partners speak openly with each other and with those who pay.").completes();
        acceptAgain(List.of("Eu"));

        releases();
        AtomicInteger signed = new AtomicInteger();
        people.forEach((code, person) -> {
            person.chooses("Signatures").opens("Sign agreement", COTTON).claims();
            assertThat(person.reads()).contains("those who pay", "%d of 8 have signed".formatted(signed.getAndIncrement()));
            person.picture("sign-agreement-" + code).completes();
        });

        PartnershipId id = new PartnershipId(number);
        browser.waitsUntil(() -> agreements.isSealed(id), "the agreement is sealed");
        SealedAgreement sealed = agreed.of(id);
        Person farmer = people.get("Ffs");
        farmer.page().navigate(browser.address() + "/papers/" + number);
        farmer.picture("papers");
        assertThat(farmer.page().content()).contains(COTTON);
        Download pdf = farmer.page().waitForDownload(() -> farmer.page().locator("a[href$='/" + sealed.version() + "/pdf']").click());
        assertThat(pdf.suggestedFilename()).contains(COTTON).endsWith(".pdf");
        assertThat(pdf.path()).hasBinaryContent(documents.content(sealed.document()));
    }

    private void draftsTopics() {
        broker.opens("Draft topics", COTTON).claims();
        broker.ticks("How do the partners decide together?", "By consensus").writes("Meetings a year", 4)
                .writes("A report every … months", 3)
                .writes("A review every … months", 12).writes("Languages", "English, Telugu")
                .writes("Way of informing each other", "One mail a month")
                .writes("A learning cycle takes … months", 12).writes("A consultation every … months", 6)
                .writes("Days for dialogue", 14).writes("Days for facilitation", 21).writes("Days for mediation", 30)
                .writes("Days for a steering decision", 30).writes("Who mediates?", "The university’s law clinic")
                .writes("It lasts … months", 36).writes("Notice before leaving, in months", 3)
                .ticks("Whose consent does it take that somebody joins?", "Two thirds of the partners")
                .ticks("Is it renewed?", "No: it ends unless the partners agree on something new");
        broker.writes("By what is trust seen?", "Bad news travels fast");
        int what = broker.rows("What");
        for (int row = 0; row < what; row++) {
            broker.picks("Kind", row, "Activities").writes("What", row, "Two days a month").dates("From", row, START)
                    .dates("To", row, START.plusYears(1));
        }
        broker.picture("draft-topics").completes();
    }

    /** One in a window, the others without; then all read on. */
    private void acceptAgain(List<String> inWindows) {
        people.forEach((code, person) -> {
            if (inWindows.contains(code)) {
                person.chooses("My organisation").looksAgain().opens("State positions", COTTON).claims()
                        .ticks("What do you say?", "We accept it").completes();
            } else {
                Actor partner = cast.actor(code);
                waits(partner, "State positions");
                partner.submits("State positions", number, Answers.positions(partner.opens("State positions", number), "accept"));
            }
        });
        people.keySet().forEach(code -> {
            waits(cast.actor(code), "Read the positions");
            cast.actor(code).submits("Read the positions", number, Answers.ready());
        });
    }

    private void waits(Actor partner, String label) {
        browser.waitsUntil(() -> partner.sees(number).contains(label), partner.user() + " is asked: " + label);
    }

    private void releases() {
        broker.looksAgain().opens("Check agreement", COTTON).claims();
        assertThat(broker.reads()).contains("100 %");
        broker.ticks("What do you decide?", "Release this version for signing").picture("check-agreement").completes();
    }
}
