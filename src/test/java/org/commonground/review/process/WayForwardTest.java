package org.commonground.review.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.commonground.review.Signals;
import org.commonground.review.WayForward;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The decision "way forward", asked with what its sheet shows: each row, and the row nobody thought of. */
class WayForwardTest {

    private static DmnEngine engine;
    private static DmnDecision decision;

    @BeforeAll
    static void read_the_table() throws Exception {
        engine = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
        try (InputStream table = WayForwardTest.class.getResourceAsStream("/processes/way-forward.dmn")) {
            decision = engine.parseDecision("way-forward", table);
        }
    }

    @Test
    void who_hardly_trusts_renegotiates_first() {
        assertThat(ways(new Signals(true, 1, false, 2.0, 1, 0, false))).containsExactly(WayForward.RENEGOTIATE, WayForward.CORRECT);
    }

    @Test
    void who_sees_a_question_in_opposite_ways_renegotiates() {
        assertThat(ways(new Signals(true, 0, false, 4.0, 3, 0, false))).containsExactly(WayForward.RENEGOTIATE);
    }

    @Test
    void what_is_red_for_the_second_time_running_may_rest_or_close() {
        assertThat(ways(new Signals(true, 1, true, 4.0, 2, 0, false)))
                .containsExactly(WayForward.SUSPEND, WayForward.CLOSE, WayForward.CORRECT);
        assertThat(ways(new Signals(true, 0, true, 4.0, 1, 0, false))).as("red no more").containsExactly(WayForward.CONTINUE);
    }

    @Test
    void what_is_red_or_overdue_is_corrected() {
        assertThat(ways(new Signals(true, 2, false, 4.0, 2, 0, false))).containsExactly(WayForward.CORRECT);
        assertThat(ways(new Signals(true, 0, false, 4.0, 1, 1, false))).containsExactly(WayForward.CORRECT);
    }

    @Test
    void what_is_seen_differently_is_corrected_and_nobody_reads_that_all_see_it_alike() {
        assertThat(ways(new Signals(true, 0, false, 4.0, 2, 0, true))).containsExactly(WayForward.CORRECT);
        assertThat(ask(new Signals(true, 0, false, 4.0, 2, 0, true)).toString()).doesNotContain("alike");
    }

    @Test
    void where_all_is_well_and_an_objective_reached_scaling_up_is_offered() {
        assertThat(ways(new Signals(true, 0, false, 4.0, 1, 0, true))).containsExactly(WayForward.SCALE_UP, WayForward.CONTINUE);
        assertThat(ways(new Signals(true, 0, false, 4.0, 3, 0, true))).as("not while partners see it in opposite ways")
                .containsExactly(WayForward.RENEGOTIATE);
    }

    @Test
    void where_nothing_is_known_of_the_ratings_who_takes_part_is_the_question() {
        assertThat(ways(new Signals(false, 0, false, null, null, 0, true))).containsExactly(WayForward.MEMBERSHIP);
    }

    @Test
    void every_row_says_why() {
        assertThat(ask(new Signals(true, 1, true, 2.0, 4, 1, false))).hasSize(6)
                .allSatisfy(row -> assertThat((String) row.get("reason")).endsWith("."));
    }

    private static List<WayForward> ways(Signals signals) {
        return ask(signals).stream().map(row -> WayForward.of((String) row.get("way"))).toList();
    }

    private static List<Map<String, Object>> ask(Signals signals) {
        Map<String, Object> inputs = new HashMap<>();
        for (RecordComponent component : Signals.class.getRecordComponents()) {
            try {
                inputs.put(component.getName(), component.getAccessor().invoke(signals));
            } catch (ReflectiveOperationException exception) {
                throw new IllegalStateException(exception);
            }
        }
        return engine.evaluateDecisionTable(decision, inputs).getResultList();
    }
}
