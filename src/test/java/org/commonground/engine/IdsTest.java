package org.commonground.engine;

import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.IdGenerator;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.camunda.bpm.engine.task.Task;
import org.commonground.stage.ProcessTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** Whoever knows the id of one step cannot guess that of another. */
@ProcessTest
class IdsTest {

    private static final int MANY = 10_000;

    @Autowired
    private ProcessEngine engine;

    @Test
    void the_engine_takes_its_ids_from_here() {
        assertThat(((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getIdGenerator()).isInstanceOf(Ids.class);
    }

    @Test
    void no_id_tells_its_neighbour() {
        List<UUID> ids = generated(new Ids());

        assertThat(new HashSet<>(ids)).hasSize(MANY);
        assertThat(ids).allMatch(id -> id.version() == 7 && id.variant() == 2);
        for (int i = 1; i < MANY; i++) {
            long before = ids.get(i - 1).getLeastSignificantBits();
            long after = ids.get(i).getLeastSignificantBits();
            assertThat(Long.bitCount(before ^ after)).as("bits that differ between %s and its neighbour", ids.get(i)).isGreaterThan(8);
            assertThat(Math.abs(after - before)).isGreaterThan(1_000_000);
        }
        // A bit that chance sets is set in half of them; 300 is six standard deviations from that.
        for (int bit = 0; bit < 62; bit++) {
            long mask = 1L << bit;
            assertThat(ids.stream().filter(id -> (id.getLeastSignificantBits() & mask) != 0).count()).as("bit " + bit)
                    .isBetween(MANY / 2 - 300L, MANY / 2 + 300L);
        }
    }

    @Test
    void ids_are_in_the_order_of_their_moments() {
        assertThat(generated(new Ids()).stream().map(id -> id.getMostSignificantBits() >>> 16)).isSorted();
    }

    @Test
    void those_of_the_starter_share_a_half() {
        assertThat(generated(new StrongUuidGenerator()).stream().map(UUID::getLeastSignificantBits).distinct()).hasSize(1);
    }

    @Test
    void two_tasks_of_one_start_share_nothing_but_the_time() {
        var deployed = engine.getRepositoryService().createDeployment().addString("siblings.bpmn", """
                <definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' targetNamespace='test'
                    xmlns:camunda='http://camunda.org/schema/1.0/bpmn'>
                  <process id='siblings' isExecutable='true' camunda:historyTimeToLive='P1D'>
                    <startEvent id='start'/>
                    <sequenceFlow id='f1' sourceRef='start' targetRef='one'/><sequenceFlow id='f2' sourceRef='start' targetRef='other'/>
                    <userTask id='one' name='One'/><userTask id='other' name='Other'/>
                  </process>
                </definitions>""").deploy();
        try {
            String instance = engine.getRuntimeService().startProcessInstanceByKey("siblings").getId();
            List<UUID> tasks = engine.getTaskService().createTaskQuery().processInstanceId(instance).list().stream().map(Task::getId)
                    .map(UUID::fromString).toList();

            assertThat(tasks).hasSize(2);
            assertThat(Long.bitCount(tasks.get(0).getLeastSignificantBits() ^ tasks.get(1).getLeastSignificantBits())).isGreaterThan(8);
        } finally {
            engine.getRepositoryService().deleteDeployment(deployed.getId(), true);
        }
    }

    private static List<UUID> generated(IdGenerator ids) {
        return Stream.generate(ids::getNextId).limit(MANY).map(UUID::fromString).toList();
    }
}
