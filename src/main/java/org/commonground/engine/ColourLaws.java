package org.commonground.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who acts is seen at a glance: what people do has their colour, in the words of the standard and in Modeler's; nothing else has one. */
final class ColourLaws {

    private static final List<String> FILL = List.of("fill", "background-color");
    private static final List<String> LINE = List.of("stroke", "border-color");

    private final Drawing drawing;
    private final KnownCode code;
    private final List<String> complaints;

    ColourLaws(Drawing drawing, KnownCode code, List<String> complaints) {
        this.drawing = drawing;
        this.code = code;
        this.complaints = complaints;
    }

    void check() {
        Map<String, Optional<WhoActs>> whoActs = new HashMap<>();
        for (Drawn task : drawing.all("userTask")) {
            String candidates = task.camunda("candidateGroups") == null ? task.camunda("assignee") : task.camunda("candidateGroups");
            whoActs.put(task.id(), Optional.ofNullable(candidates).map(WhoActs::of));
        }
        drawing.all("startEvent").stream().filter(start -> start.camunda("formRef") != null)
                .forEach(start -> whoActs.put(start.id(), meant(start.camunda("formRef"))));
        Map<String, Drawn> elements = new HashMap<>();
        drawing.all("*").stream().filter(element -> element.id() != null).forEach(element -> elements.put(element.id(), element));
        for (Drawn shape : drawing.all("BPMNShape")) {
            Drawn element = elements.get(shape.get("bpmnElement"));
            if (element != null && whoActs.containsKey(element.id())) {
                // A box that is for nobody breaks another law.
                whoActs.get(element.id()).ifPresent(who -> demand(has(shape, List.of(who.fill()), List.of(who.line())), element,
                        "is for %s: give it their colour, the fill %s and the line %s", who.meaning(), who.fill(), who.line()));
            } else if (element != null) {
                demand(has(shape, List.of(), List.of()), element, "has a colour, but nobody does it by hand: take the colour away");
            }
        }
    }

    /** A start event has no candidates: its class says whom it is for. */
    private Optional<WhoActs> meant(String form) {
        return Optional.ofNullable(code.stepOf(form)).map(KnownCode.KnownStep::meant).map(WhoActs::of);
    }

    private static boolean has(Drawn shape, List<String> fill, List<String> line) {
        return FILL.stream().allMatch(name -> shape.values(name).equals(fill))
                && LINE.stream().allMatch(name -> shape.values(name).equals(line));
    }

    private void demand(boolean condition, Drawn element, String complaint, Object... arguments) {
        if (!condition) {
            complaints.add(drawing.at(element) + " " + complaint.formatted(arguments)
                    + ". The command “colour” in CONTRIBUTING.md does it.");
        }
    }
}
