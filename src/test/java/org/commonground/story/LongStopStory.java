package org.commonground.story;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.commonground.agreement.PlannedDate;
import org.commonground.engine.MovableClock;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Role;
import org.commonground.partnership.PartnershipService;
import org.commonground.partnership.Phase;
import org.commonground.period.Period;
import org.commonground.period.PeriodService;
import org.commonground.reporting.ReportService;
import org.commonground.review.ReviewCard;
import org.commonground.review.ReviewService;
import org.commonground.stage.Actor;
import org.commonground.stage.Cast;
import org.commonground.stage.ProcessTest;
import org.commonground.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonground.stage.Stage.with;

/**
 * The machine stands still for years and comes back: what was missed is made up for once, is called late, and nobody is buried in tasks.
 */
@ProcessTest
class LongStopStory {

    private static final List<String> TWO = List.of("Ngo", "Ffs");
    private static final Duration YEAR = Duration.ofDays(365);

    @Autowired
    private Stage stage;
    @Autowired
    private MovableClock clock;
    @Autowired
    private PartnershipService partnerships;
    @Autowired
    private PeriodService periods;
    @Autowired
    private ReportService reports;
    @Autowired
    private ReviewService reviews;

    private Cast cast;
    private Course course;
    private Actor coordinator;
    private String cotton;
    private String rice;

    @BeforeEach
    void two_partnerships_are_at_work_for_three_years_with_a_review_in_each() {
        cast = stage.cast().fao().withMandates();
        coordinator = cast.coordinator();
        course = new Course(cast);
        cotton = atWork("Cotton through a long night");
        rice = atWork("Rice through a long night");
    }

    @Test
    void missed_reviews_are_held_once_and_late_in_each_partnership() {
        stage.passes(YEAR.multipliedBy(2).plusDays(40));
        stage.catchesUp(cotton, rice);

        for (String number : List.of(cotton, rice)) {
            ReviewCard review = one(number);
            assertThat(review.dates()).extracting(PlannedDate::nr).as("dates that it stands for").containsExactly(1, 2);
            assertThat(review.dates()).allMatch(PlannedDate::late);
            TWO.forEach(code -> assertThat(cast.actor(code).sees(number)).containsOnlyOnce("Rate partnership"));
            assertThat(periods.periods(id(number))).as("one period covers the others").hasSizeLessThanOrEqualTo(2);
        }
        assertThat(cast.actor("Ffs").opens("Rate partnership", cotton).toString()).contains("held late");

        course.review(cotton, TWO, "continue", today());
        assertThat(one(cotton).way()).isNotNull();
        assertThat(one(rice).way()).as("the other one waits for its own partners").isNull();
        stage.catchesUp(cotton, rice);
        assertThat(reviews.reviews(id(cotton))).as("the next one has its own date").hasSize(1);

        stage.fires("Review due", cotton);
        ReviewCard next = reviews.reviews(id(cotton)).get(1);
        assertThat(next.dates()).singleElement().satisfies(date -> {
            assertThat(date.nr()).isEqualTo(3);
            assertThat(date.late()).isFalse();
        });
    }

    @Test
    void a_stop_over_the_end_of_the_term_leads_to_the_closure_and_to_nothing_else() {
        stage.passes(YEAR.multipliedBy(5));
        stage.catchesUp(cotton, rice);

        for (String number : List.of(cotton, rice)) {
            assertThat(partnerships.card(id(number)).phase()).isEqualTo(Phase.CLOSING);
            assertThat(coordinator.sees(number)).containsExactly("Choose trajectory");
            TWO.forEach(code -> assertThat(cast.actor(code).sees(number)).as("but for what its secretariat is asked")
                    .isSubsetOf("Choose trajectory"));
            assertThat(reviews.reviews(id(number))).as("what was not held is not said to have been held")
                    .allSatisfy(review -> assertThat(review.brokenOffAt()).isNotNull());
        }
    }

    @Test
    void the_last_period_is_reported_while_the_partners_still_work_together() {
        coordinator.completes("Settle plans", cotton, with("settlement", "All wait for the rain."));
        stage.passes(Duration.between(clock.instant(), today().plusMonths(36).minusDays(30).atTime(9, 0).toInstant(ZoneOffset.UTC)));
        stage.catchesUp(cotton);
        Actor ngo = cast.actor("Ngo");
        ngo.completes("Report progress", cotton, Answers.report(1, "9", "onTheWay", 4));
        new Course(cast).sayTheirParts(cotton, TWO);
        ngo.completes("Plan period", cotton, Answers.plan("Forty field schools", "*", today(), today().plusDays(9), 1));
        stage.passes(Duration.ofDays(20));
        stage.catchesUp(cotton);

        assertThat(partnerships.card(id(cotton)).phase()).isEqualTo(Phase.IN_FORCE);
        ngo.completes("Report progress", cotton, Answers.report(1, "6", "reached", 4));
        new Course(cast).sayTheirParts(cotton, TWO);
        assertThat(periods.periods(id(cotton))).extracting(Period::isOpen).containsExactly(false, false);
        assertThat(reports.progress(id(cotton)).get(0).isReached()).isTrue();
        stage.fires("Term ended", cotton);
        assertThat(coordinator.sees(cotton)).containsExactly("Choose trajectory");
    }

    private String atWork(String title) {
        Map<String, Role> roles = new LinkedHashMap<>();
        roles.put("Ngo", Role.IMPLEMENTER);
        roles.put("Ffs", Role.PARTICIPANT);
        String number = course.choosesPartners(title, roles);
        course.reachesAgreement(number, TWO);
        coordinator.completes("Orient partners", number, Answers.orientation(today(), cast.code("Ngo"), cast.code("Ffs")));
        coordinator.completes("Set up secretariat", number, Answers.secretariat(cast, "Ngo", "Ffs"));
        course.commits(number, "Ngo", "Commit activities");
        course.commits(number, "Ffs", "Commit participation");
        cast.actor("Ngo").completes("Plan period", number, with("items", List.of(), "remark", "The schools go on as they are."));
        return number;
    }

    private ReviewCard one(String number) {
        assertThat(reviews.reviews(id(number))).as("one review, not one for each missed date").hasSize(1);
        return reviews.reviews(id(number)).get(0);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static PartnershipId id(String number) {
        return new PartnershipId(number);
    }
}
