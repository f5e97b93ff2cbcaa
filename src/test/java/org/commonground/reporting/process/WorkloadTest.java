package org.commonground.reporting.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.Map;

import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.commonground.foundation.Keyed;
import org.commonground.reporting.OfficerLoad;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The decision "workload": each of its rules, and its edges. */
class WorkloadTest {

    private static DmnEngine engine;
    private static DmnDecision decision;

    @BeforeAll
    static void read_the_table() throws Exception {
        engine = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
        try (InputStream table = WorkloadTest.class.getResourceAsStream("/processes/workload.dmn")) {
            decision = engine.parseDecision("workload", table);
        }
    }

    @ParameterizedTest(name = "{0} groups of one officer, {1} without a visit: {2}")
    @CsvSource({"7, 0, OVERLOADED", "200, 50, OVERLOADED", "6, 1, UNVISITED", "1, 1, UNVISITED", "6, 0, FINE", "0, 0, FINE"})
    void too_many_groups_come_before_too_few_visits(int mostGroups, int groupsWithoutVisit, OfficerLoad load) {
        Map<String, Object> row = engine.evaluateDecisionTable(decision,
                Map.of("mostGroups", mostGroups, "groupsWithoutVisit", groupsWithoutVisit)).getSingleResult().getEntryMap();
        assertThat(Keyed.of(OfficerLoad.class, (String) row.get("load"))).isEqualTo(load);
        assertThat((String) row.get("reason")).isNotBlank();
    }
}
