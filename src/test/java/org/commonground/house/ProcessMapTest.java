package org.commonground.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
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

    private static List<FlowNode> inReadingOrder(BpmnModelInstance diagram) {
        List<FlowNode> nodes = new ArrayList<>(diagram.getModelElementsByType(FlowNode.class));
        nodes.removeIf(node -> node.getDiagramElement() == null);
        nodes.sort(Comparator.comparing((FlowNode node) -> bounds(node).getX()).thenComparing(node -> bounds(node).getY()));
        return nodes;
    }

    private static Bounds bounds(FlowNode node) {
        return ((BpmnShape) node.getDiagramElement()).getBounds();
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
