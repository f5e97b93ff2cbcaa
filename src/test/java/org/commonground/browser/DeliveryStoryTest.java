package org.commonground.browser;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.commonground.commitment.CommitmentService;
import org.commonground.engine.MovableClock;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Role;
import org.commonground.meeting.MeetingService;
import org.commonground.partnership.CourseOfWork;
import org.commonground.period.PeriodService;
import org.commonground.reporting.ReportService;
import org.commonground.reporting.WorkResult;
import org.commonground.stage.Actor;
import org.commonground.stage.Cast;
import org.commonground.stage.Stage;
import org.commonground.story.Answers;
import org.commonground.story.Course;
import org.commonground.work.Alert;
import org.commonground.work.AlertKind;
import org.commonground.work.Alerts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The cotton story in force, as people do it in Tasklist: all seven say what they bring, two plan the same, money comes late, the work
 * is reported, and after a flood all decide on a pause. What is the same for the second time is played without a window.
 */
@BrowserTest
class DeliveryStoryTest {

    private static final String COTTON = "Cotton at work";
    private static final LocalTime MORNING = LocalTime.of(7, 0);

    @Autowired
    private BrowserStage browser;
    @Autowired
    private Stage stage;
    @Autowired
    private MovableClock clock;
    @Autowired
    private CommitmentService commitments;
    @Autowired
    private Alerts alerts;
    @Autowired
    private PeriodService periods;
    @Autowired
    private MeetingService meetings;
    @Autowired
    private ReportService reports;
    @Autowired
    private CourseOfWork work;

    private Cast cast;
    private Actor department;
    private Person broker;
    private Person ngo;
    private String number;
    private PartnershipId id;
    private LocalDate sealed;

    @BeforeEach
    void seven_organisations_have_an_agreement_in_force() {
        browser.isEmptied();
        cast = stage.cast().fao().withMandates();
        Map<String, Role> roles = new LinkedHashMap<>();
        roles.put("Ngo", Role.IMPLEMENTER);
        roles.put("Goi", Role.DECISION_MAKER);
        roles.put("Eu", Role.RESOURCE_PROVIDER);
        roles.put("Cicr", Role.EXPERT);
        roles.put("Doa", Role.IMPLEMENTER);
        roles.put("Ffs", Role.PARTICIPANT);
        roles.put("Shop", Role.ALLY);
        Course course = new Course(cast);
        number = browser.withoutWindows(() -> {
            String chosen = course.choosesPartners(COTTON, roles);
            course.reachesAgreement(chosen, List.of("Ngo", "Goi", "Eu", "Cicr", "Doa", "Ffs"));
            return chosen;
        });
        id = new PartnershipId(number);
        sealed = LocalDate.now(clock);
        department = cast.actor("Doa", Role.IMPLEMENTER);
        broker = browser.broker();
        ngo = browser.person(cast.actor("Ngo"));
    }

    @Test
    void the_partners_say_what_they_bring_plan_are_paid_late_report_and_decide_on_a_pause() {
        theWorkBegins();
        eachSeatSaysWhatItBrings();
        twoPlanTheSame();
        moneyComesInPart();
        progressIsReported();
        theyMeet();
        aPauseIsDecidedOn();
    }

