package org.commonground.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonground.dispute.process.DisputeStage.raises;
import static org.commonground.stage.Stage.with;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.commonground.engine.MovableClock;
import org.commonground.foundation.PartnershipId;
import org.commonground.matter.MatterCard;
import org.commonground.matter.MatterService;
import org.commonground.partnership.PartnershipService;
import org.commonground.partnership.Phase;
import org.commonground.review.ReviewCard;
import org.commonground.review.ReviewService;
import org.commonground.stage.Actor;
import org.commonground.stage.Cast;
import org.commonground.stage.ProcessTest;
import org.commonground.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Nobody answers any more. Whatever partners are asked ends by itself: before anything is signed the partnership is given up, in force
 * every vote, change, quarrel and leaving comes to its end, reviews and periods go by, and the closing is done by the coordinator alone.
 */
@ProcessTest
class SilenceEverywhereStory {

    private static final List<String> THREE = List.of("Ngo", "Ffs", "Eu");
    private static final int STEP_DAYS = 21;

    @Autowired
    private Stage stage;
    @Autowired
    private MovableClock clock;
    @Autowired
    private PartnershipService partnerships;
    @Autowired
    private MatterService matters;
    @Autowired
    private ReviewService reviews;

    private Cast cast;
    private Course course;
    private Actor coordinator;

    @BeforeEach
    void people_come() {
        cast = stage.cast().fao().withMandates();
        course = new Course(cast);
        coordinator = cast.coordinator();
    }

    @Test
    void before_the_agreement_it_is_given_up() {
        Actor ngo = cast.actor("Ngo");
        String number = course.choosesPartners("Cotton of the silent", cast.roles("Ngo", "Ffs", "Eu"));
        goBy(number, 60);
        coordinator.completes("Draft shared vision", number, Answers.sharedVision(cast.code("Ngo")));
        goBy(number, 60);
        assertThat(coordinator.opens("Draft shared vision", number).get("someSilentTwice")).isEqualTo(false);
        coordinator.completes("Draft shared vision", number, Answers.sharedVision(cast.code("Ngo")));
        goBy(number, 60);
        Map<String, Object> without = Answers.sharedVision(cast.code("Ngo"));
        without.put("without", THREE.stream().map(cast::code).toList());
        without.put("withoutReason", "Nobody has answered for half a year.");
        coordinator.completes("Draft shared vision", number, without);
        assertThat(phase(number)).isEqualTo(Phase.ENDED);
        THREE.forEach(code -> assertThat(cast.actor(code).sees(number)).isEmpty());
        assertThat(ngo.sees(number)).isEmpty();
        stage.assertThat(number).isEnded();
    }

    @Test
    void in_force_everything_that_was_raised_ends_and_so_does_the_partnership() {
        String number = course.worksTogether("Cotton of those who fell silent", THREE, "Ngo", "Eu", today());
        raised("Ngo", number, "suspension");
        raised("Eu", number, "amendment");
        raised("Ffs", number, "withdrawal");
        raised("Eu", number, "closure");
        raised("Ngo", number, "release");
        raised("Ffs", number, "review");
        raises(cast.actor("Ffs"), number, cast, "They speak English.", "Eu");
        cast.actor("Ngo").completes("Name partner to release", number, with("partner", cast.code("Eu"), "ground", "other"));
        assertThat(open(number)).as("a review that is called is held, and is no matter any more").hasSize(6);

        goBy(number, 1_110);
        assertThat(open(number)).as("everything that was raised has come to its end").isEmpty();
        assertThat(matters.all(id(number))).extracting(MatterCard::outcome).doesNotContainNull();
        assertThat(partnerships.memberIds(id(number))).as("nobody was put out, and nobody left, without a word").hasSize(3);
        assertThat(reviews.reviews(id(number))).as("each year, and the one that was called").hasSizeGreaterThanOrEqualTo(3)
                .filteredOn(review -> review.brokenOffAt() == null).extracting(ReviewCard::way).doesNotContainNull();
        assertThat(phase(number)).isEqualTo(Phase.CLOSING);
        THREE.forEach(code -> assertThat(cast.actor(code).sees(number)).as("but for what its secretariat is asked")
                .isSubsetOf("Choose trajectory"));

        coordinator.completes("Choose trajectory", number, Answers.trajectory("endedEarly", "Nobody has answered for three years."));
        goBy(number, 90);
        coordinator.completes("Review jointly", number, with("held", "no"));
        coordinator.completes("Hand over", number, with("transfers", List.of(), "nothing", "Nobody says what there is."));
        Map<String, Object> list = Answers.closingList(coordinator.opens("Check closing list", number), false);
        assertThat(coordinator.isRefused("Check closing list", number, list)).contains("these have not shared what they learned",
                "leave it open and say why");
        list.put("items", ((List<?>) list.get("items")).stream().map(item -> with("item", ((Map<?, ?>) item).get("item"), "state", "left",
                "words", "Nobody answers any more.")).toList());
        coordinator.completes("Check closing list", number, list);
        assertThat(phase(number)).isEqualTo(Phase.ENDED);
        stage.assertThat(number).hasNoIncident();
    }

    private void raised(String code, String number, String kind) {
        cast.actor(code).starts("matter", with());
        cast.actor(code).completes("Describe matter", null, Answers.matter(kind, number, "Before we fall silent."));
    }

    /** In steps of three weeks; nobody does anything. */
    private void goBy(String number, int days) {
        for (int day = 0; day < days; day += STEP_DAYS) {
            stage.passes(Duration.ofDays(STEP_DAYS));
            stage.catchesUp(number);
        }
        stage.assertThat(number).hasNoIncident();
    }

    private List<MatterCard> open(String number) {
        return matters.open(id(number));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private Phase phase(String number) {
        return partnerships.card(id(number)).phase();
    }

    private static PartnershipId id(String number) {
        return new PartnershipId(number);
    }
}
