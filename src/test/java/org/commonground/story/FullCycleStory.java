package org.commonground.story;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.commonground.document.Documents;
import org.commonground.engine.MovableClock;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Role;
import org.commonground.partnership.PartnershipService;
import org.commonground.partnership.Phase;
import org.commonground.review.ReviewService;
import org.commonground.review.WayForward;
import org.commonground.stage.Actor;
import org.commonground.stage.Cast;
import org.commonground.stage.ProcessTest;
import org.commonground.stage.Stage;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonground.stage.Stage.with;

/**
 * The whole cycle: five partners, from the proposal through three years of work, two planned reviews and one that was called, a
 * suspension and the end of the term to the closure, and half a year later. A second partnership stands still beside it.
 */
@ProcessTest
class FullCycleStory {

    private static final List<String> FIVE = List.of("Fao", "Goi", "Eu", "Ngo", "Ffs");

    @Autowired
    private Stage stage;
    @Autowired
    private MovableClock clock;
    @Autowired
    private PartnershipService partnerships;
    @Autowired
    private ReviewService reviews;
    @Autowired
    private Documents documents;

    private Cast cast;
    private Course course;
    private Actor coordinator;
    private String cotton;

    @Test
    void five_partners_work_for_three_years_look_at_themselves_and_part_well() {
        cast = stage.cast().fao().withMandates();
        coordinator = cast.coordinator();
        course = new Course(cast);
        Map<String, Role> roles = new LinkedHashMap<>();
        roles.put("Fao", Role.EXPERT);
        roles.put("Goi", Role.DECISION_MAKER);
        roles.put("Eu", Role.RESOURCE_PROVIDER);
        roles.put("Ngo", Role.IMPLEMENTER);
        roles.put("Ffs", Role.PARTICIPANT);
        cotton = course.choosesPartners("Cotton from first to last", roles);
        String rice = course.choosesPartners("Rice that stands still", roles);
        course.reachesAgreement(cotton, FIVE);
        course.reachesAgreement(rice, FIVE);
        assertThat(phase(cotton)).isEqualTo(Phase.IN_FORCE);
        assertThat(coordinator.sees(rice)).containsExactly("Orient partners");

        // The first year: all know what they bring, one period is planned and reported, and the first review goes well.
        workBegins();
        plans();
        // While money was not yet committed somebody looked for it every day.
        for (int day = 0; day < 2 && !cast.actor("Ngo").sees(cotton).contains("Confirm instalment"); day++) {
            stage.fires("Instalment due", cotton);
        }
        cast.actor("Ngo").completes("Confirm instalment", cotton,
                with("came", "yes", "receivedOn", today().toString(), "received", 100_000, "note", ""));
        stage.fires("Period ended", cotton);
        reports("9", "onTheWay");
        stage.fires("Review due", cotton);
        review("continue", WayForward.CONTINUE);

        // The second year: floods. The work pauses and is taken up again; the review is held all the same.
        raises("Ngo", "suspension", "The floods have taken the fields.");
        decide("for");
        assertThat(FIVE).allSatisfy(code -> assertThat(cast.actor(code).sees(cotton)).as("the work pauses").isEmpty());
        stage.passes(java.time.Duration.ofDays(60));
        raises("Fao", "resumption", "The water is gone.");
        decide("for");
        stage.fires("Review due", cotton);
        review("continue", WayForward.CONTINUE);

        // The third year: a partner calls a review of its own.
        raises("Ffs", "review", "Meetings are held in the sowing season.");
        review("correct", WayForward.CORRECT);
        assertThat(reviews.reviews(id(cotton))).hasSize(3);

        // The term is over: the partners reckon, hand over and close.
        stage.fires("Term ended", cotton);
        assertThat(phase(cotton)).isEqualTo(Phase.CLOSING);
        closes();
        assertThat(phase(cotton)).isEqualTo(Phase.ENDED);
        assertThat(documents.of(id(cotton))).extracting(document -> document.name()).hasSizeGreaterThanOrEqualTo(5);

        // Half a year later somebody asks what became of it.
        stage.fires("Six months over", cotton);
        coordinator.completes("Follow up", cotton, Answers.followUp(true, "The schools run in forty villages, without us."));
        stage.assertThat(cotton).isEnded();

        // The other partnership did not notice.
        assertThat(phase(rice)).isEqualTo(Phase.IN_FORCE);
        assertThat(coordinator.sees(rice)).containsExactly("Orient partners");
        assertThat(reviews.reviews(id(rice))).isEmpty();
    }

    private void workBegins() {
        coordinator.completes("Orient partners", cotton,
                Answers.orientation(today(), FIVE.stream().map(cast::code).toArray(String[]::new)));
        coordinator.completes("Set up secretariat", cotton, Answers.secretariat(cast, "Fao", "Eu"));
        course.commits(cotton, "Goi", "Commit policy decisions");
        course.commits(cotton, "Fao", "Commit expertise");
        course.commits(cotton, "Ngo", "Commit activities");
        course.commits(cotton, "Ffs", "Commit participation");
        Map<String, Object> funds = Answers.asAgreed("Commit funds", cast.actor("Eu").opens("Commit funds", cotton));
        funds.put("instalments", List.of(with("due", today().plusDays(40).toString(), "amount", 100_000,
                "receiver", cast.code("Ngo"))));
        cast.actor("Eu").completes("Commit funds", cotton, funds);
    }

    private void plans() {
        cast.actor("Ngo").completes("Plan period", cotton, Answers.plan("Forty field schools", "*", today(), today().plusDays(20), 1));
        if (coordinator.sees(cotton).contains("Settle plans")) {
            coordinator.completes("Settle plans", cotton, with("settlement", "The others follow in the next period."));
        }
    }

    private void reports(String measured, String standing) {
        cast.actor("Ngo").completes("Report progress", cotton, Answers.report(1, measured, standing, 4));
        stage.fires("Reports overdue", cotton);
    }

    private void review(String way, WayForward decided) {
        course.review(cotton, FIVE, way, today());
        var held = reviews.reviews(id(cotton));
        assertThat(held.get(held.size() - 1).way()).isEqualTo(decided);
    }

    private void raises(String code, String kind, String why) {
        cast.actor(code).starts("matter", with());
        cast.actor(code).completes("Describe matter", null, Answers.matter(kind, cotton, why));
    }

    private void decide(String voice) {
        FIVE.forEach(code -> cast.actor(code).completes("Decide on proposal", cotton, Answers.vote(voice, "")));
    }

    private void closes() {
        coordinator.completes("Choose trajectory", cotton,
                Answers.trajectory("handedOver", "The state department carries the schools on."));
        for (String code : FIVE) {
            Actor partner = cast.actor(code);
            partner.completes("Reconcile contributions", cotton,
                    Answers.reconciled(partner.opens("Reconcile contributions", cotton), true));
        }
        FIVE.forEach(code -> cast.actor(code).completes("Share lessons", cotton, Answers.lessons(code)));
        coordinator.completes("Review jointly", cotton, Answers.jointReview(today(), FIVE.stream().map(cast::code).toArray(String[]::new)));
        coordinator.completes("Hand over", cotton, Answers.handOver(today(), cast.code("Goi")));
        coordinator.completes("Check closing list", cotton, Answers.closingList(coordinator.opens("Check closing list", cotton), true));
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