    private void theWorkBegins() {
        broker.chooses("Secretariat queue").opens("Orient partners", COTTON).claims();
        assertThat(broker.reads()).contains("Train the first facilitators");
        broker.ticks("Did you meet?", "Yes").dates("Day of the meeting", sealed.plusDays(2))
                .ticks("Who was there?", cast.name("Ngo"), cast.name("Goi"), cast.name("Ffs"))
                .writes("Minutes, or what you would have said",
                        "The NGO trains the first facilitators, the government opens the doors. Whoever is unsure calls Lata"
                        + " Iyer.");
        assertThat(broker.isRefused()).contains("once it was held");
        assertThat(broker.holds("Minutes, or what you would have said")).contains("Whoever is unsure calls Lata Iyer.");
        broker.dates("Day of the meeting", sealed).pictures("orient-partners").completes();

        broker.opens("Set up secretariat", COTTON).claims();
        broker.picks("Where does it sit?", cast.name("Goi"))
                .picks("Who", "Government of India’s focal point, " + cast.name("Goi"))
                .writes("Does what", "Minutes, and whoever has a question").addsRow("People of the secretariat")
                .picks("Who", 1, "Facilitating NGO’s focal point, " + cast.name("Ngo")).writes("Does what", 1, "Plans, reports, travel")
                .writes("What does it do?", "Keeps the minutes, brings plans and reports together, books travel.")
                .writes("Cost a year", 12_000);
        assertThat(broker.isRefused()).contains("Please fill in all three, or none.");
        assertThat(broker.holds("Does what", 1)).isEqualTo("Plans, reports, travel");
        broker.writes("Currency", "EUR").picks("Paid by", cast.name("Eu")).pictures("set-up-secretariat").completes();
    }

    private void eachSeatSaysWhatItBrings() {
        ngo.chooses("My organisation").opens("Commit activities", COTTON).claims();
        ngo.writes("Where", "Guntur, the northern villages").writes("How much", 30);
        assertThat(ngo.isRefused()).contains("30 groups instead of 40 groups").contains("Please say why");
        assertThat(ngo.holds("Where")).isEqualTo("Guntur, the northern villages");
        ngo.writes("Why not as agreed?", "Two of our facilitators went to the state department.").addsRow("Further activities")
                .writes("What", 1, "A field day for neighbours at harvest").pictures("commit-activities").completes();

        Person goi = browser.person(cast.actor("Goi"));
        goi.chooses("My organisation").opens("Commit policy decisions", COTTON).claims();
        assertThat(goi.reads()).contains("Two of our facilitators went to the state department.");
        goi.writes("Who decides", "The minister of agriculture").pictures("commit-policy-decisions").completes();
        goi.leaves();

        Person cicr = browser.person(cast.actor("Cicr"));
        cicr.chooses("As expert").opens("Commit expertise", COTTON).claims();
        cicr.writes("Whom you send", "Dr. Padma, entomology").pictures("commit-expertise").completes();
        cicr.leaves();

        Person eu = browser.person(cast.actor("Eu"));
        eu.chooses("As resource provider").opens("Commit funds", COTTON).claims();
        assertThat(eu.isAsked("Of which line")).as("there is only one").isFalse();
        eu.dates("Due on", 0, sealed.plusDays(20)).writes("Amount", 1, 60_000).picks("Receiver", cast.name("Ngo"));
        assertThat(eu.isRefused()).contains("the instalments make 60,000 EUR, but you commit 100,000 EUR");
        assertThat(eu.holds("Amount", 1)).isEqualTo("60000");
        eu.addsRow("When it comes").dates("Due on", 1, sealed.plusDays(110)).writes("Amount", 2, 40_000)
                .picks("Receiver", 1, cast.name("Ffs")).pictures("commit-funds").completes();
        eu.leaves();

        Person farmers = browser.person(cast.actor("Ffs"));
        farmers.chooses("As participant").opens("Commit participation", COTTON).claims();
        farmers.writes("Who speaks for them", "Kamala Devi, elected by the alumni").pictures("commit-participation").completes();
        farmers.leaves();

        Person shop = browser.person(cast.actor("Shop"));
        shop.chooses("As ally").opens("Commit support", COTTON).claims();
        shop.writes("What", "Introduce the federation to a cotton foundation")
                .writes("To whom", "The foundation’s programme officer").pictures("commit-support").completes();
        shop.leaves();

        department.submits("Commit activities", number,
                Answers.asAgreed("Commit activities", department.opens("Commit activities", number)));
        browser.waitsUntil(() -> commitments.silentSeats(id).isEmpty(), "all seats have said what they bring");
    }

