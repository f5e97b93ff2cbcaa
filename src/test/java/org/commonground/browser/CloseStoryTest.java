package org.commonground.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import org.commonground.closure.ClosureService;
import org.commonground.document.Documents;
import org.commonground.engine.MovableClock;
import org.commonground.foundation.PartnershipId;
import org.commonground.partnership.PartnershipService;
import org.commonground.partnership.Phase;
import org.commonground.review.ReviewCard;
import org.commonground.review.ReviewService;
import org.commonground.review.WayForward;
import org.commonground.stage.Actor;
import org.commonground.stage.Cast;
import org.commonground.stage.Stage;
import org.commonground.story.Answers;
import org.commonground.story.Course;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonground.stage.Stage.with;

/**
 * The end of the cotton story as people do it in Tasklist: they look at themselves twice, the term ends, they reckon, part, and hear half
 * a year later what became of it. The ministry, the farmers and the coordinator have windows; what the others do alike is played without.
 */
@BrowserTest
class CloseStoryTest {

    private static final String COTTON = "Cotton that moves on";
    private static final List<String> PARTNERS = List.of("Goi", "Eu", "Ngo", "Ffs");

    @Autowired
    private BrowserStage browser;
    @Autowired
    private Stage stage;
    @Autowired
    private MovableClock clock;
    @Autowired
    private PartnershipService partnerships;
    @Autowired
    private ReviewService reviews;
    @Autowired
    private ClosureService closures;
    @Autowired
    private Documents documents;

    private Cast cast;
    private Actor coordinator;
    private Person broker;
    private Person ministry;
    private Person farmers;
    private String number;
    private PartnershipId id;

    @BeforeEach
    void four_partners_have_worked_for_a_period() {
        browser.isEmptied();
        cast = stage.cast().fao().withMandates();
        coordinator = cast.coordinator();
        number = browser.withoutWindows(() -> {
            Course course = new Course(cast);
            number = course.worksTogether(COTTON, PARTNERS, "Goi", "Eu", today());
            theyWork();
            return number;
        });
        id = new PartnershipId(number);
        broker = browser.broker();
        ministry = browser.person(cast.actor("Goi"));
        farmers = browser.person(cast.actor("Ffs"));
    }

    private void theyWork() {
        commits("Goi", "Commit policy decisions");
        commits("Ngo", "Commit activities");
        commits("Ffs", "Commit participation");
        Map<String, Object> funds = Answers.asAgreed("Commit funds", cast.actor("Eu").opens("Commit funds", number));
        funds.put("instalments", List.of(with("due", today().plusDays(40).toString(), "amount", 100_000, "receiver", cast.code("Ngo"))));
        cast.actor("Eu").completes("Commit funds", number, funds);
        cast.actor("Ngo").completes("Plan period", number, Answers.plan("Forty field schools", "*", today(), today().plusDays(20), 1));
        // While nothing was promised yet somebody looked for it every day.
        for (int day = 0; day < 2 && !cast.actor("Ngo").sees(number).contains("Confirm instalment"); day++) {
            stage.fires("Instalment due", number);
        }
        cast.actor("Ngo").completes("Confirm instalment", number,
                with("came", "yes", "receivedOn", today().toString(), "received", 100_000, "note", ""));
        stage.fires("Period ended", number);
        cast.actor("Ngo").completes("Report progress", number, Answers.report(1, "5 sprays", "reached", 4));
        stage.fires("Reports overdue", number);
    }

    private void commits(String code, String label) {
        cast.actor(code).completes(label, number, Answers.asAgreed(label, cast.actor(code).opens(label, number)));
    }

    @Test
    void four_partners_look_at_themselves_twice_reckon_and_part_well() throws IOException {
        theFarmersCallAReview();
        theyRateAndState();
        theyTalkAndDecide();
        theMinistryCallsAnother();
        theirReportsAreRead();
        theTermEnds();
        theyReckonAndLookBack();
        theListIsChecked();
        thePapersAreRead();
        halfAYearLater();
    }

    // The first review

    private void theFarmersCallAReview() {
        browser.withoutWindows(() -> {
            calls("Ffs", "Meetings are held in the sowing season.");
            rateAndState("Eu", 4);
            rateAndState("Ngo", 4);
        });
    }

