package org.commonground.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import com.microsoft.playwright.Page;
import org.commonground.engine.MovableClock;
import org.commonground.foundation.PartnershipId;
import org.commonground.partnership.PartnershipService;
import org.commonground.stage.Actor;
import org.commonground.stage.Cast;
import org.commonground.stage.Stage;
import org.commonground.story.Answers;
import org.commonground.story.Course;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Four partners at work, in Tasklist: the lead passes on, then the facilitators leave. What they hold goes three ways: taken over,
 * released, and settled by the others on the last day. What they signed they read afterwards, and nothing else. Before, in another
 * partnership, who was named as lead declines and another is named.
 */
@BrowserTest
class LeavingStoryTest {

    private static final String COTTON = "Cotton without its facilitators";
    private static final String MILLET = "Millet that nobody leads yet";
    private static final List<String> PARTNERS = List.of("Goi", "Eu", "Ngo", "Ffs");
    private static final String WHY = "Our programme in Guntur ends with this year.";
    private static final int MORNING = 9;

    @Autowired
    private BrowserStage browser;
    @Autowired
    private Stage stage;
    @Autowired
    private MovableClock clock;
    @Autowired
    private PartnershipService partnerships;

    private Cast cast;
    private Map<String, Person> people;
    private String number;
    private PartnershipId id;

    @BeforeEach
    void the_cast() {
        browser.isEmptied();
        cast = stage.cast().fao().withMandates();
    }

    private void fourPartnersAreAtWork() {
        number = browser.withoutWindows(() -> {
            Course course = new Course(cast);
            String atWork = course.worksTogether(COTTON, PARTNERS, "Ngo", "Eu", LocalDate.now(clock));
            course.commits(atWork, "Ngo", "Commit activities");
            return atWork;
        });
        id = new PartnershipId(number);
        people = browser.people(cast, PARTNERS);
    }

    @Test
    void the_lead_passes_on_and_a_partner_hands_over_what_it_holds_and_leaves() {
        fourPartnersAreAtWork();
        theLeadPassesOn();
        theFacilitatorsGiveNotice();
        theyOfferWhatTheyHold();
        itIsTakenOverAndReleased();
        theLastDayComes();
        whatTheySignedTheyStillRead();
    }

    private void theLeadPassesOn() {
        raises("Goi", "Passing on the lead: another partner leads from now on", "Our desk is closed from May.");
        Person goi = people.get("Goi");
        goi.chooses("My organisation").opens("Propose new lead", COTTON).claims();
        goi.picks("Who shall lead from now on?", cast.name("Eu")).pictures("propose-new-lead").completes();
        for (String code : List.of("Eu", "Ffs", "Goi", "Ngo")) {
            people.get(code).chooses("My organisation").opens("Decide on proposal", COTTON).claims()
                    .ticks("What does your organisation say?", "For it").completes();
        }
        Person eu = people.get("Eu");
        eu.chooses("My organisation").opens("Answer lead request", COTTON).claims();
        assertThat(eu.reads()).contains("Until you say yes " + cast.name("Goi") + " leads, and goes on where you decline.")
                .doesNotContain("Nothing is binding");
        eu.ticks("Do you lead this partnership?", "We lead it").pictures("answer-lead-request-in-force").completes();
        browser.waitsUntil(() -> partnerships.presentLead(id).equals(Optional.of(cast.id("Eu"))), "the lead has passed on");
    }

    private void raises(String code, String what, String why) {
        Person person = people.get(code);
        person.begins("Raise matter").completes();
        person.isTold("Describe matter").chooses("Mine").opens("Describe matter").claims();
        person.ticks("What do you raise?", what).writes("Why?", why).completes();
    }

    private void theFacilitatorsGiveNotice() {
        raises("Ngo", "Leaving: your organisation gives notice and passes on what it holds; before anything is signed it leaves at once",
                WHY);
        Person ngo = people.get("Ngo");
        ngo.chooses("My organisation").opens("Give notice", COTTON).claims();
        assertThat(ngo.reads()).contains("Field schools", "40 groups", "To host the secretariat",
                "Secretariat: Facilitating NGO’s focal point");
        ngo.ticks("What do you do?", "We leave");
        assertThat(ngo.reads()).contains("Your agreement asks for 3 months’ notice");
        ngo.dates("On which day do you leave?", LocalDate.now(clock).plusMonths(2));
        assertThat(ngo.isRefused()).contains("Your agreement asks for 3 months’ notice. The earliest day is");
        ngo.dates("On which day do you leave?", lastDay()).pictures("give-notice").completes();
    }

    private LocalDate lastDay() {
        return LocalDate.now(clock).plusMonths(3).plusDays(10);
    }

    private void theyOfferWhatTheyHold() {
        Person ngo = people.get("Ngo");
        ngo.chooses("My organisation").opens("Offer what is held", COTTON).claims();
        ngo.ticks("What do you do?", "We offer things, or ask for a release");
        assertThat(ngo.isRefused()).contains("Please choose for at least one thing who shall have it, or that it be released.");
        ngo.picks("Who shall have it?", row(ngo, "Field schools"), cast.name("Ffs"))
                .picks("Who shall have it?", row(ngo, "To host the secretariat"), "Nobody: we ask that it be released")
                .pictures("offer-what-is-held").completes();
        ngo.chooses("My organisation").opens("Share parting words", COTTON).claims()
                .writes("What did you learn with the others?", "A field day convinces more than ten letters.")
                .pictures("share-parting-words").completes();
        ngo.picture("after-parting-words");
    }