    private void twoPlanTheSame() {
        department.submits("Plan period", number,
                Answers.plan("Schools for cotton farmers", "Guntur", sealed.plusDays(7), sealed.plusDays(60), 1));
        ngo.opens("Plan period", COTTON).claims();
        assertThat(ngo.reads()).contains("Schools for cotton farmers");
        ngo.picks("Where", "Guntur").dates("Until", sealed.plusMonths(4));
        assertThat(ngo.isRefused()).contains("does not lie in this period");
        assertThat(ngo.holds("What")).isEqualTo("Train the first facilitators");
        ngo.dates("Until", sealed.plusDays(45)).writes("What should the others know?", "We begin when the rain is over.")
                .pictures("plan-period").completes();

        broker.opens("Settle plans", COTTON).claims();
        assertThat(broker.reads()).contains("Schools for cotton farmers").contains("at the same time");
        broker.writes("What was agreed?", "The NGO takes the villages north of the canal, the department those south of it.")
                .pictures("settle-plans").completes();
    }

    private void moneyComesInPart() {
        isMorningOf(sealed.plusDays(20));
        ngo.opens("Confirm instalment", COTTON).claims();
        assertThat(ngo.reads()).contains("60,000 EUR");
        ngo.ticks("Has it come?", "Yes, all of it or a part").dates("Day it came", sealed.plusDays(18)).writes("Amount that came", 75_000);
        assertThat(ngo.isRefused()).contains("At most 60,000 EUR is still to come");
        assertThat(ngo.holds("Amount that came")).isEqualTo("75000");
        ngo.writes("Amount that came", 45_000).writes("Anything to note?", "The bank says the rest follows.")
                .pictures("confirm-instalment-in-part").completes();

        isMorningOf(sealed.plusDays(40));
        ngo.looksAgain().opens("Confirm instalment", COTTON).claims();
        assertThat(ngo.reads()).contains("15,000 EUR still to come");
        ngo.ticks("Has it come?", "Not yet").dates("When do you expect it?", sealed.plusDays(60))
                .writes("What do you know about the delay?", "The bank asks for a paper from Brussels.")
                .pictures("confirm-instalment-late").completes();
        browser.waitsUntil(() -> openAlerts().contains(AlertKind.MONEY_LATE), "those concerned are told that money is late");
    }

    private void progressIsReported() {
        isMorningOf(periods.current(id).ends().plusDays(1));
        ngo.opens("Report progress", COTTON).claims();
        assertThat(ngo.reads()).contains("The NGO takes the villages north of the canal");
        ngo.picks("How far", "On the way").writes("What stood in the way?", "Two meetings fell into the sowing.");
        assertThat(ngo.isRefused()).contains("please write what you measured");
        assertThat(ngo.holds("What stood in the way?")).isEqualTo("Two meetings fell into the sowing.");
        ngo.writes("What you measured", "11 sprays").addsRow("Policy outcomes, new grants and other results").picks("Kind", "New grant")
                .writes("What", "A cotton foundation pays for ten more schools").writes("Amount", 20_000).writes("Currency", "EUR")
                .addsRow("Officers and their groups").writes("Officer", "Ravi Kumar").writes("Groups", 9).writes("Quality visits", 4)
                .pictures("report-progress").completes();
        department.submits("Report progress", number, Answers.report(1, "12", "behind", 4));
        theOtherSeatsSayTheirPart();
        browser.waitsUntil(() -> periods.periods(id).size() == 2, "the next period begins");
        assertThat(openAlerts()).contains(AlertKind.OVERLOAD);
        assertThat(reports.progress(id).get(0).inWords()).contains("11 sprays", "12");
        theFunderAsksBack();
        assertThat(reports.results(id)).extracting(WorkResult::what).contains("A budget line for field schools", "The seed bank, for seed");
        ngo.chooses("My organisation").opens("Plan period", COTTON);
        assertThat(ngo.reads()).contains("Come before the rain.");
        ngo.looksAgain().picture("after-the-report");
    }

