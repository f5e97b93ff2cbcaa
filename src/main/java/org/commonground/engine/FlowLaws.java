package org.commonground.engine;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** What leads from box to box: the process itself, its questions, its states, its messages, and the rooms that it calls. */
final class FlowLaws {

    /** A variable, or a question to a bean about this execution. */
    private static final Pattern ANSWER = Pattern.compile("\\$\\{[a-z][A-Za-z]*(\\.[a-z][A-Za-z]*\\(execution(, (party|seat))?\\))?}");
    private static final Pattern ASKED_BEAN = Pattern.compile("[$#]\\{[^}]*?\\b(\\w+)\\.\\w+\\(");

    private final Drawing drawing;
    private final Set<String> rooms;
    private final Set<String> called;
    private final KnownCode code;
    private final List<String> complaints;

    FlowLaws(Drawing drawing, Set<String> rooms, Set<String> called, KnownCode code, List<String> complaints) {
        this.drawing = drawing;
        this.rooms = rooms;
        this.called = called;
        this.code = code;
        this.complaints = complaints;
    }

    void check() {
        check(drawing.process());
        drawing.all(ExclusiveGateway.class).forEach(gateway -> {
            List<SequenceFlow> ways = drawing.all(SequenceFlow.class).stream().filter(flow -> gateway.equals(flow.getSource())).toList();
            if (ways.size() > 1) {
                check(gateway, ways);
            }
        });
        drawing.all(Event.class).forEach(this::check);
        drawing.all(CallActivity.class).forEach(this::check);
        drawing.all(MultiInstanceLoopCharacteristics.class).forEach(this::check);
        drawing.all(Message.class).forEach(this::check);
        drawing.all(SequenceFlow.class).stream().filter(flow -> flow.getConditionExpression() != null)
                .forEach(flow -> checkBeans(flow.getConditionExpression().getTextContent(), flow.getSource()));
        if (called.contains(drawing.room())) {
            drawing.process().getChildElementsByType(EndEvent.class).forEach(end -> demand(end.isCamundaAsyncBefore(), end,
                    "ends a room that others call, and would write into theirs while people write here: tick “Asynchronous before”"));
        }
    }

    private void check(Process process) {
        String room = drawing.room();
        demand(room.equals(process.getId()), process, "has the id “%s”: make it “%s”, like its file", process.getId(), room);
        demand(room.equalsIgnoreCase(process.getName()), process, "is named “%s”: name it “%s”, like its file", process.getName(),
                Naming.label(room));
        demand(process.isExecutable(), process, "cannot run: tick “Executable”");
        String kept = process.getCamundaHistoryTimeToLiveString();
        demand(kept != null && kept.startsWith("P"), process,
                "does not say how long its history is kept: set “Time to live”, such as P3650D");
        boolean byPeople = drawing.start().map(StartEvent::getCamundaFormRef).isPresent();
        boolean startable = process.isCamundaStartableInTasklist();
        demand(!byPeople || startable, process, "begins with a form, but people cannot start it: tick “Startable”");
        demand(byPeople || !startable, process, "begins without a form, but people could start it: untick “Startable”");
    }

    private void check(ExclusiveGateway gateway, List<SequenceFlow> ways) {
        String question = gateway.getName();
        if (question == null || !question.endsWith("?")) {
            demand(false, gateway, "has several ways out: label the gateway with a question, such as “All agreed?”");
            return;
        }
        String id = "Gateway_" + Naming.camel(question);
        demand(id.equals(gateway.getId()), gateway, "has the id “%s”: make it “%s”, like its label", gateway.getId(), id);
        demand(gateway.getDefault() != null, gateway, "has no default: mark the way that is taken when no other answer fits");
        for (SequenceFlow flow : ways) {
            demand(flow.getName() != null && !flow.getName().isBlank(), gateway,
                    "has the way out %s without a label: write the answer on it", flow.getId());
            if (!flow.equals(gateway.getDefault())) {
                String condition = flow.getConditionExpression() == null ? "" : flow.getConditionExpression().getTextContent();
                demand(ANSWER.matcher(condition).matches(), gateway, "computes “%s” for the answer “%s”: ask a variable or a bean, such as"
                        + " ${closures.reviewed(execution)}", condition, flow.getName());
            }
        }
    }

    private void check(Event event) {
        String kind = event instanceof StartEvent ? "StartEvent" : event instanceof EndEvent ? "EndEvent"
                : event instanceof BoundaryEvent ? "BoundaryEvent" : "Event";
        if (event.getName() == null || event.getName().isBlank()) {
            demand(false, event, "has no label: say what has come about, such as “Agreement sealed”");
            return;
        }
        String id = kind + "_" + Naming.camel(event.getName());
        demand(event.getId().startsWith(id), event, "has the id “%s”: make it “%s”, like its label", event.getId(), id);
    }

    private void check(CallActivity call) {
        String room = call.getCalledElement();
        if (room != null && room.contains("{")) {
            checkBeans(room, call);
            demand(!code.called().isEmpty(), call, "asks which room it calls, but no part of the application names one: register a room");
        } else {
            demand(rooms.contains(room), call,
                    "calls the room “%s”, but there is no processes/%s.bpmn: draw it, or call another room", room, room);
        }
        demand(call.isCamundaAsyncAfter(), call, "may return at the moment when another room does: tick “Asynchronous after”");
        demand(call.getExtensionElements() != null && call.getExtensionElements().getElementsQuery().filterByType(CamundaIn.class).list()
                .stream().anyMatch(in -> in.getCamundaBusinessKey() != null), call, "does not pass the number of the case on: tick “Business key”");
    }

    private void check(MultiInstanceLoopCharacteristics loop) {
        demand(loop.isCamundaAsyncAfter(), loop, "is done by several at one moment: tick “Asynchronous after” on the multi-instance");
        demand(loop.getParentElement() instanceof SubProcess, loop,
                "is done by several: draw a subprocess around it, and let that be repeated");
        checkBeans(String.valueOf(loop.getCamundaCollection()), loop);
    }

    private void check(Message message) {
        long facts = code.facts().stream().filter(fact -> fact.equals(message.getName())).count();
        String name = message.getName();
        if (facts == 0) {
            complaints.add(("%s waits for the message “%s”, but nothing in the application tells it: name it like a fact, or write the"
                    + " record %s.").formatted(drawing.file(), name, name));
        } else if (facts > 1) {
            complaints.add("%s waits for the message “%s”, but %d facts have that name: rename all but one."
                    .formatted(drawing.file(), name, facts));
        }
    }

    private void checkBeans(String expression, ModelElementInstance element) {
        Matcher matcher = ASKED_BEAN.matcher(expression);
        while (matcher.find()) {
            demand(code.openBeans().contains(matcher.group(1)), element,
                    "asks “%s”, which diagrams may not ask: name a bean that is open to models", matcher.group(1));
        }
    }

    private void demand(boolean condition, ModelElementInstance element, String complaint, Object... arguments) {
        if (!condition) {
            complaints.add(drawing.at(element) + " " + complaint.formatted(arguments) + ".");
        }
    }
}
