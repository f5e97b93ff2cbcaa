package org.commonground.stage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Which boxes of the shipped diagrams nobody left, and which sequence flows nobody took, by the {@link Footprints} of this run. */
public final class FlowNodeCoverage {

    /** Per process, the labels of boxes that nobody has left yet; processes without such are left out. */
    public Map<String, Set<String>> boxesThatNobodyLeft() {
        return without(FlowNode.class, FlowNodeCoverage::label);
    }

    /** Per process, the flows that nobody has taken yet: source → answer → target. */
    public Map<String, Set<String>> flowsThatNobodyTook() {
        return without(SequenceFlow.class, flow -> label(flow.getSource()) + " → " + (flow.getName() == null ? "" : flow.getName() + " → ")
                + label(flow.getTarget()));
    }

    private static <T extends FlowElement> Map<String, Set<String>> without(Class<T> type, Function<T, String> words) {
        Map<String, Set<String>> missing = new TreeMap<>();
        for (BpmnModelInstance diagram : diagrams()) {
            String process = diagram.getModelElementsByType(Process.class).iterator().next().getId();
            Set<String> labels = new TreeSet<>();
            for (T element : diagram.getModelElementsByType(type)) {
                if (!Footprints.show(process, element.getId()) && !leavesByItsEdge(process, element)
                        && !endsWithTheScopeAround(process, element)) {
                    labels.add(words.apply(element));
                }
            }
            if (!labels.isEmpty()) {
                missing.put(process, labels);
            }
        }
        return missing;
    }

    /** A scope without a way out of its own is left by one of the events on its edge. */
    private static boolean leavesByItsEdge(String process, FlowElement element) {
        return element instanceof SubProcess scope && scope.getOutgoing().isEmpty()
                && ((BpmnModelInstance) scope.getModelInstance()).getModelElementsByType(BoundaryEvent.class).stream()
                        .anyMatch(event -> event.getAttachedTo().equals(scope) && Footprints.show(process, event.getId()));
    }

    /** A dotted box without an end of its own begins, goes round, and ends with the scope around it. */
    private static boolean endsWithTheScopeAround(String process, FlowElement element) {
        return element instanceof SubProcess box && box.triggeredByEvent() && box.getChildElementsByType(EndEvent.class).isEmpty()
                && box.getChildElementsByType(StartEvent.class).stream().allMatch(start -> Footprints.show(process, start.getId()));
    }

    private static String label(FlowNode node) {
        return node.getName() == null ? node.getId() : node.getName();
    }

    private static List<BpmnModelInstance> diagrams() {
        List<BpmnModelInstance> diagrams = new ArrayList<>();
        try {
            for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath*:processes/*.bpmn")) {
                try (InputStream diagram = file.getInputStream()) {
                    diagrams.add(Bpmn.readModelFromStream(diagram));
                }
            }
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
        return diagrams;
    }
}
