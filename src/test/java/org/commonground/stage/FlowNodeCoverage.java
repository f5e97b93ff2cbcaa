package org.commonground.stage;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;

/** Which boxes of the diagrams were walked, as the history of the one test application tells. */
public final class FlowNodeCoverage {

    private final ProcessEngine engine;

    FlowNodeCoverage(ProcessEngine engine) {
        this.engine = engine;
    }

    /** Per process, the labels that nobody has visited yet; processes without such are left out. */
    public Map<String, Set<String>> unvisited(Collection<String> processes) {
        Map<String, Set<String>> missing = new TreeMap<>();
        for (String process : processes) {
            Set<String> visited = new TreeSet<>();
            engine.getHistoryService().createHistoricActivityInstanceQuery().list().stream()
                    .filter(instance -> process.equals(instance.getProcessDefinitionKey()))
                    .map(HistoricActivityInstance::getActivityId).forEach(visited::add);
            String definition = engine.getRepositoryService().createProcessDefinitionQuery().processDefinitionKey(process)
                    .latestVersion().singleResult().getId();
            Set<String> labels = new TreeSet<>();
            for (FlowNode node : engine.getRepositoryService().getBpmnModelInstance(definition).getModelElementsByType(FlowNode.class)) {
                if (!visited.contains(node.getId())) {
                    labels.add(node.getName() == null ? node.getId() : node.getName());
                }
            }
            if (!labels.isEmpty()) {
                missing.put(process, labels);
            }
        }
        return missing;
    }
}