    private void theyRateAndState() {
        farmers.chooses("My organisation").opens("Rate partnership", COTTON).claims();
        ratesAllButTrust(farmers, 3);
        assertThat(farmers.isCorrected()).singleElement().isEqualTo("“Trust” is missing: please choose.");
        farmers.picture("rate-partnership-corrected");
        farmers.rates("Trust", 2).pictures("rate-partnership").completes();
        farmers.opens("State impact", COTTON).claims();
        assertThat(farmers.reads()).contains("Money that arrives before the sowing season", "5 sprays");
        farmers.rates("How far does it bring what you expected?", 3)
                .writes("What does the partnership do to your organisation?",
                        "We sit at the table, yet the table stands in Delhi.\nTwo of us lost a working week to each meeting.")
                .writes("What changed inside your organisation?", "Forty women speak for their villages now.")
                .writes("How do you manage that change?", "The federation pays their bus.")
                .writes("What did you learn?", "That a ministry answers letters when three partners sign them.")
                .rates("Reached", 4).writes("What do you see?", "Neighbours ask what we do.")
                .writes("What do you want to say openly about working together?", "Meet us after the harvest, in the village.")
                .pictures("state-impact").completes();

        ministry.chooses("My organisation").opens("Rate partnership", COTTON).claims();
        rates(ministry, 5, 5);
        ministry.picture("rate-partnership-ministry").completes();
        ministry.opens("State impact", COTTON).claims()
                .rates("How far does it bring what you expected?", 4)
                .writes("What does the partnership do to your organisation?", "The spraying rules are read by those who live with them.")
                .writes("What changed inside your organisation?", "Nothing.")
                .writes("How do you manage that change?", "There is nothing to manage.")
                .writes("What did you learn?", "Nothing yet.").rates("Reached", 5).completes();
    }

    private static void rates(Person person, int trust, int resources) {
        ratesAllButTrust(person.rates("Trust", trust), resources);
    }

    private static void ratesAllButTrust(Person person, int resources) {
        person.rates("Equity", 4).rates("Transparency", 4).rates("Mutual benefit", 4).rates("Communication", 4)
                .rates("Decision making", 4).rates("Roles", 4).rates("Resources", resources).rates("Learning", 4)
                .rates("Involving participants", 4).rates("Rating", 0, 4).rates("Rating", 1, 4);
    }

    private void theyTalkAndDecide() {
        broker.chooses("Secretariat queue").opens("Discuss differences", COTTON).claims().ticks("Was it held?", "Yes");
        assertThat(broker.reads()).contains("4 of 4 partners rated.", "seen differently", "the table stands in Delhi",
                "Meet us after the harvest");
        broker.dates("Day of the meeting", today()).ticks("Who was there?", names())
                .writes("What was said?", "The farmers said what a week costs. The ministry did not know it.")
                .writes("What is to be done?", 0, "Hold every second meeting in Guntur, after the harvest")
                .picks("Who does it?", 0, cast.name("Goi"))
                .dates("By when?", 0, today().plusMonths(2)).picks("Who looks then?", 0, cast.name("Goi"))
                .writes("What is to be done?", 1, "Pay travel in advance").picks("Who does it?", 1, cast.name("Eu"))
                .dates("By when?", 1, today().plusMonths(1)).picks("Who looks then?", 1, cast.name("Goi"));
        assertThat(broker.isRefused()).contains("cannot be the one to say that it is done. Please choose another organisation");
        broker.picture("discuss-differences-refused");
        assertThat(broker.holds("What was said?")).startsWith("The farmers said what a week costs.");
        broker.picks("Who looks then?", 0, cast.name("Ffs")).pictures("discuss-differences").completes();

        browser.withoutWindows(() -> decide("correct", "Eu", "Ngo"));
        farmers.opens("Decide way forward", COTTON).claims();
        assertThat(farmers.reads()).contains("by consensus", "The ministry did not know it.", "Hold every second meeting in Guntur");
        farmers.ticks("How do you want to go on?", inWords(WayForward.CORRECT))
                .ticks("Which could you live with as well?", "Renegotiate topics")
                .writes("What do you want to say about it?", "If the meetings come to us, we stay.")
                .pictures("decide-way-forward").completes();
        ministry.opens("Decide way forward", COTTON).claims().ticks("How do you want to go on?", inWords(WayForward.CONTINUE)).completes();

        broker.opens("Settle way forward", COTTON).claims().ticks("Was it held?", "Yes");
        assertThat(broker.reads()).contains("4 of 4 partners voted.", "If the meetings come to us, we stay.");
        broker.dates("Day of the meeting", today().plusDays(2)).ticks("Who was there?", names())
                .ticks("What did they come to?", "Continue with corrective actions")
                .writes("How did they come to it?", "The ministry reads the actions as part of going on.");
        assertThat(broker.isRefused()).contains("This meeting lies ahead. Please write it down once it was held.");
        assertThat(broker.holds("How did they come to it?")).startsWith("The ministry reads");
        broker.dates("Day of the meeting", today()).pictures("settle-way-forward").completes();
        browser.waitsUntil(() -> review(1).report() != null, "the first review has its report");
        assertThat(review(1).way()).isEqualTo(WayForward.CORRECT);
    }

    // The second