    private void theyMeet() {
        LocalDate day = LocalDate.now(clock).plusDays(10);
        broker.chooses("Secretariat queue").looksAgain().opens("Invite to meeting", COTTON).claims();
        assertThat(broker.reads()).contains("Steering meeting 1.", "You agreed to meet", "All full partners are invited.");
        broker.dates("Which day?", LocalDate.now(clock)).writes("What time?", "10:00").writes("Where?", "The house of the farmers")
                .writes("What is it about?", "Too many groups for one officer").addsRow("Guests of no member").writes("Name", "Asha Rao")
                .writes("Comes from", "Ministry of Agriculture").writes("E-mail address", "asha.rao@example.org")
                .writes("Why it is invited", "She can send a second officer")
                .writes("Which policy do you hope for?", "An officer for each village");
        assertThat(broker.isRefused()).contains("Please choose a day that lies ahead");
        assertThat(broker.holds("Comes from")).isEqualTo("Ministry of Agriculture");
        broker.dates("Which day?", day).pictures("invite-to-meeting").completes();

        isMorningOf(day.plusDays(1));
        broker.looksAgain().opens("Write minutes", COTTON).claims();
        assertThat(broker.reads()).contains("Too many groups for one officer");
        broker.ticks("Was it held?", "Yes").ticks("Who was there?", cast.name("Ngo"), cast.name("Doa"))
                .ticks("Which of the invited guests came?", "Asha Rao (Ministry of Agriculture)")
                .writes("What was said?", "Nine groups are too many.").addsRow("What was decided")
                .writes("Decision", "Five groups at most.")
                .addsRow("Who does what").writes("What is to be done?", "Name a second officer")
                .dates("By when?", LocalDate.now(clock).minusDays(1)).picks("Who does it?", cast.name("Doa"))
                .picks("Who looks then?", cast.name("Ngo"));
        assertThat(broker.isRefused()).contains("is over. Please choose one that lies ahead");
        assertThat(broker.holds("Decision")).isEqualTo("Five groups at most.");
        broker.dates("By when?", day.plusDays(30)).addsRow("Workshops and seminars").picks("What is it?", "Workshop")
                .dates("On which day?", day.plusDays(40)).writes("About what?", "How officers visit").pictures("write-minutes").completes();
        browser.waitsUntil(() -> meetings.counts(id).get(0).held() == 1, "the minutes are kept");
    }

    private void theOtherSeatsSayTheirPart() {
        Person farmers = browser.person(cast.actor("Ffs"));
        farmers.chooses("My organisation").opens("State experience", COTTON).claims();
        farmers.writes("What did you meet in this period?", "The schools came when the sowing was over.")
                .writes("What do you want changed?", "Come before the rain.").pictures("state-experience").completes();
        farmers.leaves();
        Person cicr = browser.person(cast.actor("Cicr"));
        cicr.chooses("My organisation").opens("State advice", COTTON).claims();
        cicr.writes("What did you learn in this period?", "Bollworms come a week earlier than in our books.")
                .writes("What did you advise, and whom?", "The NGO: look under the leaves from June on.")
                .pictures("state-advice").completes();
        cicr.leaves();
        Person goi = browser.person(cast.actor("Goi"));
        goi.chooses("My organisation").opens("State decisions", COTTON).claims();
        goi.writes("What was decided in this period?", "Field schools stand in the plan of the state.").addsRow("Policy outcomes")
                .writes("What is new", "A budget line for field schools").pictures("state-decisions").completes();
        goi.leaves();
        Person shop = browser.person(cast.actor("Shop"));
        shop.chooses("My organisation").opens("State observations", COTTON).claims();
        shop.writes("What did you see in this period?", "Buyers ask for cotton without poison.");
        assertThat(shop.reads()).contains("What came of the support you promised?");
        shop.picks("What came of it", "Something was bought").writes("In words", "Forty bales").writes("Amount", 9_000)
                .writes("Currency", "EUR").pictures("state-observations").completes();
        shop.leaves();
        Person eu = browser.person(cast.actor("Eu"));
        eu.chooses("My organisation").opens("State support", COTTON).claims();
        eu.writes("What did you give in this period?", "Two trainers for a month.")
                .writes("Whom did you introduce to whom?", "The seed bank")
                .addsRow("New grants").writes("From whom, and what for", "The seed bank, for seed").writes("Amount", 500);
        assertThat(eu.isRefused()).contains("an amount and its currency go together");
        eu.writes("Currency", "EUR").pictures("state-support").completes();
        eu.leaves();
    }

