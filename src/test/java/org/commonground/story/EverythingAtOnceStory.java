package org.commonground.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonground.dispute.process.DisputeStage.SAY;
import static org.commonground.dispute.process.DisputeStage.TAKE_ON;
import static org.commonground.dispute.process.DisputeStage.inDialogue;
import static org.commonground.dispute.process.DisputeStage.raises;
import static org.commonground.dispute.process.DisputeStage.says;
import static org.commonground.stage.Stage.with;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.commonground.agreement.AgreedTerms;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Role;
import org.commonground.matter.MatterCard;
import org.commonground.matter.MatterService;
import org.commonground.partnership.PartnershipService;
import org.commonground.partnership.Phase;
import org.commonground.review.ReviewCard;
import org.commonground.review.ReviewService;
import org.commonground.review.WayForward;
import org.commonground.stage.Actor;
import org.commonground.stage.Cast;
import org.commonground.stage.ProcessTest;
import org.commonground.stage.Stage;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * In the middle of a review one of five partners gives notice, another proposes who could join, two quarrel and one changes the title. Each
 * of it goes its own way to its end, while a second partnership of the same five goes on as it was; after three years both are closed.
 */
@ProcessTest
class EverythingAtOnceStory {

    private static final List<String> FIVE = List.of("Ngo", "Goi", "Fao", "Eu", "Ffs");
    private static final List<String> AFTERWARDS = List.of("Ngo", "Goi", "Eu", "Ffs", "Cicr");
    private static final String RATE = "Rate partnership";
    private static final String WORDS = "The seed came too late";

    @Autowired
    private Stage stage;
    @Autowired
    private PartnershipService partnerships;
    @Autowired
    private MatterService matters;
    @Autowired
    private ReviewService reviews;
    @Autowired
    private AgreedTerms agreed;
    @Autowired
    private Clock clock;

    private Cast cast;
    private Course course;
    private Actor coordinator;
    private String cotton;
    private PartnershipId id;

    @Test
    void five_matters_go_their_ways_over_three_years() {
        cast = stage.cast().fao().withMandates();
        course = new Course(cast);
        coordinator = cast.coordinator();
        cotton = course.worksTogether("Cotton with everything at once", FIVE, "Ngo", "Eu", today());
        id = new PartnershipId(cotton);
        String rice = course.worksTogether("Rice beside it", FIVE, "Ngo", "Eu", today());
        List<List<String>> before = seen(rice);

        stage.fires("Review due", cotton);
        raised("Fao", "withdrawal");
        raised("Goi", "accession");
        raised("Ngo", "amendment");
        raises(cast.actor("Ffs"), cotton, cast, WORDS, "Goi");
        assertThat(matters.open(id)).hasSize(4);
        assertThat(cast.actor("Goi").sees(cotton)).as("all at once").contains(RATE, SAY);
        assertThat(cast.actor("Fao").sees(cotton)).contains(RATE, "Give notice");

        // Each takes a step in turn.
        cast.actor("Ngo").completes("Propose changes", cotton, with("outcome", "propose", "version", 1, "subjects", List.of("name"),
                "concerned", List.of(), "nameWording", "Cotton with everything in its place"));
        cast.actor("Fao").completes("Give notice", cotton, with("outcome", "leave", "effective",
                today().plusMonths(4).toString(), "why", "Our programme ends."));
        Stream.of("Ffs", "Goi").forEach(one -> cast.actor(one).completes(SAY, cotton, inDialogue("moveOn", null, WORDS)));
        course.findsNewcomers(cotton, Map.of("Cicr", Role.EXPERT));
        coordinator.completes(TAKE_ON, cotton, with());
        course.review(cotton, FIVE, "continue", today());
        FIVE.stream().map(cast::actor).filter(one -> one.sees(cotton).contains("Read amendment"))
                .forEach(one -> one.completes("Read amendment", cotton, with("answer", "read")));
        course.isReleased(cotton);
        course.consent(cotton, FIVE);
        Stream.of("Ffs", "Goi").forEach(one -> cast.actor(one).completes(SAY, cotton, says("settled", "settled", WORDS)));
        assertThat(partnerships.card(id).title()).isEqualTo("Cotton with everything in its place");
        coordinator.completes("Connect newcomer", cotton, with("links", List.of()));
        course.isReleased(cotton);
        course.sign(cotton, List.of("Cicr"));
        assertThat(matters.open(id)).as("only the notice runs").extracting(one -> one.kind().key()).containsExactly("withdrawal");

        stage.fires("Last day come", cotton);
        assertThat(partnerships.partners(id)).containsExactlyInAnyOrderElementsOf(AFTERWARDS.stream().map(cast::id).toList());
        assertThat(cast.actor("Fao").sees(cotton)).isEmpty();
        assertThat(matters.open(id)).isEmpty();
        assertThat(matters.all(id)).extracting(MatterCard::outcome).hasSize(4).doesNotContainNull();
        assertThat(agreed.inForce(id).terms()).as("what nobody touched").usingRecursiveComparison()
                .ignoringFields("contributions", "aims").isEqualTo(agreed.asOf(id, 1).terms());
        assertThat(reviews.reviews(id)).extracting(ReviewCard::way).containsExactly(WayForward.CONTINUE);

        // The second year is reviewed by those who are there; the other partnership has noticed nothing of all this.
        stage.fires("Review due", cotton);
        course.review(cotton, AFTERWARDS, "continue", today());
        assertThat(seen(rice)).isEqualTo(before);
        assertThat(partnerships.memberIds(new PartnershipId(rice))).hasSize(5);
        assertThat(matters.all(new PartnershipId(rice))).isEmpty();

        for (String number : List.of(cotton, rice)) {
            stage.fires("Term ended", number);
            closes(number, number.equals(cotton) ? AFTERWARDS : FIVE);
            assertThat(partnerships.card(new PartnershipId(number)).phase()).isEqualTo(Phase.ENDED);
            stage.assertThat(number).isEnded();
        }
    }

    private void raised(String code, String kind) {
        cast.actor(code).starts("matter", with());
        cast.actor(code).completes("Describe matter", null, Answers.matter(kind, cotton, "It is time."));
    }

    private void closes(String number, List<String> partners) {
        coordinator.completes("Choose trajectory", number, Answers.trajectory("handedOver", "The state carries the schools on."));
        partners.stream().map(cast::actor).forEach(partner -> partner.completes("Reconcile contributions", number,
                Answers.reconciled(partner.opens("Reconcile contributions", number), true)));
        partners.forEach(code -> cast.actor(code).completes("Share lessons", number, Answers.lessons(code)));
        coordinator.completes("Review jointly", number, Answers.jointReview(today(), cast.code("Ngo"), cast.code("Goi")));
        coordinator.completes("Hand over", number, Answers.handOver(today(), cast.code("Goi")));
        coordinator.completes("Check closing list", number, Answers.closingList(coordinator.opens("Check closing list", number), false));
    }

    private List<List<String>> seen(String number) {
        return FIVE.stream().map(code -> cast.actor(code).sees(number)).toList();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
