package org.commonground.engine;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.Deployment;
import org.commonground.stage.ProcessTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

/** What the running application does with a table that brings code and with a clock that never rests, by whatever way they come. */
@ProcessTest
class HostileModelsTest {

    private static final String CODE =
            "${''.getClass().forName('org.commonground.engine.HostileModelsTest$Code').getMethod('run').invoke(null)}";
    private static final AtomicBoolean RAN = new AtomicBoolean();

    @Autowired
    private ProcessEngine engine;
    @Autowired
    private DecisionTables tables;
    @Autowired
    private JdbcClient jdbc;
    private Deployment deployed;

    @AfterEach
    void takeAway() {
        RAN.set(false);
        if (deployed != null) {
            engine.getRepositoryService().deleteDeployment(deployed.getId(), true);
        }
    }

    @Test
    void a_table_that_brings_code_is_not_deployed() {
        long before = engine.getRepositoryService().createDeploymentQuery().count();

        assertThatThrownBy(() -> deploy(Tables.withAnswer("greeting", "expressionLanguage='juel'", CODE)))
                .hasMessage("The decision “Greeting” is written in “juel” in row 1, column “Answer”: write it in FEEL.");

        assertThat(engine.getRepositoryService().createDeploymentQuery().count()).isEqualTo(before);
    }

    @Test
    void a_table_that_reached_the_database_by_another_way_is_not_asked() {
        deployed = deploy(Tables.withAnswer("greeting", "", "\"Hello\""));
        assertThat(tables.ask("greeting", Map.of("step", "any"))).containsExactly(Map.of("answer", "Hello"));
        jdbc.sql("update ACT_GE_BYTEARRAY set BYTES_ = ? where DEPLOYMENT_ID_ = ?")
                .params(Tables.withAnswer("greeting", "expressionLanguage='juel'", CODE).getBytes(StandardCharsets.UTF_8), deployed.getId())
                .update();
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getDeploymentCache().discardDecisionDefinitionCache();

        assertThatThrownBy(() -> engine.getDecisionService().evaluateDecisionByKey("greeting").variables(Map.of("step", "any")).evaluate())
                .hasMessageContaining("is written in “juel”");
        assertThatThrownBy(() -> new DecisionTables(engine, Clock.systemUTC()).ask("greeting", Map.of("step", "any")))
                .hasMessageContaining("is written in “juel”");
        assertThat(RAN).isFalse();
    }

    @Test
    void a_clock_that_never_rests_is_not_deployed() {
        assertThatThrownBy(() -> assertTimeoutPreemptively(Duration.ofSeconds(20), () -> deployed = engine.getRepositoryService()
                .createDeployment().addString("restless.bpmn", """
                        <definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' targetNamespace='test'
                            xmlns:camunda='http://camunda.org/schema/1.0/bpmn'>
                          <process id='restless' isExecutable='true' camunda:historyTimeToLive='P1D'>
                            <startEvent id='start'/>
                            <sequenceFlow id='on' sourceRef='start' targetRef='wait'/>
                            <intermediateCatchEvent id='wait' name='Every moment'>
                              <timerEventDefinition><timeCycle>R/PT0S</timeCycle></timerEventDefinition></intermediateCatchEvent>
                          </process>
                        </definitions>""").deploy()))
                .hasMessageContaining("“Every moment”: “R/PT0S” repeats too quickly: a cycle's period is a minute or more.");
    }

    private Deployment deploy(String table) {
        return engine.getRepositoryService().createDeployment().addString("greeting.dmn", table).deploy();
    }

    public static final class Code {

        public static String run() {
            RAN.set(true);
            return "ran";
        }
    }
}
