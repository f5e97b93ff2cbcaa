package org.commonground.story;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.commonground.engine.MovableClock;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Role;
import org.commonground.partnership.CourseOfWork;
import org.commonground.partnership.PartnershipService;
import org.commonground.partnership.Phase;
import org.commonground.stage.Actor;
import org.commonground.stage.Cast;
import org.commonground.stage.ProcessTest;
import org.commonground.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonground.stage.Stage.with;

/** The ways out of the joint work besides the end of its term: a review decides, the partners decide, the work is done. */
@ProcessTest
class WaysOutStory {

    private static final List<String> TWO = List.of("Ngo", "Ffs");

    @Autowired
    private Stage stage;
    @Autowired
    private MovableClock clock;
    @Autowired
    private PartnershipService partnerships;
    @Autowired
    private CourseOfWork work;

    private Cast cast;
    private Course course;
    private Actor coordinator;
    private String number;

    @BeforeEach
    void two_partners_are_at_work() {
        cast = stage.cast().fao().withMandates();
        coordinator = cast.coordinator();
        Map<String, Role> roles = new LinkedHashMap<>();
        roles.put("Ngo", Role.IMPLEMENTER);
        roles.put("Ffs", Role.PARTICIPANT);
        course = new Course(cast);
        number = course.choosesPartners("Two and their ways", roles);
        course.reachesAgreement(number, TWO);
    }

    @Test
    void a_review_pauses_the_work_and_the_next_one_closes_it() {
        stage.fires("Review due", number);
        course.review(number, TWO, "suspend", today());
        assertThat(work.of(id()).suspended()).isTrue();
        assertThat(coordinator.sees(number)).as("the work pauses").isEmpty();

        cast.actor("Ffs").starts("matter", with());
        cast.actor("Ffs").completes("Describe matter", null, Answers.matter("resumption", number, "The rain is over."));
        TWO.forEach(code -> cast.actor(code).completes("Decide on proposal", number, Answers.vote("for", "")));
        assertThat(coordinator.sees(number)).containsExactly("Orient partners");

        stage.fires("Review due", number);
        course.review(number, TWO, "close", today());
        assertThat(partnerships.card(id()).phase()).isEqualTo(Phase.CLOSING);
        assertThat(coordinator.sees(number)).containsExactly("Choose trajectory");
    }

    @Test
    void a_pause_that_the_work_has_not_heard_of_yet_does_not_stand_before_the_end() {
        stage.fires("Review due", number);
        work.suspend(id(), "The money is late.");
        course.review(number, TWO, "close", today());
        assertThat(partnerships.card(id()).phase()).isEqualTo(Phase.CLOSING);
    }

    @Test
    void when_all_is_delivered_the_partners_wait_for_the_end_of_the_term() {
        coordinator.completes("Orient partners", number, Answers.orientation(today(), cast.code("Ngo"), cast.code("Ffs")));
        if (coordinator.sees(number).contains("Set up secretariat")) {
            coordinator.completes("Set up secretariat", number, Answers.secretariat(cast, "Ngo", "Ffs"));
        }
        course.commits(number, "Ngo", "Commit activities");
        course.commits(number, "Ffs", "Commit participation");
        // Twelve quarters: the last one is reported before the term ends.
        Actor ngo = cast.actor("Ngo");
        for (int period = 0; period < 12 && ngo.sees(number).contains("Plan period"); period++) {
            ngo.completes("Plan period", number, with("items", List.of(), "remark", "The schools go on as they are."));
            if (coordinator.sees(number).contains("Settle plans")) {
                coordinator.completes("Settle plans", number, with("settlement", "It is enough."));
            }
            stage.fires("Period ended", number);
            ngo.completes("Report progress", number, Answers.report(1, "5", "reached", 4));
            stage.fires("Reports overdue", number);
        }
        stage.assertThat(number).hasPassed("All delivered").hasNoIncident();
        assertThat(partnerships.card(id()).phase()).isEqualTo(Phase.IN_FORCE);
        stage.fires("Term ended", number);
        assertThat(partnerships.card(id()).phase()).isEqualTo(Phase.CLOSING);
    }

    @Test
    void the_partners_may_agree_to_close_before_the_term() {
        cast.actor("Ngo").starts("matter", with());
        cast.actor("Ngo").completes("Describe matter", null, Answers.matter("closure", number, "Another programme does all of this now."));
        TWO.forEach(code -> cast.actor(code).completes("Decide on proposal", number, Answers.vote("for", "")));
        assertThat(partnerships.card(id()).phase()).isEqualTo(Phase.CLOSING);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private PartnershipId id() {
        return new PartnershipId(number);
    }
}
