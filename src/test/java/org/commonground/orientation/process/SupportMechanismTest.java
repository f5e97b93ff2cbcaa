package org.commonground.orientation.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.Map;

import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.commonground.foundation.Keyed;
import org.commonground.orientation.SupportMechanism;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The decision "support mechanism": each of its rules, and its edges. */
class SupportMechanismTest {

    private static DmnEngine engine;
    private static DmnDecision decision;

    @BeforeAll
    static void read_the_table() throws Exception {
        engine = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
        try (InputStream table = SupportMechanismTest.class.getResourceAsStream("/processes/support-mechanism.dmn")) {
            decision = engine.parseDecision("support-mechanism", table);
        }
    }

    @ParameterizedTest(name = "{0} partners, {1} areas, {2} months: {3}, because {4}")
    @CsvSource({"4, 1, 12, SECRETARIAT, four partners", "50, 9, 120, SECRETARIAT, four partners", "3, 2, 12, SECRETARIAT, two areas",
            "2, 1, 25, SECRETARIAT, more than two years", "3, 1, 24, LEAD, a short time", "2, 1, 1, LEAD, a short time"})
    void many_partners_many_areas_or_a_long_time_need_a_secretariat(int partners, int areas, int months,
            SupportMechanism mechanism, String why) {
        Map<String, Object> row = engine.evaluateDecisionTable(decision, Map.of("partners", partners, "areas", areas, "months", months))
                .getSingleResult().getEntryMap();
        assertThat(Keyed.of(SupportMechanism.class, (String) row.get("mechanism"))).isEqualTo(mechanism);
        assertThat((String) row.get("reason")).containsIgnoringCase(why);
    }
}
