package org.commonground.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.commonground.review.SampleReviews.impact;
import static org.commonground.review.SampleReviews.rated;
import static org.commonground.review.SampleReviews.vote;
import static org.commonground.stage.Refusals.refused;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.commonground.agreement.AgreementCalendar;
import org.commonground.agreement.PlannedDate;
import org.commonground.decision.DecisionService;
import org.commonground.engine.MovableClock;
import org.commonground.foundation.Level;
import org.commonground.foundation.NotFound;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.Pace;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Role;
import org.commonground.matter.MatterCard;
import org.commonground.matter.MatterService;
import org.commonground.learning.Reach;
import org.commonground.partnership.ActionCheck;
import org.commonground.partnership.Action;
import org.commonground.partnership.Actions;
import org.commonground.partnership.AgreedAction;
import org.commonground.partnership.ClosureAgreed;
import org.commonground.partnership.Course;
import org.commonground.partnership.CourseOfWork;
import org.commonground.partnership.Meeting;
import org.commonground.partnership.Meetings;
import org.commonground.partnership.PartnershipService;
import org.commonground.partnership.SeatIn;
import org.commonground.partnership.Standing;
import org.commonground.period.PeriodService;
import org.commonground.reporting.ReportService;
import org.commonground.reporting.ProgressStanding;
import org.commonground.reporting.Report;
import org.commonground.stage.DomainTest;
import org.commonground.stage.Ladder;
import org.commonground.stage.SampleAgreement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;

/** What a review promises. Five partners and an ally, sealed on the last day of January, reviewed every six months. */
@DomainTest
class ReviewServiceTest {

    private static final Instant SEALED = Instant.parse("2031-01-31T15:00:00Z");
    private static final Instant ENDS = Instant.parse("2036-01-31T00:00:00Z");
    private static final Instant FIRST_DATE = Instant.parse("2031-07-31T09:00:00Z");
    private static final OrganisationId FAO = new OrganisationId("Fao");
    private static final OrganisationId GOI = new OrganisationId("Goi");
    private static final OrganisationId CICR = new OrganisationId("Cicr");
    private static final OrganisationId NGO = new OrganisationId("Ngo");
    private static final OrganisationId FFS = new OrganisationId("Ffs");
    private static final OrganisationId SHOP = new OrganisationId("Shop");
    private static final List<OrganisationId> FIVE = List.of(FAO, GOI, CICR, NGO, FFS);
    private static final String COORDINATOR = "coordinator";

    @Autowired
    Ladder ladder;
    @Autowired
    ReviewService service;
    @Autowired
    RatingService ratings;
    @Autowired
    WayForwardService ways;
    @Autowired
    PartnershipService partnerships;
    @Autowired
    Actions actions;
    @Autowired
    Meetings meetings;
    @Autowired
    MovableClock clock;
    @Autowired
    ApplicationEvents events;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    SampleAgreement agreed;
    @Autowired
    CourseOfWork work;
    @Autowired
    MatterService matters;
    @Autowired
    DecisionService decisions;
    @Autowired
    PeriodService periods;
    @Autowired
    ReportService reports;

    private PartnershipId id;

    @BeforeEach
    void five_partners_are_in_force() {
        agreed.calendar = new AgreementCalendar(SEALED, ZoneOffset.UTC, Pace.IN_EARNEST);
        agreed.durationMonths = 60;
        agreed.reviewMonths = 6;
        agreed.trustIndicators = List.of("We keep appointments", "We hear bad news first from each other");
        ladder.verified(FIVE);
        ladder.verified(List.of(SHOP));
        id = ladder.inForceUnwritten(Role.EXPERT, FAO, GOI, CICR, NGO, FFS);
        partnerships.admit(id, SHOP, Standing.ALLY, List.of(new SeatIn(Role.ALLY, Level.NATIONAL, null, null)));
        clock.setTo(FIRST_DATE);
    }

    // Dates

    @Test
    void reviews_come_at_their_dates_one_after_the_other() {
        assertThat(service.nextDate(id)).isEqualTo(FIRST_DATE);
        UUID first = service.open(id, null);
        assertThat(service.card(first).dates()).containsExactly(new PlannedDate(1, FIRST_DATE, false));
        decided(first, WayForward.CONTINUE);
        assertThat(service.nextDate(id)).isEqualTo("2032-01-31T09:00:00Z");
    }

