package org.commonground.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionImpl;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionDefinitionEntity;
import org.springframework.stereotype.Component;

/**
 * Decision tables that our own code asks again and again. The newest deployed version answers, at the latest a few seconds
 * after its deployment, on every node; meanwhile an answer costs no statement, and never a row of history.
 */
@Component
public class DecisionTables {

    private static final Duration TRUSTED = Duration.ofSeconds(10);

    private final ProcessEngineConfigurationImpl engine;
    private final Clock clock;
    private final Map<String, Table> known = new ConcurrentHashMap<>();

    DecisionTables(ProcessEngine engine, Clock clock) {
        this.engine = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        this.clock = clock;
    }

    /**
     * @param inputs values of the table's inputs, by name
     * @return the rules that fired, in order: output name → value, null where the cell is empty
     */
    public List<Map<String, Object>> ask(String decision, Map<String, ?> inputs) {
        Table table = known.get(decision);
        if (table == null || !table.isFresh(clock.instant())) {
            table = newest(decision, table);
            known.put(decision, table);
        }
        DmnDecision asked = table.decision;
        return table.answers.computeIfAbsent(Map.copyOf(inputs), given -> answer(asked, new HashMap<>(inputs)));
    }

    /** Inside a command: the engine's own way to decide looks up there whether to write history. */
    private List<Map<String, Object>> answer(DmnDecision asked, Map<String, Object> inputs) {
        return engine.getCommandExecutorTxRequired().execute(context ->
                List.copyOf(engine.getDmnEngine().evaluateDecisionTable(asked, inputs).getResultList()));
    }

    private Table newest(String decision, Table old) {
        // Whoever works on a task may not read definitions; we may.
        DecisionDefinitionEntity newest = engine.getCommandExecutorTxRequired().execute(context -> context.runWithoutAuthorization(
                () -> (DecisionDefinitionEntity) engine.getDeploymentCache().findDeployedLatestDecisionDefinitionByKey(decision)));
        boolean same = old != null && old.definition.equals(newest.getId());
        return new Table(newest.getId(), withoutHistory(newest), clock.instant(), same ? old.answers : new ConcurrentHashMap<>());
    }

    /** The same rules without an id: the engine writes into the history what a deployed decision answered. */
    private static DmnDecision withoutHistory(DecisionDefinitionEntity deployed) {
        DmnDecisionImpl same = new DmnDecisionImpl();
        same.setKey(deployed.getKey());
        same.setName(deployed.getName());
        same.setDecisionLogic(deployed.getDecisionLogic());
        same.setRequiredDecision(List.copyOf(deployed.getRequiredDecisions()));
        return same;
    }

    private record Table(String definition, DmnDecision decision, Instant read, Map<Map<String, ?>, List<Map<String, Object>>> answers) {

        boolean isFresh(Instant now) {
            // Both ways: the clock can be set back.
            return Duration.between(read, now).abs().compareTo(TRUSTED) < 0;
        }
    }
}