    private void theMinistryCallsAnother() {
        browser.withoutWindows(() -> calls("Goi", "We have moved the meetings and want to know whether it helps."));
        farmers.opens("Verify actions", COTTON).claims();
        assertThat(farmers.reads()).contains("Hold every second meeting in Guntur, after the harvest", "Trust");
        farmers.picks("Is it done?", "No, it stays open")
                .writes("What did you see?", "One meeting came to us, the next was in Delhi again.")
                .pictures("verify-actions").completes();
        browser.withoutWindows(() -> {
            rateAndState("Ffs", 4);
            rateAndState("Eu", 5);
            rateAndState("Ngo", 5);
            rateAndState("Goi", 5);
            coordinator.completes("Discuss differences", number, Answers.talk(coordinator.opens("Discuss differences", number), today(),
                    cast.code("Goi"), cast.code("Ffs")));
            assertThat(cast.actor("Goi").opens("Decide way forward", number).get("recommendations").toString())
                    .as("an objective is reported reached").contains("Scale up");
            decide("continue", "Goi", "Eu", "Ngo", "Ffs");
        });
        assertThat(review(2).way()).isEqualTo(WayForward.CONTINUE);
    }

    private void theirReportsAreRead() throws IOException {
        Page page = farmers.page();
        page.navigate(browser.address() + "/reviews/" + number + "/1");
        farmers.wholePage("review-report-1");
        assertThat(page.content()).contains("Hold every second meeting in Guntur", "The votes carried no way")
                .doesNotContain("in Delhi again");
        page.navigate(browser.address() + "/reviews/" + number + "/2");
        farmers.wholePage("review-report-2");
        assertThat(page.content()).contains("Means from review to review", "in Delhi again", "5 sprays");
        keeps("review-report", page.waitForDownload(() -> page.getByText("Download as PDF").click()),
                documents.content(review(2).report()));
        page.navigate(browser.address() + "/camunda/app/tasklist/default/");
    }

    // The end

    private void theTermEnds() {
        browser.withoutWindows(() -> stage.fires("Term ended", number));
        assertThat(partnerships.card(id).phase()).isEqualTo(Phase.CLOSING);
        broker.looksAgain().opens("Choose trajectory", COTTON).claims();
        assertThat(broker.reads()).contains("5 sprays", "is neither kept nor released");
        broker.ticks("Which way does it take?", "Handed over: an institution carries the work on as its own")
                .writes("Why this way?", "The state department takes the schools into its yearly plan.")
                .pictures("choose-trajectory").completes();
    }

    private void theyReckonAndLookBack() {
        farmers.looksAgain().chooses("My organisation").opens("Reconcile contributions", COTTON).claims();
        assertThat(farmers.reads()).contains("Farmers train farmers", "Hold every second meeting in Guntur");
        farmers.picks("Kept?", "Yes, we have kept it").picks("Is it done?", "No, it stays open")
                .writes("What did you see?", "It never became every second one.").ticks("Is this list right?", "No, something differs");
        assertThat(farmers.isRefused()).contains("Please say what differs: all members read it in the closing report.");
        assertThat(farmers.holds("What did you see?")).isEqualTo("It never became every second one.");
        farmers.writes("What differs, or what you want to add", "Three hundred farmers, not two hundred.")
                .pictures("reconcile-contributions").completes();
        farmers.opens("Share lessons", COTTON).claims();
        assertThat(farmers.reads()).contains("Handed over to an institution");
        farmers.writes("What worked?", "A field one can walk through convinces more than a leaflet.")
                .writes("Where and with whom did it work?", "In villages where the women’s groups were asked first.")
                .writes("What did not work?", "Meetings in the sowing season.").pictures("share-lessons").completes();
        browser.withoutWindows(() -> {
            List.of("Goi", "Eu").forEach(code -> reconciles(code, true));
            reconciles("Ngo", false);
            List.of("Goi", "Ngo").forEach(code -> cast.actor(code).completes("Share lessons", number, Answers.lessons(code)));
            stage.fires("Lesson time over", number);
        });

        broker.opens("Review jointly", COTTON).claims();
        assertThat(broker.reads()).contains("Three hundred farmers, not two hundred.", "100,000 EUR");
        broker.ticks("Was it held?", "Yes").dates("Day of the meeting", today().plusDays(2)).ticks("Who was there?", names())
                .writes("What was said?", "We looked back on three seasons, and on each other.");
        assertThat(broker.isRefused()).contains("This meeting lies ahead.");
        assertThat(broker.holds("What was said?")).startsWith("We looked back");
        broker.dates("Day of the meeting", today()).pictures("review-jointly").completes();

        broker.opens("Hand over", COTTON).claims();
        assertThat(broker.isRefused()).contains("Please list what is handed over, or say in words that there is nothing.");
        broker.addsRow("What goes to whom").picks("Kind", 0, "Asset: bought, built or owned together").writes("What", 0, "Two motorcycles")
                .writes("To whom", 0, "State Department of Agriculture").dates("When", 0, today().plusDays(7))
                .addsRow("What goes to whom").picks("Kind", 1, "Data, reports, rights to use them")
                .writes("What", 1, "Records of forty field schools")
                .writes("To whom", 1, "The alumni federation").dates("When", 1, today()).pictures("hand-over").completes();
    }

