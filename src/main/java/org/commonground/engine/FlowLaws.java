package org.commonground.engine;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What leads from box to box: the process itself, its questions, its states, its messages, and the rooms that it calls. */
final class FlowLaws {

    /** A variable, or a question to a bean about this execution. */
    private static final Pattern ANSWER = Pattern.compile("\\$\\{[a-z][A-Za-z]*(\\.[a-z][A-Za-z]*\\(execution(, (party|seat))?\\))?}");
    private static final Pattern ASKED_BEAN = Pattern.compile("[$#]\\{[^}]*?\\b(\\w+)\\.\\w+\\(");

    private static final Map<String, String> EVENTS = Map.of("startEvent", "StartEvent_", "endEvent", "EndEvent_", "boundaryEvent",
            "BoundaryEvent_", "intermediateCatchEvent", "Event_", "intermediateThrowEvent", "Event_");

    private final Drawing drawing;
    private final Set<String> rooms;
    private final Set<String> called;
    /** For each room the messages that it hears all the while it runs. */
    private final Map<String, Set<String>> heard;
    private final KnownCode code;
    private final List<String> complaints;

    FlowLaws(Drawing drawing, Set<String> rooms, Set<String> called, Map<String, Set<String>> heard, KnownCode code,
            List<String> complaints) {
        this.drawing = drawing;
        this.rooms = rooms;
        this.called = called;
        this.heard = heard;
        this.code = code;
        this.complaints = complaints;
    }

    void check() {
        checkProcess();
        drawing.all("exclusiveGateway").forEach(this::checkGateway);
        EVENTS.forEach((kind, prefix) -> drawing.all(kind).forEach(event -> checkEvent(event, prefix)));
        drawing.all("callActivity").forEach(this::checkCall);
        drawing.all("multiInstanceLoopCharacteristics").forEach(this::checkLoop);
        drawing.whole().children("message").forEach(this::checkMessage);
        if (called.contains(drawing.room())) {
            drawing.process().children("endEvent").forEach(end -> demand(end.isTicked("asyncBefore"), end,
                    "ends a room that others call, and would write into theirs while people write here: tick “Asynchronous before”"));
        }
    }

    private void checkProcess() {
        Drawn process = drawing.process();
        String room = drawing.room();
        demand(room.equals(process.id()), process, "has the id “%s”: make it “%s”, like its file", process.id(), room);
        demand(room.equalsIgnoreCase(process.name()), process, "is named “%s”: name it “%s”, like its file", process.name(),
                Naming.label(room));
        demand("true".equals(process.get("isExecutable")), process, "cannot run: tick “Executable”");
        String kept = process.camunda("historyTimeToLive");
        demand(kept != null && kept.startsWith("P"), process,
                "does not say how long its history is kept: set “Time to live”, such as P3650D");
        boolean byPeople = drawing.start().map(start -> start.camunda("formRef")).isPresent();
        boolean startable = !"false".equals(process.camunda("isStartableInTasklist"));
        demand(!byPeople || startable, process, "begins with a form, but people cannot start it: tick “Startable”");
        demand(byPeople || !startable, process, "begins without a form, but people could start it: untick “Startable”");
    }

    private void checkGateway(Drawn gateway) {
        List<Drawn> ways = drawing.all("sequenceFlow").stream().filter(flow -> gateway.id().equals(flow.get("sourceRef"))).toList();
        if (ways.size() < 2) {
            return;
        }
        String question = gateway.name();
        if (question == null || !question.endsWith("?")) {
            demand(false, gateway, "has several ways out: label the gateway with a question, such as “All agreed?”");
            return;
        }
        String id = "Gateway_" + Naming.camel(question);
        demand(gateway.id().startsWith(id), gateway, "has the id “%s”: make it “%s”, like its label", gateway.id(), id);
        demand(gateway.get("default") != null, gateway, "has no default: mark the way that is taken when no other answer fits");
        for (Drawn way : ways) {
            demand(way.hasName(), gateway, "has the way out %s without a label: write the answer on it", way.id());
            if (!way.id().equals(gateway.get("default"))) {
                String condition = way.children("conditionExpression").stream().map(Drawn::text).collect(Collectors.joining());
                demand(ANSWER.matcher(condition).matches(), gateway, "computes “%s” for the answer “%s”: ask a variable or a bean, such as"
                        + " ${closures.reviewed(execution)}", condition, way.name());
                checkBeans(condition, gateway);
            }
        }
    }

    private void checkEvent(Drawn event, String prefix) {
        if (!event.hasName()) {
            demand(false, event, "has no label: say what has come about, such as “Agreement sealed”");
            return;
        }
        String id = prefix + Naming.camel(event.name());
        demand(event.id().startsWith(id), event, "has the id “%s”: make it “%s”, like its label", event.id(), id);
    }

    private void checkCall(Drawn call) {
        String room = call.get("calledElement");
        if (room != null && room.contains("{")) {
            checkBeans(room, call);
            demand(!code.called().isEmpty(), call, "asks which room it calls, but no part of the application names one: register a room");
        } else {
            demand(rooms.contains(room), call,
                    "calls the room “%s”, but there is no processes/%s.bpmn: draw it, or call another room", room, room);
        }
        if (!Collections.disjoint(heard.getOrDefault(room, Set.of()), heard.get(drawing.room()))) {
            demand(!call.isTicked("asyncAfter"), call, "goes on hearing for this room what it hears itself, and whatever comes before the"
                    + " next box would be lost: untick “Asynchronous after”");
        } else {
            demand(call.isTicked("asyncAfter"), call, "may return at the moment when another room does: tick “Asynchronous after”");
        }
        demand(call.all("in").stream().anyMatch(in -> in.get("businessKey") != null), call,
                "does not pass the number of the case on: tick “Business key”");
    }

    private void checkLoop(Drawn loop) {
        demand(loop.isTicked("asyncAfter"), loop, "is done by several at one moment: tick “Asynchronous after” on the multi-instance");
        demand(loop.parent().kind().equals("subProcess"), loop,
                "is done by several: draw a subprocess around it, and let that be repeated");
        checkBeans(String.valueOf(loop.camunda("collection")), loop);
    }

    private void checkMessage(Drawn message) {
        String name = message.name();
        long facts = code.facts().stream().filter(fact -> fact.equals(name)).count();
        if (facts == 0) {
            complaints.add(("%s waits for the message “%s”, but nothing in the application tells it: name it like a fact, or write the"
                    + " record %s.").formatted(drawing.file(), name, name));
        } else if (facts > 1) {
            complaints.add("%s waits for the message “%s”, but %d facts have that name: rename all but one."
                    .formatted(drawing.file(), name, facts));
        }
    }

    private void checkBeans(String expression, Drawn element) {
        Matcher matcher = ASKED_BEAN.matcher(expression);
        while (matcher.find()) {
            demand(code.openBeans().contains(matcher.group(1)), element,
                    "asks “%s”, which diagrams may not ask: name a bean that is open to models", matcher.group(1));
        }
    }

    private void demand(boolean condition, Drawn element, String complaint, Object... arguments) {
        if (!condition) {
            complaints.add(drawing.at(element) + " " + complaint.formatted(arguments) + ".");
        }
    }
}
