package org.commonground.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonground.stage.Stage.with;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.commonground.engine.MovableClock;
import org.commonground.foundation.Level;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Role;
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
 * Somebody joins, in Tasklist: at work a cooperative in the place of the farmers who left, and before anything is signed an institute that
 * reads where the others stand.
 */
@BrowserTest
class JoiningStoryTest {

    private static final String COTTON = "Cotton whose farmers leave";
    private static final String MILLET = "Millet that lacks somebody who knows insects";
    private static final List<String> PARTNERS = List.of("Goi", "Eu", "Ngo", "Ffs");
    private static final List<String> FOUNDERS = List.of("Fao", "Ngo", "Ffs");
    private static final String INSECTS = "We lack somebody who knows insects.";

    @Autowired
    private BrowserStage browser;
    @Autowired
    private Stage stage;
    @Autowired
    private MovableClock clock;
    @Autowired
    private PartnershipService partnerships;

    private Cast cast;
    private Course course;
    private Person broker;
    private String number;

    @BeforeEach
    void the_cast() {
        browser.isEmptied();
        cast = stage.cast().fao().organisation("Coop", "Seed cooperative", Level.LOCAL, "Guntur", Role.PARTICIPANT).withMandates();
        course = new Course(cast);
    }

    @Test
    void where_the_farmers_left_a_cooperative_joins_in_their_place() {
        number = browser.withoutWindows(() -> {
            String atWork = course.worksTogether(COTTON, PARTNERS, "Goi", "Eu", today());
            theFarmersLeave(atWork);
            return atWork;
        });
        broker = browser.broker();
        somebodyIsLookedFor();
        browser.withoutWindows(() -> course.findsNewcomers(number, Map.of("Coop", Role.PARTICIPANT)));
        thePartnersConsent();
        itIsConnected();
        itSigns();
        nobodyComesToShowItTheWork();
    }

    private void theFarmersLeave(String atWork) {
        Actor farmers = cast.actor("Ffs");
        farmers.starts("matter", with());
        farmers.completes("Describe matter", null, Answers.matter("withdrawal", atWork, "Our programme ends."));
        farmers.completes("Give notice", atWork, with("outcome", "leave", "effective", today().plusMonths(4).toString(), "why",
                "Our programme ends."));
        stage.fires("Last day come", atWork);
    }

    private void somebodyIsLookedFor() {
        broker.chooses("Secretariat queue").opens("Seek replacement", COTTON).claims();
        assertThat(broker.reads()).contains(cast.name("Ffs") + " has left", "Participant");
        broker.ticks("What do you do?", "Go on without");
        assertThat(broker.isRefused()).contains("Please say why the partnership can do without");
        broker.ticks("What do you do?", "Look for somebody").pictures("seek-replacement").completes();
        browser.waitsUntil(() -> stage.engine().getTaskService().createTaskQuery().processInstanceBusinessKey(number)
                .taskName("Nominate candidates").count() == 1, "somebody is looked for");
    }

    private void thePartnersConsent() {
        Person goi = browser.person(cast.actor("Goi"));
        goi.chooses("My organisation").opens("Give consent", COTTON).claims();
        assertThat(goi.reads()).contains("Needed since " + cast.name("Ffs") + " left.", "Participant", "two thirds", cast.name("Coop"),
                "Money that arrives before the sowing season");
        goi.picture("give-consent-empty").ticks("Do you consent that it joins?", "No").ticks("Can you meet what it expects?", "In part");
        assertThat(goi.isRefused()).contains("Please say why you do not consent");
        goi.picture("give-consent-refused").ticks("Do you consent that it joins?", "Yes").writes("What is possible?",
                "Half of it before the sowing season, the rest in August.").pictures("give-consent").completes();
        browser.withoutWindows(() -> course.consent(number, List.of("Eu", "Ngo")));
    }

    private void itIsConnected() {
        broker.chooses("Secretariat queue").opens("Connect newcomer", COTTON).claims();
        assertThat(broker.reads()).contains(cast.name("Coop"), "3 of 3 partners consent").doesNotContain("all partners:");
        broker.addsRow("Connections of the newcomer").picks("With", cast.name("Ngo")).picks("Level", "Local")
                .writes("About what", "Seed for the field schools").pictures("connect-newcomer").completes();
        browser.waitsUntil(() -> cast.coordinator().sees(number).contains("Check agreement"), "the next version is drafted");
        browser.withoutWindows(() -> course.isReleased(number));
    }

    private void itSigns() {
        Person coop = browser.person(cast.actor("Coop"));
        coop.chooses("Signatures").opens("Sign agreement", COTTON).claims();
        assertThat(coop.reads()).contains(cast.name("Coop"), "Seed for the field schools");
        coop.pictures("sign-agreement-joining").completes();
        browser.waitsUntil(() -> partnerships.partners(id()).contains(cast.id("Coop")), "the cooperative is in");
    }

    private void nobodyComesToShowItTheWork() {
        broker.chooses("Secretariat queue").opens("Orient newcomer", COTTON).claims();
        assertThat(broker.reads()).contains(cast.name("Coop"), "Joining A2");
        broker.picture("orient-newcomer-empty").ticks("Was the meeting held?", "It was held");
        assertThat(broker.isAsked("Who was there?")).isTrue();
        broker.picture("orient-newcomer-held").ticks("Was the meeting held?", "Nobody came").dates("Day of the meeting",
                today().plusDays(3)).writes("What was said, or how it hears of the work",
                        "It gets the agreement and the plans by mail, and calls the NGO.");
        assertThat(broker.isRefused()).contains("That day lies ahead. Please write it down once it has come.");
        broker.dates("Day of the meeting", today()).pictures("orient-newcomer").completes();
    }

    @Test
    void before_anything_is_signed_an_institute_says_whether_it_joins() {
        number = browser.withoutWindows(() -> {
            String chosen = course.choosesPartners(MILLET, cast.roles("Fao", "Ngo", "Ffs"));
            course.findsVision(chosen, FOUNDERS);
            Actor fao = cast.actor("Fao");
            fao.starts("matter", with());
            fao.completes("Describe matter", null, Answers.matter("accession", chosen, INSECTS));
            course.findsNewcomers(chosen, Map.of("Cicr", Role.EXPERT));
            course.consent(chosen, FOUNDERS);
            cast.coordinator().completes("Connect newcomer", chosen, with("links", List.of()));
            return chosen;
        });
        Person cicr = browser.person(cast.actor("Cicr"));
        cicr.chooses("My organisation").opens("Confirm joining", MILLET).claims();
        assertThat(cicr.reads()).contains(INSECTS, cast.name("Fao"), "As far as our rains allow",
                "Healthy fields in every district", "Train the first facilitators");
        cicr.picture("confirm-joining-empty").ticks("Do you join?", "We do not join");
        assertThat(cicr.isCorrected()).containsExactly("“Why not?” is missing: please fill it in.");
        cicr.picture("confirm-joining-declined").ticks("Do you join?", "We join").pictures("confirm-joining").completes();
        browser.waitsUntil(() -> partnerships.partners(id()).contains(cast.id("Cicr")), "the institute is in");
    }

    private PartnershipId id() {
        return new PartnershipId(number);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