    @Test
    void after_a_long_stop_one_review_is_held_late_for_all_dates_that_were_missed_and_names_each() {
        clock.setTo(Instant.parse("2033-02-10T10:00:00Z"));
        assertThat(service.nextDate(id)).as("at once").isEqualTo(FIRST_DATE);
        UUID review = service.open(id, null);

        assertThat(service.card(review).dates()).extracting(PlannedDate::nr, PlannedDate::late)
                .containsExactly(tuple(1, true), tuple(2, true), tuple(3, true), tuple(4, true));
        assertThat(service.card(review).isLate()).isTrue();
        assertThat(events.stream(ReviewOpened.class).filter(fact -> fact.partnership().equals(id)).findFirst().orElseThrow().missed())
                .hasSize(4);
        decided(review, WayForward.CONTINUE);
        assertThat(service.nextDate(id)).as("no storm").isEqualTo("2033-07-31T09:00:00Z");
    }

    @Test
    void a_review_that_was_called_leaves_the_dates_as_they_are() {
        UUID matter = UUID.randomUUID();
        UUID called = service.open(id, matter);
        assertThat(service.card(called).dates()).isEmpty();
        assertThat(service.open(id, matter)).as("once for each call").isEqualTo(called);
        assertThat(service.nextDate(id)).isEqualTo(FIRST_DATE);
        assertThat(service.objection(work.of(id))).hasValueSatisfying(sentence ->
                assertThat(sentence).startsWith("The partners are reviewing"));
        work.suspend(id, "No money");
        assertThat(service.objection(work.of(id))).as("it goes on in a pause")
                .hasValueSatisfying(sentence -> assertThat(sentence).startsWith("The partners are reviewing"));
    }

    @Test
    void a_review_that_stopped_with_the_work_is_taken_up_where_it_was() {
        UUID review = service.open(id, null);
        answers(review, FAO, 4);
        ratings.rate(review, GOI, rated(4, 2));
        work.suspend(id, "No money");
        assertThat(service.objection(work.of(id))).hasValueSatisfying(sentence -> assertThat(sentence)
                .contains("was begun before the pause and goes on when the work does"));
        work.resume(id);
        clock.setTo(Instant.parse("2032-03-01T10:00:00Z"));

        assertThat(service.nextDate(id)).as("at once").isBefore(clock.instant());
        assertThat(service.open(id, null)).isEqualTo(review);
        assertThat(ratings.awaitedRaters(review)).containsExactly("Cicr", "Ffs", "Goi", "Ngo");
        assertThat(ratings.hasRated(review, GOI)).isTrue();
        assertThat(service.card(review).dates()).extracting(PlannedDate::nr, PlannedDate::late)
                .containsExactly(tuple(1, false), tuple(2, true));
        assertThat(service.reviews(id)).hasSize(1);
    }

    @Test
    void a_review_that_the_end_overtakes_is_broken_off() {
        UUID review = service.open(id, null);
        answers(review, FAO, 4);
        service.breakOff(id);
        assertThat(service.objection(work.of(id))).isEmpty();
        assertThat(tallies(review)).as("what may not be shown is not kept").isZero();
        refused("The time for ratings is over, and the review goes on with those who answered. In the next one you are asked again.",
                () -> ratings.rate(review, GOI, rated(4, 2)));
        assertThat(service.impacts(id)).as("what was said stays").hasSize(1);
    }

    // Ratings

    @Test
    void full_partners_are_asked_and_allies_are_not() {
        UUID review = service.open(id, null);
        assertThat(ratings.awaitedRaters(review)).containsExactly("Cicr", "Fao", "Ffs", "Goi", "Ngo");
        refused("Your organisation is not asked in this review: it was no full partner when it began.",
                () -> ratings.rate(review, SHOP, rated(4, 2)));
        refused("Your organisation is not asked in this review: it was no full partner when it began.",
                () -> ratings.recordImpact(review, SHOP, impact("Shop", 3), Reach.OWN, "shopAlly"));
    }

