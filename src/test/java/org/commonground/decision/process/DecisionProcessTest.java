package org.commonground.decision.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonground.foundation.Role.EXPERT;
import static org.commonground.story.Answers.vote;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.commonground.decision.DecisionService;
import org.commonground.foundation.Level;
import org.commonground.matter.MatterCard;
import org.commonground.partnership.CourseOfWork;
import org.commonground.partnership.SeatIn;
import org.commonground.partnership.Standing;
import org.commonground.stage.Actor;
import org.commonground.stage.ProcessTest;
import org.commonground.stage.Stage;
import org.commonground.stage.ThreeAtWork;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Three partners decide on a pause that one of them proposes: what happens to whoever is late, and to what time has overtaken. */
@ProcessTest
class DecisionProcessTest extends ThreeAtWork {

    private static final String DECIDE = "Decide on proposal";

    @Autowired
    private DecisionService decisions;
    @Autowired
    private CourseOfWork work;

    private UUID matter;

    @BeforeEach
    void a_pause_is_proposed() {
        matter = raises(farmers, "suspension", "The floods have taken the fields.");
    }

    @Test
    void a_voice_after_the_time_is_told_so_and_the_count_stands() {
        Stream.of(ngo, farmers).forEach(partner -> partner.completes(DECIDE, key, vote("for", "")));
        Runnable late = fao.submission(DECIDE, key, vote("against", "The season is short."));
        stage.fires("Time to decide over", key);
        assertThat(Stage.told(late)).hasValueSatisfying(sentence -> assertThat(sentence).startsWith("This step is over"));
        assertThat(decisions.result(matter)).hasValueSatisfying(count -> assertThat(count.inWords())
                .isEqualTo("2 of 3 partners for it, 1 silent. By consensus it is accepted."));
        assertThat(work.of(id).suspended()).isTrue();
    }

    @Test
    void an_organisation_has_one_voice_and_the_colleague_who_comes_second_is_told_so() {
        Actor colleague = cast.colleague("Fao", EXPERT);
        Runnable yes = fao.submission(DECIDE, key, vote("for", ""));
        Runnable no = colleague.submission(DECIDE, key, vote("against", "The season is short."));
        assertThat(stage.atOneMoment(List.of(yes, no))).singleElement().asString().matches(Stage.TOO_LATE);
        Stream.of(ngo, farmers).forEach(partner -> partner.completes(DECIDE, key, vote("for", "")));
        assertThat(decisions.result(matter)).hasValueSatisfying(count -> assertThat(count.silent()).isZero());
    }

    @Test
    void who_leaves_meanwhile_is_not_waited_for() {
        Stream.of(ngo, farmers).forEach(partner -> partner.completes(DECIDE, key, vote("for", "")));
        assertThat(fao.sees(key)).containsExactly(DECIDE);
        partnerships.leave(id, cast.id("Fao"), "No staff this year", fao.user());
        stage.machineWorks();
        assertThat(fao.sees(key)).isEmpty();
        assertThat(decisions.result(matter)).hasValueSatisfying(count -> assertThat(count.inWords())
                .isEqualTo("2 of 2 partners for it. By consensus it is accepted."));
        assertThat(work.of(id).suspended()).isTrue();
    }

    @Test
    void only_the_step_of_who_leaves_goes_and_the_others_decide() {
        partnerships.leave(id, cast.id("Fao"), "No staff this year", fao.user());
        stage.machineWorks();
        assertThat(fao.sees(key)).isEmpty();
        assertThat(ngo.sees(key)).containsExactly(DECIDE);
        Stream.of(ngo, farmers).forEach(partner -> partner.completes(DECIDE, key, vote("for", "")));
        assertThat(decisions.result(matter)).hasValueSatisfying(count -> assertThat(count.partners()).isEqualTo(2));
    }

    @Test
    void who_joins_meanwhile_decides_on_what_is_raised_from_then_on() {
        Stream.of(ngo, farmers).forEach(partner -> partner.completes(DECIDE, key, vote("for", "")));
        cast.organisation("Una", "University", Level.LOCAL, "Guntur", EXPERT);
        partnerships.admit(id, cast.id("Una"), Standing.PARTNER, List.of(new SeatIn(EXPERT, Level.LOCAL, null, null)));
        Actor una = cast.actor("Una");
        assertThat(una.sees(key)).isEmpty();
        fao.completes(DECIDE, key, vote("for", ""));
        assertThat(decisions.result(matter)).hasValueSatisfying(count -> assertThat(count.inWords()).startsWith("3 of 3 partners for it"));
        UUID later = raises(ngo, "closure", "The season is short.");
        assertThat(una.sees(key)).containsExactly(DECIDE);
        una.completes(DECIDE, key, vote("against", "We have just come."));
        Stream.of(fao, ngo, farmers).forEach(partner -> partner.completes(DECIDE, key, vote("abstain", "")));
        assertThat(decisions.result(later)).hasValueSatisfying(count -> assertThat(count.inWords()).startsWith("0 of 4 partners for it"));
    }

    @Test
    void what_is_accepted_when_the_term_is_over_is_not_carried_out_and_the_matter_says_so() {
        Stream.of(fao, ngo).forEach(partner -> partner.completes(DECIDE, key, vote("for", "")));
        stage.passes(Duration.ofDays(365 * 3 + 2));
        farmers.completes(DECIDE, key, vote("for", ""));
        assertThat(work.of(id).suspended()).isFalse();
        assertThat(matters.all(id)).extracting(MatterCard::outcome).singleElement().asString()
                .contains("3 of 3 partners for it", "Nothing was done: The term of " + key + " ended on");
    }
}
