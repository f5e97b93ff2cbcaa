package org.commonground.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.commonground.engine.WhoActs;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The map of all boxes, generated from the diagrams. When it is stale:
 * {@code ./mvnw test -Dtest=ProcessMapTest -Dcommonground.map=write}.
 */
class ProcessMapTest {

    private static final Path MAP = Path.of("processes/README.md");

    @Test
    void the_map_of_the_processes_is_up_to_date() throws IOException {
        String map = map();
        if ("write".equals(System.getProperty("commonground.map"))) {
            Files.writeString(MAP, map);
        }
        assertThat(MAP).as("run with -Dcommonground.map=write").hasContent(map);
    }

    private static String map() {
        StringBuilder map = new StringBuilder("""
                # Map of the processes

                Generated from the diagrams; a test fails when it is stale. Each room is one diagram, one folder of forms and one Java \
                package of the
                same name. The label on a box is the stem of everything that belongs to it.

                Its colour in the diagram tells who acts, from light to dark:

                | colour | who |
                |---|---|
                | white | the machine, a decision, another room |
                """);
        for (WhoActs who : WhoActs.values()) {
            line(map, who.colour(), who.meaning());
        }
        for (Map.Entry<String, BpmnModelInstance> room : Models.diagrams().entrySet()) {
            map.append("\n## ").append(room.getKey()).append("\n\n| box | who | form or decision | class in `").append(room.getKey())
                    .append(".process` |\n|---|---|---|---|\n");
            for (FlowNode node : inReadingOrder(room.getValue())) {
                row(room.getKey(), node, map);
            }
        }
        return map.toString();
    }

    /** As a case comes to them: a diagram may have several lines. */
    private static Set<FlowNode> inReadingOrder(BpmnModelInstance diagram) {
        Set<FlowNode> nodes = new LinkedHashSet<>();
        diagram.getModelElementsByType(Process.class).forEach(process -> follow(process.getFlowElements(), nodes));
        return nodes;
    }

    /** Along the flows, into each subprocess and out of its edges; what nothing leads to comes last. */
    private static void follow(Collection<FlowElement> scope, Set<FlowNode> nodes) {
        Deque<FlowNode> next = new ArrayDeque<>();
        scope.stream().filter(StartEvent.class::isInstance).map(FlowNode.class::cast).forEach(next::add);
        while (!next.isEmpty()) {
            visit(next.poll(), scope, next, nodes);
        }
        scope.stream().filter(SubProcess.class::isInstance).map(SubProcess.class::cast).filter(nodes::add)
                .forEach(within -> follow(within.getFlowElements(), nodes));
    }

    private static void visit(FlowNode node, Collection<FlowElement> scope, Deque<FlowNode> next, Set<FlowNode> nodes) {
        if (nodes.add(node)) {
            if (node instanceof SubProcess within) {
                follow(within.getFlowElements(), nodes);
            }
            node.getOutgoing().stream().map(SequenceFlow::getTarget).sorted(Comparator.comparing(ProcessMapTest::x)).forEach(next::add);
            scope.stream().filter(BoundaryEvent.class::isInstance).map(BoundaryEvent.class::cast)
                    .filter(edge -> edge.getAttachedTo().equals(node)).forEach(next::add);
        }
    }

    private static double x(FlowNode node) {
        return ((BpmnShape) node.getDiagramElement()).getBounds().getX();
    }

    private static void row(String room, FlowNode node, StringBuilder map) {
        if (node instanceof UserTask task) {
            String who = task.getCamundaAssignee() != null ? task.getCamundaAssignee() : task.getCamundaCandidateGroups();
            line(map, node.getName(), "`" + who + "`", form(room, task.getCamundaFormRef()), step(task.getCamundaFormRef()));
        } else if (node instanceof StartEvent start && start.getCamundaFormRef() != null) {
            line(map, node.getName(), "whoever may start it", form(room, start.getCamundaFormRef()), step(start.getCamundaFormRef()));
        } else if (node instanceof ServiceTask task) {
            line(map, node.getName(), "the machine", "", "`" + Models.camel(room) + "Machine."
                    + task.getCamundaDelegateExpression().replaceAll("[${}]", "") + "`");
        } else if (node instanceof BusinessRuleTask rule) {
            line(map, node.getName(), "the decision", "[" + rule.getCamundaDecisionRef() + "](" + rule.getCamundaDecisionRef() + ".dmn)",
                    step(rule.getCamundaDecisionRef()));
        } else if (node instanceof CallActivity call) {
            line(map, node.getName(), "the room", call.getCalledElement().startsWith("${") ? "`" + call.getCalledElement() + "`"
                    : "[" + call.getCalledElement() + "](" + call.getCalledElement() + ".bpmn)", "");
        }
    }

    private static String step(String id) {
        return Models.stepOf(id) == null ? "" : "`" + Models.stepOf(id).getSimpleName() + "`";
    }

    private static String form(String room, String form) {
        return "[" + form + "](../forms/" + room + "/" + form + ".form)";
    }

    private static void line(StringBuilder map, String... cells) {
        map.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }
}