    @Test
    void involving_participants_and_the_trust_indicators_of_this_agreement_are_asked() {
        UUID review = service.open(id, null);
        assertThat(service.questions(review)).extracting(Question::label)
                .containsExactly("Trust", "Equity", "Transparency", "Mutual benefit",
                "Communication", "Decision making", "Roles", "Resources", "Learning", "Involving participants",
                "We keep appointments", "We hear bad news first from each other");
        refused("The indicators of trust have changed. Please open the form again.", () -> ratings.rate(review, FAO, rated(4, 1)));
        refused("The indicators of trust have changed. Please open the form again.", () -> ratings.rate(review, FAO, rated(4, 3)));
        refused("Please rate “Trust” from 1 to 5.", () -> rated(6, 2));
        FIVE.forEach(one -> answers(review, one, 3));
        ratings.consolidate(review);
        assertThat(service.health(id)).as("the figures of the closing report and of the next review").extracting(
                one -> one.finding().question().label()).contains("Involving participants", "We keep appointments",
                        "We hear bad news first from each other");
    }

    @Test
    void who_rated_cannot_rate_again() {
        UUID review = service.open(id, null);
        ratings.rate(review, FAO, rated(4, 2));
        refused("Your organisation has rated already. An answer without a name cannot be found again to change it.",
                () -> ratings.rate(review, FAO, rated(1, 2)));
    }

    @Test
    void mean_and_spread_of_each_question_and_its_trend_are_found() {
        UUID first = service.open(id, null);
        FIVE.forEach(one -> answers(first, one, 3));
        ratings.consolidate(first);
        assertThat(tallies(first)).as("once counted, ratings are forgotten").isZero();
        assertThat(service.findings(first)).allSatisfy(finding -> {
            assertThat(finding.mean()).isEqualTo(3);
            assertThat(finding.spread()).isZero();
            assertThat(finding.trend()).isEqualTo("–");
            assertThat(finding.callsForAction()).isFalse();
        });
        concluded(first, WayForward.CONTINUE);

        clock.setTo(Instant.parse("2032-01-31T09:00:00Z"));
        UUID second = service.open(id, null);
        ratings.rate(second, FAO, rated(1, 4, 2));
        Stream.of(GOI, CICR, NGO, FFS).forEach(one -> ratings.rate(second, one, rated(2, 4, 2)));
        ratings.consolidate(second);
        Finding trust = service.findings(second).get(0);
        assertThat(trust).isEqualTo(new Finding(new Question(1, "trust", "Trust"), 1.8, 1, 5, 3.0));
        assertThat(trust.isRed()).isTrue();
        assertThat(trust.trend()).isEqualTo("worse");
        assertThat(service.findings(second).get(10).trend()).as("of an indicator").isEqualTo("better");
        assertThat(service.health(id)).hasSize(24).extracting(Health::reviewNr).contains(1, 2);
    }

    @Test
    void what_people_read_is_what_is_compared() {
        Question trust = new Question(1, "trust", "Trust");
        assertThat(new Finding(trust, 3.24, 1, 25, 3.16).trend()).isEqualTo("better");
        assertThat(new Finding(trust, 3.17, 1, 25, 3.16).trend()).isEqualTo("better");
        assertThat(new Finding(trust, 3.16, 1, 25, 3.16).trend()).isEqualTo("the same");
        assertThat(new Finding(trust, 2.04, 1, 25, null).isRed()).isFalse();
        assertThat(new Finding(trust, 2, 1, 25, null).isRed()).isTrue();
    }

    @Test
    void with_fewer_than_four_answers_nothing_is_shown_and_nothing_is_kept() {
        UUID review = service.open(id, null);
        answers(review, FAO, 1);
        answers(review, GOI, 5);
        ratings.consolidate(review);

        assertThat(service.card(review).answers()).isEqualTo(2);
        assertThat(service.card(review).shown()).isFalse();
        assertThat(service.findings(review)).isEmpty();
        assertThat(tallies(review)).isZero();
        assertThat(service.impacts(review)).as("words with a name stay").hasSize(2);
        ways.discuss(review, today(), Set.of(FAO, GOI), "We talked about why so few answered", List.of(), COORDINATOR);
    }

    @Test
    void where_there_are_fewer_than_four_partners_the_result_is_shown_since_the_form_said_so() {
        PartnershipId two = ladder.inForceUnwritten(Role.EXPERT, FAO, GOI);
        UUID review = service.open(two, null);
        assertThat(service.card(review).shielded()).isFalse();
        answers(review, FAO, 1);
        answers(review, GOI, 5);
        ratings.consolidate(review);
        assertThat(service.findings(review)).allSatisfy(finding -> assertThat(finding.spread()).isEqualTo(4));
    }

