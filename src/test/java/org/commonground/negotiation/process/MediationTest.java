package org.commonground.negotiation.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.Map;

import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.commonground.negotiation.process.ConsiderMediation.Shown;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The decision "mediation", asked with what its sheet shows: rounds held, contested topics, whether there was a mediation. */
class MediationTest {

    private static DmnEngine engine;
    private static DmnDecision decision;

    @BeforeAll
    static void read_the_table() throws Exception {
        engine = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
        try (InputStream table = MediationTest.class.getResourceAsStream("/processes/mediation.dmn")) {
            decision = engine.parseDecision("mediation", table);
        }
    }

    @Test
    void partners_find_new_words_by_themselves_at_first() {
        assertThat(offered(new Shown(1, 5, false))).isFalse();
        assertThat(offered(new Shown(2, 1, false))).isFalse();
    }

    @Test
    void after_three_rounds_somebody_helps() {
        assertThat(offered(new Shown(3, 1, false))).isTrue();
        assertThat(offered(new Shown(7, 16, false))).isTrue();
    }

    @Test
    void nobody_mediates_where_only_answers_are_missing() {
        assertThat(offered(new Shown(3, 0, false))).isFalse();
    }

    @Test
    void it_is_offered_once() {
        assertThat(offered(new Shown(4, 1, true))).isFalse();
    }

    @Test
    void whatever_nobody_thought_of_is_left_to_the_partners() {
        assertThat(offered(new Shown(0, 3, false))).isFalse();
    }

    private static boolean offered(Shown shown) {
        return engine.evaluateDecisionTable(decision, Map.of("round", shown.round(), "contestedTopics", shown.contestedTopics(),
                "mediationHeld", shown.mediationHeld())).getSingleResult().getEntry("offered");
    }
}
