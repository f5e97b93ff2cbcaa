package org.commonground.candidate.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.commonground.candidate.PartnerFit;
import org.commonground.candidate.process.RatePartnerFit.Shown;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The decision "partner fit", asked with what its sheet shows: mandate, role, interests, approach, motivation, expectations, capacity. */
class PartnerFitTest {

    private static DmnEngine engine;
    private static DmnDecision decision;

    @BeforeAll
    static void read_the_table() throws Exception {
        engine = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
        try (InputStream table = PartnerFitTest.class.getResourceAsStream("/processes/partner-fit.dmn")) {
            decision = engine.parseDecision("partner-fit", table);
        }
    }

    @Test
    void without_a_mandate_a_candidate_is_declined_however_good_the_rest() {
        assertThat(fit(new Shown(1, 5, 5, 5, 5, 5, 5, 5))).isEqualTo(PartnerFit.DECLINE);
    }

    @Test
    void without_a_motive_a_candidate_is_declined() {
        assertThat(fit(new Shown(5, 5, 5, 5, 1, 5, 5, 5))).isEqualTo(PartnerFit.DECLINE);
    }

    @Test
    void who_sees_a_poor_fit_with_the_conveners_is_talked_to_first() {
        assertThat(fit(new Shown(5, 5, 5, 5, 5, 5, 5, 2))).isEqualTo(PartnerFit.COORDINATOR_DECIDES);
        assertThat(reason(new Shown(5, 5, 5, 5, 5, 5, 5, 2))).contains("the review goes both ways");
    }

    @Test
    void who_lacks_capacity_only_is_strengthened_first() {
        assertThat(fit(new Shown(3, 3, 3, 3, 3, 3, 2, 3))).isEqualTo(PartnerFit.STRENGTHEN_FIRST);
        assertThat(fit(new Shown(3, 2, 3, 3, 3, 3, 2, 3))).isEqualTo(PartnerFit.COORDINATOR_DECIDES);
    }

    @Test
    void who_is_motivated_but_wants_something_else_observes_as_ally() {
        assertThat(fit(new Shown(3, 3, 2, 3, 3, 3, 3, 4))).isEqualTo(PartnerFit.OBSERVE_AS_ALLY);
        assertThat(fit(new Shown(3, 3, 3, 3, 3, 2, 3, 4))).isEqualTo(PartnerFit.OBSERVE_AS_ALLY);
        assertThat(fit(new Shown(3, 3, 2, 3, 2, 3, 3, 4))).isEqualTo(PartnerFit.COORDINATOR_DECIDES);
    }

    @Test
    void who_is_rated_three_or_better_throughout_is_included() {
        assertThat(fit(new Shown(3, 3, 3, 3, 3, 3, 3, 3))).isEqualTo(PartnerFit.INCLUDE);
        assertThat(fit(new Shown(5, 5, 5, 5, 5, 5, 5, 5))).isEqualTo(PartnerFit.INCLUDE);
    }

    @Test
    void who_saw_no_convener_is_rated_all_the_same() {
        assertThat(fit(new Shown(3, 3, 3, 3, 3, 3, 3, null))).isEqualTo(PartnerFit.INCLUDE);
    }

    @Test
    void whatever_nobody_thought_of_is_left_to_the_coordinator() {
        assertThat(fit(new Shown(2, 3, 3, 3, 3, 3, 3, 3))).isEqualTo(PartnerFit.COORDINATOR_DECIDES);
        assertThat(fit(new Shown(3, 3, 3, 2, 3, 3, 3, 3))).isEqualTo(PartnerFit.COORDINATOR_DECIDES);
        assertThat(fit(new Shown(2, 2, 2, 2, 2, 2, 2, null))).isEqualTo(PartnerFit.COORDINATOR_DECIDES);
    }

    private static PartnerFit fit(Shown shown) {
        return PartnerFit.of(ask(shown).get("outcome"));
    }

    private static String reason(Shown shown) {
        return ask(shown).get("reason");
    }

    private static Map<String, String> ask(Shown shown) {
        Map<String, Object> inputs = new HashMap<>();
        Arrays.stream(Shown.class.getRecordComponents()).forEach(component -> inputs.put(component.getName(), value(component, shown)));
        return engine.evaluateDecisionTable(decision, inputs).getSingleResult().getEntryMap().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> (String) entry.getValue()));
    }

    private static Object value(RecordComponent component, Shown shown) {
        try {
            return component.getAccessor().invoke(shown);
        } catch (ReflectiveOperationException exception) {
            throw new IllegalStateException(exception);
        }
    }
}
