package org.commonground.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonground.stage.Stage.with;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.commonground.engine.MovableClock;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Role;
import org.commonground.matter.MatterCard;
import org.commonground.matter.MatterService;
import org.commonground.partnership.PartnershipService;
import org.commonground.partnership.Phase;
import org.commonground.stage.Actor;
import org.commonground.stage.Cast;
import org.commonground.stage.ProcessTest;
import org.commonground.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The alumni federation does not answer any more. In one partnership of three the other two release it and go on; in another one of two the
 * NGO releases it alone, and closes.
 */
@ProcessTest
class ReleasedForSilenceStory {

    private static final String NAME = "Name partner to release";
    private static final String VOTE = "Decide on proposal";
    private static final String SETTLE = "Settle what is left";

    @Autowired
    private Stage stage;
    @Autowired
    private MovableClock clock;
    @Autowired
    private PartnershipService partnerships;
    @Autowired
    private MatterService matters;

    private Cast cast;
    private Course course;
    private Actor coordinator;
    private Actor ngo;
    private Actor eu;
    private Actor farmers;
    private String three;
    private String two;

    @BeforeEach
    void two_partnerships_in_which_one_has_not_answered_for_two_periods() {
        cast = stage.cast().fao().withMandates();
        course = new Course(cast);
        coordinator = cast.coordinator();
        ngo = cast.actor("Ngo");
        eu = cast.actor("Eu");
        farmers = cast.actor("Ffs");
        three = atWork("Cotton of three", "Ngo", "Ffs", "Eu");
        two = atWork("Cotton of two", "Ngo", "Ffs");
        Map<String, Object> funds = Answers.asAgreed("Commit funds", eu.opens("Commit funds", three));
        funds.put("instalments", List.of(with("due", today().plusDays(40).toString(), "amount", 100_000, "receiver", cast.code("Ffs"))));
        eu.completes("Commit funds", three, funds);
        List.of(three, two).forEach(number -> {
            period(number);
            period(number);
        });
    }

    private String atWork(String title, String... codes) {
        Map<String, Role> roles = new LinkedHashMap<>();
        roles.put("Ngo", Role.IMPLEMENTER);
        roles.put("Ffs", Role.PARTICIPANT);
        if (codes.length > 2) {
            roles.put("Eu", Role.RESOURCE_PROVIDER);
        }
        String number = course.choosesPartners(title, roles);
        course.reachesAgreement(number, List.of(codes));
        coordinator.completes("Orient partners", number, Answers.orientation(today(), cast.code("Ngo")));
        if (coordinator.sees(number).contains("Set up secretariat")) {
            coordinator.completes("Set up secretariat", number, Answers.secretariat(cast, "Ffs", "Ngo"));
        }
        course.commits(number, "Ngo", "Commit activities");
        return number;
    }

    /** The NGO plans and reports; the others are asked for nothing that comes in time. */
    private void period(String number) {
        ngo.completes("Plan period", number, with("items", List.of(), "remark", "The schools go on as they are."));
        if (coordinator.sees(number).contains("Settle plans")) {
            coordinator.completes("Settle plans", number, with("settlement", "It is enough."));
        }
        stage.fires("Period ended", number);
        ngo.completes("Report progress", number, Answers.report(1, "5", "reached", 4));
        stage.fires("Reports overdue", number);
    }

    @Test
    void of_three_the_other_two_release_it_and_go_on() {
        raises();
        assertThat(ngo.opens(NAME, three).get("known").toString()).contains("It can be called silent.");
        assertThat(ngo.isRefused(NAME, three, with("partner", cast.code("Eu"), "ground", "silence"))).contains(cast.name("Eu"));
        ngo.completes(NAME, three, with("partner", cast.code("Ffs"), "ground", "silence"));
        assertThat(farmers.sees(three)).contains("Answer letter");
        stage.fires("Letter unanswered", three);
        List.of(ngo, eu).forEach(one -> one.completes(VOTE, three, Answers.vote("for", "")));
        assertThat(farmers.sees(three)).doesNotContain(VOTE);
        settles(ngo);
        settles(eu);
        assertThat(partnerships.memberIds(id(three))).containsExactlyInAnyOrder(cast.id("Ngo"), cast.id("Eu"));
        assertThat(farmers.sees(three)).isEmpty();
        assertThat(outcome(three)).startsWith(cast.name("Ffs") + " was released on ");
        assertThat(partnerships.card(id(three)).phase()).isEqualTo(Phase.IN_FORCE);
        assertThat(ngo.sees(three)).as("the work goes on").contains("Plan period");
        assertThat(partnerships.memberIds(id(two))).as("nothing happens beside it").hasSize(2);
        stage.assertThat(three).hasNoIncident();
    }

    @Test
    void of_two_the_other_one_releases_it_alone_and_closes() {
        ngo.starts("matter", with());
        ngo.completes("Describe matter", null, Answers.matter("release", two, "We have heard nothing for two periods."));
        ngo.completes(NAME, two, with("partner", cast.code("Ffs"), "ground", "silence"));
        stage.fires("Letter unanswered", two);
        ngo.completes(VOTE, two, Answers.vote("for", ""));
        if (ngo.sees(two).contains(SETTLE)) {
            ngo.completes(SETTLE, two, settling(ngo, two));
        }
        assertThat(partnerships.memberIds(id(two))).containsExactly(cast.id("Ngo"));
        assertThat(outcome(two)).startsWith(cast.name("Ffs") + " was released on ");
        assertThat(partnerships.card(id(two)).phase()).isEqualTo(Phase.CLOSING);
        coordinator.completes("Choose trajectory", two, Answers.trajectory("endedEarly", "One partner is left."));
        ngo.completes("Reconcile contributions", two, Answers.reconciled(ngo.opens("Reconcile contributions", two), true));
        ngo.completes("Share lessons", two, Answers.lessons("The NGO"));
        coordinator.completes("Review jointly", two, Answers.jointReview(today(), cast.code("Ngo")));
        coordinator.completes("Hand over", two, Answers.handOver(today(), cast.code("Goi")));
        coordinator.completes("Check closing list", two, Answers.closingList(coordinator.opens("Check closing list", two), false));
        assertThat(partnerships.card(id(two)).phase()).isEqualTo(Phase.ENDED);
        assertThat(partnerships.memberIds(id(three))).as("nothing happens beside it").hasSize(3);
    }

    private void raises() {
        ngo.starts("matter", with());
        ngo.completes("Describe matter", null, Answers.matter("release", three, "We have heard nothing for two periods."));
    }

    private void settles(Actor who) {
        if (who.sees(three).contains(SETTLE)) {
            who.completes(SETTLE, three, settling(who, three));
        }
    }

    private static Map<String, Object> settling(Actor who, String number) {
        return with("things", ((List<?>) who.opens(SETTLE, number).get("things")).stream()
                .map(row -> with("key", ((Map<?, ?>) row).get("key"), "answer", "release")).toList());
    }

    private String outcome(String number) {
        return matters.all(id(number)).stream().map(MatterCard::outcome).findFirst().orElseThrow();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static PartnershipId id(String number) {
        return new PartnershipId(number);
    }
}