    private void theListIsChecked() {
        broker.opens("Check closing list", COTTON).claims();
        assertThat(broker.reads()).contains("is neither kept nor released");
        broker.picture("check-closing-list-empty").ticks("What now?", "Everything is settled: close the partnership");
        for (int item = 0; item < broker.rows("State"); item++) {
            broker.picks("State", item, "Settled");
        }
        broker.picks("What became of it?", "It is released").writes("Why released?", "Ten schools were still missing when the rain came.")
                .writes("The letter to all members", "Thank you all for three good seasons.\n\nFrom now on the State Department of"
                        + " Agriculture answers every question.")
                .ticks("Shall somebody ask in six months what became of it?", "Yes, the coordinator asks");
        assertThat(broker.isRefused()).contains("Before it can be closed:",
                "“Obligations” is open: nobody has seen “Hold every second meeting in Guntur",
                "“Lessons” is open: " + cast.name("Eu"), "leave it open and say why");
        broker.pictures("check-closing-list-refused");
        assertThat(broker.holds("The letter to all members")).startsWith("Thank you all");
        broker.picks("State", 0, "Left open, because …").writes("Remark", 0, "The ministry keeps the promise without us.")
                .picks("State", 6, "Left open, because …").writes("Remark", 6, "Our colleague in Brussels has moved on.")
                .pictures("check-closing-list").completes();
        browser.waitsUntil(() -> partnerships.card(id).phase() == Phase.ENDED, "the partnership is closed");
    }

    private void thePapersAreRead() throws IOException {
        Page page = farmers.page();
        page.navigate(browser.address() + "/papers/" + number);
        farmers.wholePage("papers-at-the-end");
        assertThat(page.content()).contains("Closing report", "Review 1", "Review 2");
        keeps("closing-report", page.waitForDownload(() -> page.locator("a[href$='" + closures.card(id).report() + "']").click()),
                documents.content(closures.card(id).report()));
    }

    private void halfAYearLater() {
        browser.withoutWindows(() -> stage.fires("Six months over", number));
        broker.looksAgain().opens("Follow up", COTTON).claims();
        assertThat(broker.reads()).contains("The state department takes the schools into its yearly plan.");
        broker.ticks("Have you asked?", "Yes, and this is what became of it")
                .writes("In your words", "Thirty-one of forty schools met this season.").pictures("follow-up").completes();
        assertThat(closures.card(id).followUp()).isEqualTo("Thirty-one of forty schools met this season.");
    }

    // Without windows

    private void calls(String code, String why) {
        cast.actor(code).starts("matter", with());
        cast.actor(code).completes("Describe matter", null, Answers.matter("review", number, why));
    }

    private void rateAndState(String code, int rating) {
        Actor partner = cast.actor(code);
        if (partner.sees(number).contains("Verify actions")) {
            partner.completes("Verify actions", number, Answers.seen(partner.opens("Verify actions", number), true));
        }
        partner.completes("Rate partnership", number, Answers.ratings(partner.opens("Rate partnership", number), rating));
        states(code);
    }

    private void states(String code) {
        Actor partner = cast.actor(code);
        partner.completes("State impact", number, Answers.impact(partner.opens("State impact", number), cast.name(code), 4));
    }

    private void decide(String way, String... codes) {
        for (String code : codes) {
            cast.actor(code).completes("Decide way forward", number, Answers.wayForward(way));
        }
    }

    private void reconciles(String code, boolean kept) {
        Actor partner = cast.actor(code);
        partner.completes("Reconcile contributions", number, Answers.reconciled(partner.opens("Reconcile contributions", number), kept));
    }

    // What is asked

    /** What arrives in the browser is what was kept; it stays under target/papers, to be looked at. */
    private void keeps(String name, Download arrived, byte[] kept) throws IOException {
        assertThat(arrived.suggestedFilename()).contains(number).endsWith(".pdf");
        assertThat(arrived.path()).hasBinaryContent(kept);
        Files.write(Files.createDirectories(Path.of("target", "papers")).resolve(name + ".pdf"), kept);
    }

    private ReviewCard review(int nr) {
        return reviews.reviews(id).get(nr - 1);
    }

    private static String inWords(WayForward way) {
        return way.label() + ". " + way.outcome();
    }

    private String[] names() {
        return PARTNERS.stream().map(cast::name).toArray(String[]::new);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