    @Test
    void without_any_answer_a_review_goes_on() {
        UUID review = service.open(id, null);
        ratings.consolidate(review);
        ratings.consolidate(review);
        assertThat(service.findings(review)).isEmpty();
        assertThat(ways.signals(review)).isEqualTo(new Signals(false, 0, false, null, null, 0, false));
        assertThat(ratings.awaitedRaters(review)).isEmpty();
    }

    @Test
    void a_click_after_the_time_is_refused_in_a_sentence() {
        UUID review = service.open(id, null);
        ratings.consolidate(review);
        refused("The time for ratings is over, and the review goes on with those who answered. In the next one you are asked again.",
                () -> ratings.rate(review, FAO, rated(4, 2)));
        refused("The time for ratings is over, and the review goes on with those who answered. In the next one you are asked again.",
                () -> ratings.recordImpact(review, FAO, impact("Fao", 3), Reach.OWN, "faoExpert"));
        refused("The time for ratings is over, and the review goes on with those who answered. In the next one you are asked again.",
                () -> ratings.verify(review, FAO, List.of(), "faoExpert"));
    }

    @Test
    void a_count_that_does_not_fit_the_receipts_is_an_incident() {
        UUID review = service.open(id, null);
        answers(review, FAO, 4);
        jdbc.sql("update health_tally set answers = answers + 1 where review = ? and question = 3 and rating = 5").param(review).update();
        assertThatThrownBy(() -> ratings.consolidate(review)).isInstanceOf(IllegalStateException.class).hasMessageContaining("Question 3");
    }

    @Test
    void each_objective_is_rated_once() {
        UUID review = service.open(id, null);
        Impact none = new Impact(3, "More", "Nothing", "Nothing", "Much", null, List.of());
        Impact two = new Impact(3, "More", "Nothing", "Nothing", "Much", null,
                List.of(new WorkRating(1, 3, null), new WorkRating(2, 3, null)));
        String once = "Please rate each objective once. Reload the page if one is missing.";
        refused(once, () -> ratings.recordImpact(review, FAO, none, Reach.OWN, "faoExpert"));
        refused(once, () -> ratings.recordImpact(review, FAO, two, Reach.OWN, "faoExpert"));
    }

    // Differences and actions

    @Test
    void what_is_red_or_seen_differently_makes_an_action() {
        UUID review = service.open(id, null);
        ratings.rate(review, FAO, rated(5, 4, 2));
        Stream.of(GOI, CICR, NGO, FFS).forEach(one -> ratings.rate(review, one, rated(3, 4, 2)));
        refused("The ratings are not counted yet.", () -> discuss(review, action("Trust")));
        ratings.consolidate(review);

        refused("These call for an action: Trust. Please agree on one for each: what, who, by when, and who looks at it.",
                () -> discuss(review));
        discuss(review, action("Trust"));
        assertThat(actions.open(id)).singleElement().satisfies(open -> {
            assertThat(open.about()).isEqualTo("Trust");
            assertThat(open.source()).isEqualTo("Review 1");
            assertThat(open.ownerName()).isEqualTo("Organisation Fao");
        });
        assertThat(meetings.of(id)).extracting(Meeting::occasion, Meeting::present)
                .containsExactly(tuple("Review 1: differences", Set.of(FAO, GOI)));
    }

    @Test
    void an_action_returns_until_somebody_outside_its_owner_verifies_it() {
        UUID first = consolidated();
        ways.discuss(first, today(), Set.of(FAO), "Talk",
                List.of(new AgreedAction("Trust", "Answer letters", FAO, today().plusDays(30), GOI)), COORDINATOR);
        concluded(first, WayForward.CORRECT);
        clock.setTo(Instant.parse("2032-01-31T09:00:00Z"));

        UUID second = service.open(id, null);
        assertThat(ratings.toVerify(second, FAO)).as("not its owner").isEmpty();
        int action = ratings.toVerify(second, GOI).get(0).nr();
        refused("These actions have changed since you opened the page. Please open it again.",
                () -> ratings.verify(second, CICR, List.of(new ActionCheck(action, true, "Done")), "cicrExpert"));
        ratings.verify(second, GOI, List.of(new ActionCheck(action, false, "Half of the letters")), "goiDecisionMaker");
        assertThat(actions.open(id)).singleElement().satisfies(open -> assertThat(open.lastWords()).isEqualTo("Half of the letters"));
        assertThat(ways.signals(second).overdueActions()).isEqualTo(1);
        clock.advance(java.time.Duration.ofHours(1));
        ratings.verify(second, GOI, List.of(new ActionCheck(action, true, "All of them")), "goiDecisionMaker");
        assertThat(actions.open(id)).isEmpty();
        assertThat(actions.all(id)).extracting(one -> one.lastWords()).containsExactly("All of them");
    }