    private void theFunderAsksBack() {
        Person eu = browser.person(cast.actor("Eu"));
        eu.chooses("My organisation").opens("Read reports", COTTON).claims();
        assertThat(eu.reads()).contains("11 sprays", "Come before the rain.");
        eu.addsRow("Reports to send back with a question").picks("Whose report", cast.name("Ngo") + ", implementer")
                .writes("Your question", "Why eleven?").pictures("read-reports").completes();
        eu.leaves();
        cast.actor("Ngo").submits("Read reports", number, Map.of("asked", List.of()));
        browser.waitsUntil(() -> cast.actor("Ngo").sees(number).contains("Answer question"), "the report comes back");
        ngo.chooses("My organisation").opens("Answer question", COTTON).claims();
        assertThat(ngo.reads()).contains("Why eleven?");
        ngo.writes("Your answer", "We counted one field twice.").writes("What you measured", "10 sprays").pictures("answer-question")
                .completes();
        browser.waitsUntil(() -> reports.progress(id).get(0).inWords().contains("10 sprays"), "the figure is corrected");
    }

    private void aPauseIsDecidedOn() {
        Person farmers = browser.person(cast.actor("Ffs"));
        farmers.begins("Raise matter").picture("raise-matter").completes();
        farmers.isTold("Describe matter").picture("after-raising-a-matter");
        farmers.chooses("Mine").opens("Describe matter").claims();
        assertThat(farmers.reads()).contains(COTTON);
        farmers.ticks("What do you raise?", "Taking up the work again after a pause")
                .writes("Why?", "The river took the fields of forty families. They need their hands at home.");
        assertThat(farmers.isRefused()).contains("goes on, so there is nothing to take up again");
        assertThat(farmers.holds("Why?")).startsWith("The river took the fields");
        farmers.ticks("What do you raise?", "A pause: the work rests until the partners take it up again")
                .pictures("describe-matter").completes();

        farmers.chooses("My organisation").opens("Decide on proposal", COTTON).claims();
        assertThat(farmers.reads()).contains("The river took the fields");
        farmers.ticks("What does your organisation say?", "Against it");
        assertThat(farmers.isRefused()).contains("Please say why you are against it");
        farmers.ticks("What does your organisation say?", "For it").writes("In your words", "We ask for it ourselves.")
                .pictures("decide-on-proposal").completes();
        Stream.of("Goi", "Eu", "Cicr", "Ngo", "Doa").map(cast::actor)
                .forEach(partner -> partner.submits("Decide on proposal", number, Answers.vote("for", "")));
        browser.waitsUntil(() -> work.of(id).suspended() && cast.actor("Ngo").sees(number).isEmpty(), "the work pauses");
        ngo.looksAgain().picture("while-the-work-pauses");
        assertThat(ngo.tasks()).as("nothing waits while the work pauses").isEmpty();
    }

    private List<AlertKind> openAlerts() {
        return alerts.of(id).stream().filter(Alert::isOpen).map(Alert::kind).toList();
    }

    private void isMorningOf(LocalDate day) {
        browser.becomes(day.atTime(MORNING).toInstant(ZoneOffset.UTC));
    }
}