    /** Rows stand in the order in which they are read. */
    private static int row(Person person, String words) {
        String[] things = person.reads().split("Who shall have it\\?");
        return IntStream.range(0, things.length).filter(nr -> things[nr].contains(words)).max().orElseThrow();
    }

    private void itIsTakenOverAndReleased() {
        Person farmers = people.get("Ffs");
        farmers.chooses("My organisation").opens("Take over offers", COTTON).claims();
        assertThat(farmers.reads()).contains(cast.name("Ngo"), "Field schools", "40 groups").doesNotContain("secretariat");
        farmers.picks("Do you take it over?", "Yes, we take it over").writes("Anything they should know?", "Our alumni run them.")
                .pictures("take-over-offers").completes();

        Person lead = people.get("Eu");
        lead.chooses("My organisation").opens("Decide on releases", COTTON).claims();
        assertThat(lead.reads()).contains("To host the secretariat", "If it is released: The secretariat goes on without it.");
        lead.picks("What do you decide?", "It is released");
        assertThat(lead.isCorrected()).containsExactly("“Why?” is missing: please fill it in.");
        lead.writes("Why?", "The federation’s office has room.").pictures("decide-on-releases").completes();

        Person ngo = people.get("Ngo");
        ngo.chooses("My organisation").opens("Offer what is held", COTTON).claims();
        assertThat(ngo.reads()).contains("is taken over", "is released", "The federation’s office has room.");
        ngo.pictures("offer-what-is-held-again");
    }

    private void theLastDayComes() {
        browser.becomes(lastDay().atTime(MORNING, 0).toInstant(ZoneOffset.UTC));
        Person goi = people.get("Goi");
        goi.looksAgain().chooses("My organisation").opens("Settle what is left", COTTON).claims();
        assertThat(goi.reads()).contains("The last day of " + cast.name("Ngo") + " has come",
                "Secretariat: Facilitating NGO’s focal point");
        IntStream.range(0, goi.rows("What do you say?")).forEach(nr -> goi.ticks("What do you say?", nr, "We take it"));
        // They are in the secretariat until then, and so they are out: the open page has to log in anew.
        people.get("Ngo").expectsRefusal();
        goi.pictures("settle-what-is-left").completes();
        browser.waitsUntil(() -> !partnerships.memberIds(id).contains(cast.id("Ngo")), "the facilitators have left");
        browser.waitsUntil(() -> stage.engine().getIdentityService().createGroupQuery().groupMember(cast.actor("Ngo").user()).list()
                .stream().noneMatch(group -> group.getId().startsWith("secretariat")), "and are in the secretariat no more");
    }

    private void whatTheySignedTheyStillRead() {
        Person ngo = browser.person(cast.actor("Ngo"));
        ngo.filters().forEach(list -> assertThat(ngo.chooses(list).tasks()).as("no step any more in " + list).isEmpty());
        Page page = ngo.page();
        assertThat(page.request().get(browser.address() + "/cases?find=Cotton").text()).as("nor is it found").doesNotContain(number);
        page.navigate(browser.address() + "/papers/" + number);
        ngo.wholePage("papers-of-who-left");
        assertThat(page.content()).contains("Version 1");
        page.navigate(browser.address() + "/agreements/" + number + "/1");
        assertThat(page.content()).contains("Field schools");
    }

    @Test
    void who_is_named_as_lead_declines_and_another_is_named() {
        Actor proposer = cast.actor("Fao");
        String started = browser.withoutWindows(() -> {
            String key = proposer.starts("partnership", Answers.proposal(MILLET));
            proposer.completes("Clarify aims", key, Answers.aims(cast.code("Goi"), "Guntur", true));
            return key;
        });
        Person goi = browser.person(cast.actor("Goi"));
        goi.chooses("My organisation").opens("Answer lead request", MILLET).claims();
        assertThat(goi.reads()).contains("You are asked to lead", "Farmers spray less");
        goi.picture("answer-lead-request").ticks("Do you lead this partnership?", "We do not lead it");
        assertThat(goi.isCorrected()).containsExactly("“Why not?” is missing: please fill it in.");
        goi.writes("Why not?", "Our budget for millet is spent.").pictures("answer-lead-request-declined").completes();

        Person fao = browser.person(proposer);
        fao.chooses("My organisation").opens("Name another lead", MILLET).claims();
        assertThat(fao.reads()).contains("Nobody leads this partnership", cast.name("Goi"), "Our budget for millet is spent.");
        fao.picks("Who shall lead?", cast.name("Cicr")).pictures("name-another-lead").completes();
        Person cicr = browser.person(cast.actor("Cicr"));
        cicr.chooses("My organisation").opens("Answer lead request", MILLET).claims().ticks("Do you lead this partnership?", "We lead it")
                .completes();
        browser.waitsUntil(() -> partnerships.presentLead(new PartnershipId(started)).equals(Optional.of(cast.id("Cicr"))),
                "the institute leads");
    }
}