    @Test
    void actions_agreed_in_one_talk_are_numbered_as_people_find_them() {
        UUID review = consolidated();
        ways.discuss(review, today(), Set.of(FAO), "Talk", Stream.of("Answer letters", "Bring the books", "Call before noon", "Dig a well",
                "Eat together").map(what -> new AgreedAction("Trust", what, FAO, today(), GOI)).toList(), COORDINATOR);
        assertThat(actions.all(id)).extracting(Action::nr).containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    void an_action_whose_verifier_left_is_verified_by_anybody_but_its_owner() {
        UUID review = consolidated();
        ways.discuss(review, today(), Set.of(FAO), "Talk", List.of(new AgreedAction("Trust", "Answer letters", FAO, today(), GOI)),
                COORDINATOR);
        jdbc.sql("update member set present = null where partnership = ? and organisation = 'Goi'").param(id.value()).update();
        assertThat(actions.toVerify(id, CICR)).hasSize(1);
        assertThat(actions.toVerify(id, FAO)).isEmpty();
    }

    @Test
    void an_ally_is_not_asked_in_reviews_so_it_looks_at_no_action() {
        UUID review = consolidated();
        refused("Shop is an ally and is not asked in reviews. Please choose a full partner to look.",
                () -> discuss(review, new AgreedAction("Trust", "Answer letters", FAO, today(), SHOP)));
        discuss(review, new AgreedAction("Trust", "Answer letters", SHOP, today(), GOI));
        jdbc.sql("update member set standing = 'ally' where partnership = ? and organisation = 'Goi'").param(id.value()).update();
        assertThat(actions.toVerify(id, CICR)).as("whose verifier is an ally now").hasSize(1);
    }

    @Test
    void an_action_is_whole_or_refused() {
        refused("Who does “Answer letters” cannot be the one to say that it is done. Please choose another organisation that looks.",
                () -> new AgreedAction("Trust", "Answer letters", FAO, today(), FAO));
        refused("Please say by when it is done: “Answer letters”.", () -> new AgreedAction("Trust", "Answer letters", FAO, null, GOI));
        refused("The day for “Answer letters” is over. Please choose one that lies ahead.", () -> actions.agree(id, "Review 1",
                List.of(new AgreedAction("Trust", "Answer letters", FAO, today().minusDays(1), GOI)), COORDINATOR));
        refused("Stranger is no member of this partnership. Please choose a member.", () -> actions.agree(id, "Review 1",
                List.of(new AgreedAction("Trust", "Answer letters", FAO, today(), new OrganisationId("Stranger"))), COORDINATOR));
        refused("Please say in a sentence what you saw, also where it is done.", () -> new ActionCheck(1, true, " "));
    }

    @Test
    void a_meeting_was_held_and_by_members() {
        refused("This meeting lies ahead. Please write it down once it was held.",
                () -> meetings.record(id, new Meeting("Steering", today().plusDays(2), Set.of(FAO), "Nothing"), COORDINATOR));
        refused("Stranger is no member of this partnership. Please name members only; guests go into the minutes.",
                () -> meetings.record(id, new Meeting("Steering", today(), Set.of(new OrganisationId("Stranger")), "x"), COORDINATOR));
        refused("Please say who was there.", () -> new Meeting("Steering", today(), Set.of(), "x"));
        UUID held = meetings.record(id, new Meeting("Steering", today(), Set.of(FAO, GOI), "All agreed"), COORDINATOR);
        assertThat(meetings.find(held)).contains(new Meeting("Steering", today(), Set.of(FAO, GOI), "All agreed"));
    }

    // The way forward

    @Test
    void the_table_hears_what_the_review_says() {
        UUID review = service.open(id, null);
        ratings.rate(review, FAO, rated(1, 5, 2));
        Stream.of(GOI, CICR, NGO, FFS).forEach(one -> ratings.rate(review, one, rated(2, 4, 2)));
        ratings.consolidate(review);
        assertThat(ways.signals(review)).isEqualTo(new Signals(true, 1, false, 1.8, 1, 0, false));
    }

    @Test
    void an_objective_is_reached_when_all_who_work_for_it_have_reported_that_and_not_when_partners_feel_so() {
        UUID review = service.open(id, null);
        FIVE.forEach(one -> ratings.recordImpact(review, one, impact(one.code(), 5), Reach.OWN, "somebody"));
        assertThat(ways.signals(review).objectiveReached()).as("only felt").isFalse();
        periods.open(id);
        reports.report(id, NGO, reported(ProgressStanding.REACHED), "ngo");
        assertThat(ways.signals(review).objectiveReached()).isTrue();
        reports.report(id, FFS, reported(ProgressStanding.ON_THE_WAY), "ffs");
        assertThat(ways.signals(review).objectiveReached()).as("not by all").isFalse();
    }

    private static Report reported(ProgressStanding standing) {
        return new Report(List.of(new Report.Line(1, "8", standing)), null, List.of(), List.of());
    }

    @Test
    void a_red_one_that_was_red_before_is_heard_too() {
        UUID first = service.open(id, null);
        FIVE.forEach(one -> ratings.rate(first, one, rated(2, 4, 2)));
        ratings.consolidate(first);
        discuss(first, action("Trust"));
        concluded(first, WayForward.CORRECT);
        clock.setTo(Instant.parse("2032-01-31T09:00:00Z"));
        UUID second = service.open(id, null);
        FIVE.forEach(one -> ratings.rate(second, one, rated(2, 4, 2)));
        ratings.consolidate(second);
        assertThat(ways.signals(second).redBefore()).isTrue();
        assertThat(ways.signals(first).redBefore()).isFalse();
    }

    @Test
    void the_partners_talk_before_they_decide() {
        UUID review = service.open(id, null);
        refused("The partners talk about their differences before they decide.",
                () -> ways.decide(review, FAO, vote(WayForward.CONTINUE), "faoExpert"));
    }

    @Test
    void a_way_that_all_chose_is_carried() {
        UUID review = consolidated();
        discuss(review);
        ways.recommend(review, List.of(new Recommendation(WayForward.CONTINUE, "All is well.")));
        assertThat(service.recommendations(review)).containsExactly(new Recommendation(WayForward.CONTINUE, "All is well."));
        FIVE.forEach(one -> ways.decide(review, one, vote(WayForward.CONTINUE), "somebody"));
        refused("Your organisation has decided already.", () -> ways.decide(review, FAO, vote(WayForward.CLOSE), "faoExpert"));

        assertThat(ways.tallyVotes(review)).isTrue();
        ReviewCard card = service.card(review);
        assertThat(card.way()).isEqualTo(WayForward.CONTINUE);
        assertThat(card.carried()).isTrue();
        assertThat(card.wayReason()).isEqualTo("5 of 5 partners chose it (by consensus).");
        refused("This review is over. Nothing can change in it any more.",
                () -> ways.decide(review, FAO, vote(WayForward.CLOSE), "faoExpert"));
    }

    @Test
    void where_no_way_is_carried_none_is_presumed_and_the_partners_talk_again() {
        UUID review = consolidated();
        discuss(review);
        ways.decide(review, FAO, vote(WayForward.CONTINUE), "faoExpert");
        assertThat(ways.awaitedVoters(review)).containsExactly("Cicr", "Ffs", "Goi", "Ngo");
        assertThat(ways.tallyVotes(review)).isFalse();
        assertThat(service.card(review).way()).isNull();

        refused("Please say how the partners came to this way: all of them read it.",
                () -> ways.settle(review, WayForward.SUSPEND, today(), Set.of(FAO, GOI), NamedChange.NONE, " ", COORDINATOR));
        refused("The partners decide by consensus. To pause or to close, 3 of them have to be there; 2 were.",
                () -> ways.settle(review, WayForward.CLOSE, today(), Set.of(FAO, GOI, SHOP), NamedChange.NONE, "Nobody has money",
                        COORDINATOR));
        ways.settle(review, WayForward.SUSPEND, today(), Set.of(FAO, GOI, NGO), NamedChange.NONE, "Nobody has money before the spring",
                COORDINATOR);
        assertThat(service.card(review).way()).isEqualTo(WayForward.SUSPEND);
        assertThat(service.card(review).carried()).isFalse();
        assertThat(events.stream(WayForwardDecided.class)).contains(
                new WayForwardDecided(id, 1, WayForward.SUSPEND, "Nobody has money before the spring", WayForward.SUSPEND.outcome()));
        assertThat(decided(review)).isEqualTo("suspension: Decided in review 1.");
        assertThat(work.of(id).suspended()).isTrue();
    }

    @Test
    void who_takes_part_changes_as_those_named_it_who_chose_that() {
        UUID review = consolidated();
        discuss(review);
        refused("Please say who should join, or which partner should leave.", () -> ways.decide(review, FAO,
                change(" ", Set.of()), "faoExpert"));
        refused("Whoever leaves by itself gives notice: Raise a matter, Leaving. Please name others only.", () -> ways.decide(review, FAO,
                change("A buyer", Set.of(FAO)), "faoExpert"));
        refused("Shop is no full partner now. Please open the form again.", () -> ways.decide(review, FAO, change(null, Set.of(SHOP)),
                "faoExpert"));
        assertThat(service.votes(review)).as("nothing is kept").isEmpty();

        ways.decide(review, FAO, change("Somebody who buys the cotton", Set.of(NGO)), "faoExpert");
        ways.decide(review, GOI, change("The ginning mill of Guntur", Set.of()), "goi");
        ways.decide(review, CICR, change(null, Set.of(NGO)), "cicr");
        ways.decide(review, FFS, new WayForwardVote(WayForward.CONTINUE, Set.of(WayForward.MEMBERSHIP), new NamedChange(Set.of(),
                "What is named with another way counts for nothing", Set.of(GOI)), null), "ffs");
        ways.decide(review, NGO, new WayForwardVote(WayForward.CONTINUE, Set.of(WayForward.MEMBERSHIP), NamedChange.NONE, null), "ngo");
        assertThat(ways.tallyVotes(review)).isTrue();
        assertThat(service.card(review).named()).isEqualTo(new NamedChange(Set.of(), """
                %s: Somebody who buys the cotton
                %s: The ginning mill of Guntur""".formatted(name(FAO), name(GOI)), Set.of(NGO)));
        assertThat(outcome()).isEqualTo(("What the partners named begins: looking for who joins, or asking who should leave. Who should"
                + " join:"
                + " “%s: Somebody who buys the cotton”, “%s: The ginning mill of Guntur”. Who should leave, if the others decide so: %s.")
                        .formatted(name(FAO), name(GOI), name(NGO)));

        ways.follow(review);
        assertThat(matters.all(id)).extracting(one -> one.kind().key()).containsExactlyInAnyOrder("accession", "release");
        MatterCard joining = matters.all(id).stream().filter(one -> one.kind().key().equals("accession")).findFirst().orElseThrow();
        assertThat(joining.decided()).isEqualTo("Decided in review 1.");
        assertThat(joining.why()).contains("Somebody who buys the cotton", "The ginning mill of Guntur");
        MatterCard leaving = matters.all(id).stream().filter(one -> one.kind().key().equals("release")).findFirst().orElseThrow();
        assertThat(leaving.raisedBy()).as("the first who named it carries it on").isEqualTo(CICR);
        assertThat(leaving.decided()).as("the others decide, without the named one").isNull();
        assertThat(leaving.why()).startsWith("Named in review 1: %s. ".formatted(name(NGO)));
    }

    @Test
    void what_a_meeting_named_goes_on_in_the_name_of_who_leads() {
        UUID review = consolidated();
        discuss(review);
        assertThat(ways.tallyVotes(review)).isFalse();
        refused("Goi2 is no full partner now. Please open the form again.", () -> ways.settle(review, WayForward.MEMBERSHIP, today(),
                Set.of(FAO, GOI), new NamedChange(Set.of(), null, Set.of(new OrganisationId("Goi2"))), "They talked", COORDINATOR));
        ways.settle(review, WayForward.MEMBERSHIP, today(), Set.of(FAO, GOI), new NamedChange(Set.of(), null, Set.of(NGO)), "They talked",
                COORDINATOR);
        ways.follow(review);
        assertThat(matters.all(id)).singleElement().satisfies(one -> {
            assertThat(one.kind().key()).isEqualTo("release");
            assertThat(one.raisedBy()).isEqualTo(partnerships.presentLead(id).orElse(CICR));
        });
    }

    private String name(OrganisationId organisation) {
        return jdbc.sql("select name from organisation where code = ?").param(organisation.code()).query(String.class).single();
    }

    private static WayForwardVote change(String joining, Set<OrganisationId> leaving) {
        return new WayForwardVote(WayForward.MEMBERSHIP, Set.of(), new NamedChange(Set.of(), joining, leaving), null);
    }

    /** Follows the way forward to where it leads; returns what was raised, and how it had been decided. */
    private String decided(UUID review) {
        ways.follow(review);
        MatterCard raised = matters.open(id).get(0);
        assertThat(decisions.isDecidedAlready(raised.id())).as("nobody votes again").isTrue();
        decisions.carryOut(raised.id());
        assertThat(matters.open(id)).isEmpty();
        return raised.kind().key() + ": " + raised.decided();
    }

    @Test
    void what_is_decided_after_the_term_stands_in_the_report_and_nothing_is_done() {
        UUID review = consolidated();
        clock.setTo(ENDS);
        concluded(review, WayForward.SUSPEND);
        ways.follow(review);
        assertThat(matters.all(id)).isEmpty();
        assertThat(work.of(id)).extracting(Course::suspended, Course::endAgreed).containsExactly(false, false);
        assertThat(outcome()).isEqualTo("The work has ended meanwhile; what was decided stands in the report.");
    }

    @Test
    void what_is_decided_in_a_pause_does_not_end_it() {
        UUID review = consolidated();
        work.suspend(id, "No money");
        concluded(review, WayForward.CONTINUE);
        assertThat(work.of(id).suspended()).isTrue();
        assertThat(outcome()).isEqualTo("The work still pauses. Any partner can propose to take it up again (Raise a matter).");
    }

    @Test
    void closing_that_is_decided_in_a_pause_is_told_to_the_work_that_waits() {
        UUID review = consolidated();
        work.suspend(id, "No money");
        concluded(review, WayForward.CLOSE);
        assertThat(decided(review)).isEqualTo("closure: Decided in review 1.");
        assertThat(work.of(id).endAgreed()).isTrue();
        assertThat(events.stream(ClosureAgreed.class)).containsExactly(new ClosureAgreed(id));
        assertThat(outcome()).isEqualTo(WayForward.CLOSE.outcome());
    }

    private String outcome() {
        return events.stream(WayForwardDecided.class).map(WayForwardDecided::outcome).reduce((first, last) -> last).orElseThrow();
    }

    @Test
    void who_left_meanwhile_is_not_waited_for() {
        UUID review = consolidated();
        discuss(review);
        jdbc.sql("update member set present = null where partnership = ? and organisation = 'Goi'").param(id.value()).update();
        Stream.of(FAO, CICR, NGO, FFS).forEach(one -> ways.decide(review, one, vote(WayForward.CONTINUE), "somebody"));
        assertThat(ways.awaitedVoters(review)).isEmpty();
        assertThat(ways.tallyVotes(review)).isTrue();
    }

    @Test
    void what_is_not_there_is_not_found() {
        assertThatThrownBy(() -> service.card(UUID.randomUUID())).isInstanceOf(NotFound.class);
    }

    // Helpers

    private void answers(UUID review, OrganisationId partner, int rating) {
        ratings.rate(review, partner, rated(rating, 2));
        ratings.recordImpact(review, partner, impact(partner.code(), 3), Reach.OWN, "somebody");
    }

    private UUID consolidated() {
        UUID review = service.open(id, null);
        FIVE.forEach(one -> answers(review, one, 4));
        ratings.consolidate(review);
        return review;
    }

    private int tallies(UUID review) {
        return jdbc.sql("select count(*) from health_tally where review = ?").param(review).query(Integer.class).single();
    }

    private void discuss(UUID review, AgreedAction... agreedActions) {
        ways.discuss(review, today(), Set.of(FAO, GOI), "We talked", List.of(agreedActions), COORDINATOR);
    }

    private AgreedAction action(String about) {
        return new AgreedAction(about, "Meet on the field", FAO, today().plusDays(30), GOI);
    }

    private void decided(UUID review, WayForward way) {
        ratings.consolidate(review);
        concluded(review, way);
    }

    private void concluded(UUID review, WayForward way) {
        if (service.card(review).discussedIn() == null) {
            discuss(review);
        }
        FIVE.forEach(one -> ways.decide(review, one, vote(way), "somebody"));
        assertThat(ways.tallyVotes(review)).isTrue();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
