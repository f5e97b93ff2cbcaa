package org.commonground.house;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.assertj.core.api.SoftAssertions;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ScriptTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaExecutionListener;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputOutput;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.commonground.foundation.Fact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The naming law: everything about a box follows from the label on it. */
class ModelRulesTest {

    private static final Map<String, BpmnModelInstance> DIAGRAMS = Models.diagrams();

    static Set<String> rooms() {
        return DIAGRAMS.keySet();
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void a_diagram_is_named_like_its_room(String room) {
        assertThat(DIAGRAMS.get(room).getModelElementsByType(Process.class)).hasSize(1);
        Process process = Models.process(DIAGRAMS.get(room));
        assertThat(process.getId()).isEqualTo(room);
        assertThat(process.getName()).isEqualToIgnoringCase(room);
        assertThat(process.isExecutable()).isTrue();
        assertThat(process.getCamundaHistoryTimeToLiveString()).startsWith("P");
        boolean startedByPeople = startEvent(process).getCamundaFormRef() != null;
        assertThat(process.isCamundaStartableInTasklist()).as("people start " + room).isEqualTo(startedByPeople);
    }

    private static StartEvent startEvent(Process process) {
        return process.getChildElementsByType(StartEvent.class).iterator().next();
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void a_user_task_finds_its_form_its_sheet_and_its_answer(String room) {
        SoftAssertions softly = new SoftAssertions();
        for (UserTask task : Models.nodes(DIAGRAMS.get(room), UserTask.class)) {
            String label = task.getName();
            softly.assertThat(task.getId()).isEqualTo("Task_" + Models.camel(label));
            softly.assertThat(task.getCamundaFormRef()).as(label).isEqualTo(Models.kebab(label));
            softly.assertThat(task.getCamundaFormRefBinding()).as(label).isEqualTo("deployment");
            softly.assertThat(Models.forms()).as(label).containsKey(room + "/" + Models.kebab(label));
            softly.assertThat(Models.stepOf(task.getCamundaFormRef()) != null || Models.step(room, Models.camel(label) + "Answer") != null)
                    .as("class of " + label).isTrue();
            softly.assertThat(task.getCamundaAssignee() == null && task.getCamundaCandidateGroups() == null)
                    .as("somebody is to do " + label).isFalse();
            softly.assertThat(task.getChildElementsByType(CamundaTaskListener.class)).isEmpty();
            softly.assertThat(inside(task, CamundaInputOutput.class)).as("inputs of " + label).isEmpty();
        }
        softly.assertAll();
    }

    @Test
    void labels_of_user_tasks_are_unique_in_the_product() {
        List<String> labels = new ArrayList<>();
        DIAGRAMS.values().forEach(diagram -> Models.nodes(diagram, UserTask.class).forEach(task -> labels.add(task.getName())));
        assertThat(labels).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void a_label_is_two_to_four_words_that_people_use(String room) {
        SoftAssertions softly = new SoftAssertions();
        List<FlowNode> boxes = new ArrayList<>();
        boxes.addAll(Models.nodes(DIAGRAMS.get(room), UserTask.class));
        boxes.addAll(Models.nodes(DIAGRAMS.get(room), ServiceTask.class));
        boxes.addAll(Models.nodes(DIAGRAMS.get(room), BusinessRuleTask.class));
        for (FlowNode box : boxes) {
            softly.assertThat(box.getName().split(" ").length).as(box.getName()).isBetween(2, 4);
            softly.assertThat(box.getName()).matches("[A-Z][a-z]+( [a-z]+)*");
            softly.assertThat(box.getName().toLowerCase()).doesNotContainPattern("\\b(handle|process|manage|update status|data)\\b");
        }
        softly.assertAll();
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void a_service_task_finds_its_delegate_and_commits_on_its_own(String room) {
        SoftAssertions softly = new SoftAssertions();
        for (ServiceTask task : Models.nodes(DIAGRAMS.get(room), ServiceTask.class)) {
            String stem = Models.camel(task.getName());
            softly.assertThat(task.getId()).isEqualTo("Task_" + stem);
            softly.assertThat(task.getCamundaDelegateExpression())
                    .isEqualTo("${" + Character.toLowerCase(stem.charAt(0)) + stem.substring(1) + "Delegate}");
            softly.assertThat(Models.hasMachine(room, Character.toLowerCase(stem.charAt(0)) + stem.substring(1) + "Delegate")).as(stem).isTrue();
            softly.assertThat(task.isCamundaAsyncBefore()).as(task.getName() + " is a machine's box").isTrue();
        }
        assertThat(Models.nodes(DIAGRAMS.get(room), ScriptTask.class)).isEmpty();
        softly.assertAll();
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void a_business_rule_task_finds_its_decision(String room) {
        SoftAssertions softly = new SoftAssertions();
        for (BusinessRuleTask task : Models.nodes(DIAGRAMS.get(room), BusinessRuleTask.class)) {
            String stem = Models.camel(task.getName());
            softly.assertThat(task.getId()).isEqualTo("Task_" + stem);
            softly.assertThat(Models.decisions()).containsKey(task.getCamundaDecisionRef());
            softly.assertThat(Models.stepOf(task.getCamundaDecisionRef()) != null || Models.step(room, stem + "Answer") != null).as(stem).isTrue();
            softly.assertThat(task.getCamundaResultVariable()).as("nothing is stored").isNull();
            softly.assertThat(task.isCamundaAsyncBefore()).isTrue();
        }
        softly.assertAll();
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void a_gateway_asks_a_question_and_one_answer_is_the_default(String room) {
        SoftAssertions softly = new SoftAssertions();
        for (ExclusiveGateway gateway : Models.nodes(DIAGRAMS.get(room), ExclusiveGateway.class)) {
            if (gateway.getOutgoing().size() < 2) {
                continue;
            }
            softly.assertThat(gateway.getName()).as(gateway.getId()).endsWith("?");
            softly.assertThat(gateway.getId()).isEqualTo("Gateway_" + Models.camel(gateway.getName()));
            softly.assertThat(gateway.getDefault()).as("default of " + gateway.getName()).isNotNull();
            for (SequenceFlow flow : gateway.getOutgoing()) {
                softly.assertThat(flow.getName()).as("an answer to " + gateway.getName()).isNotBlank();
                if (!flow.equals(gateway.getDefault())) {
                    softly.assertThat(flow.getConditionExpression().getTextContent()).as(gateway.getName())
                            .matches("\\$\\{[a-z][A-Za-z]*(\\.[a-z][A-Za-z]*\\(execution(, (party|seat))?\\))?}");
                }
            }
        }
        softly.assertAll();
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void every_event_is_a_state_with_a_name(String room) {
        SoftAssertions softly = new SoftAssertions();
        for (Event event : DIAGRAMS.get(room).getModelElementsByType(Event.class)) {
            String kind = event instanceof StartEvent ? "StartEvent" : event instanceof EndEvent ? "EndEvent"
                    : event instanceof BoundaryEvent ? "BoundaryEvent" : "Event";
            softly.assertThat(event.getName()).as(event.getId()).isNotBlank();
            softly.assertThat(event.getId()).startsWith(kind + "_" + Models.camel(event.getName()));
        }
        softly.assertAll();
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void who_ends_at_one_moment_does_not_collide(String room) {
        SoftAssertions softly = new SoftAssertions();
        for (CallActivity call : Models.nodes(DIAGRAMS.get(room), CallActivity.class)) {
            softly.assertThat(call.isCamundaAsyncAfter()).as(call.getName()).isTrue();
            softly.assertThat(inside(call, CamundaIn.class)).as("the case number goes along to " + call.getName())
                    .anyMatch(in -> in.getCamundaBusinessKey() != null);
        }
        for (MultiInstanceLoopCharacteristics loop : DIAGRAMS.get(room).getModelElementsByType(MultiInstanceLoopCharacteristics.class)) {
            softly.assertThat(loop.isCamundaAsyncAfter()).isTrue();
            softly.assertThat(loop.getParentElement()).isInstanceOf(SubProcess.class);
        }
        softly.assertThat(DIAGRAMS.get(room).getModelElementsByType(CamundaExecutionListener.class)).isEmpty();
        softly.assertAll();
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void a_message_is_named_like_a_fact_of_some_room(String room) {
        for (Message message : DIAGRAMS.get(room).getModelElementsByType(Message.class)) {
            List<Class<?>> facts = DIAGRAMS.keySet().stream().<Class<?>>mapMulti((other, found) -> {
                try {
                    found.accept(Class.forName("org.commonground." + other + "." + message.getName()));
                } catch (ClassNotFoundException notThere) {
                    // Another room's.
                }
            }).toList();
            assertThat(facts).as(message.getName()).hasSize(1).allMatch(Fact.class::isAssignableFrom).allMatch(Class::isRecord);
        }
    }

    @Test
    void a_decision_is_named_like_its_file_and_each_rule_says_why() {
        SoftAssertions softly = new SoftAssertions();
        for (Map.Entry<String, DmnModelInstance> file : Models.decisions().entrySet()) {
            assertThat(file.getValue().getModelElementsByType(Decision.class)).as(file.getKey()).hasSize(1);
            Decision decision = file.getValue().getModelElementsByType(Decision.class).iterator().next();
            softly.assertThat(decision.getId()).isEqualTo(file.getKey());
            softly.assertThat(decision.getCamundaHistoryTimeToLiveString()).as(file.getKey()).startsWith("P");
            DecisionTable table = decision.getChildElementsByType(DecisionTable.class).iterator().next();
            for (Rule rule : table.getRules()) {
                softly.assertThat(rule.getDescription()).as(file.getKey() + " " + rule.getId()).isNotNull();
            }
        }
        softly.assertAll();
    }

    @Test
    void every_form_belongs_to_a_box() {
        Set<String> used = new TreeSet<>();
        DIAGRAMS.forEach((room, diagram) -> {
            Models.nodes(diagram, UserTask.class).forEach(task -> used.add(room + "/" + task.getCamundaFormRef()));
            Models.nodes(diagram, StartEvent.class).stream().filter(start -> start.getCamundaFormRef() != null)
                    .forEach(start -> used.add(room + "/" + start.getCamundaFormRef()));
        });
        assertThat(Models.forms().keySet()).isEqualTo(used);
    }

    private static <T extends org.camunda.bpm.model.xml.instance.ModelElementInstance> Set<T> inside(FlowNode node, Class<T> type) {
        return node.getExtensionElements() == null ? Set.of()
                : new LinkedHashSet<>(node.getExtensionElements().getElementsQuery().filterByType(type).list());
    }
}
