package org.commonground.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.commonground.engine.KnownCode.KnownMachine;
import org.commonground.engine.KnownCode.KnownStep;

/**
 * The laws of the house about what is drawn: everything that belongs to a box follows from the label on it. They hold for shipped
 * models, and are asked by the build and at start-up, before anything is deployed. Each complaint is a sentence for somebody who
 * draws: which file, which label, what to do.
 */
public final class ModelLaws {

    private final ShippedModels models;
    private final KnownCode code;
    private final List<String> complaints = new ArrayList<>();

    private ModelLaws(ShippedModels models, KnownCode code) {
        this.models = models;
        this.code = code;
    }

    /** Everything that is wrong, in the order of the files; nothing where all is well. */
    public static List<String> complaints(ShippedModels models, KnownCode code) {
        return new ModelLaws(models, code).all();
    }

    private List<String> all() {
        List<Drawing> drawings = new ArrayList<>();
        models.diagrams().forEach((file, text) -> Drawing.read(file, text, complaints).ifPresent(drawings::add));
        Set<String> called = called(drawings);
        Map<String, Set<String>> heard = drawings.stream().collect(Collectors.toMap(Drawing::room, Drawing::heardAllTheWhile));
        for (Drawing drawing : drawings) {
            new BoxLaws(drawing, models, code, complaints).check();
            new FlowLaws(drawing, models.rooms(), called, heard, code, complaints).check();
            new ColourLaws(drawing, code, complaints).check();
        }
        models.decisions().forEach((file, text) -> new DecisionLaws(file, code, complaints).check(text));
        Map<String, Drawing.Box> boxes = new LinkedHashMap<>();
        drawings.forEach(drawing -> drawing.boxesWithForms().forEach(box -> boxes.put(box.form(), box)));
        models.forms().forEach((file, text) -> new FormLaws(file, boxes.get(file), code, complaints).check(text));
        noFormOfTwoSteps();
        noCodeWithoutBox(drawings);
        noLabelTwice(drawings);
        callsLeadSomewhere();
        return List.copyOf(complaints);
    }

    private Set<String> called(List<Drawing> drawings) {
        Set<String> called = drawings.stream().flatMap(drawing -> drawing.namedCalls().stream()).collect(Collectors.toSet());
        called.addAll(code.called().values());
        return called;
    }

    private void noFormOfTwoSteps() {
        Map<String, String> takers = new TreeMap<>();
        for (KnownStep step : code.steps()) {
            for (String id : step.ids()) {
                String other = takers.put(id, step.name());
                if (other != null) {
                    complaints.add("Both %s and %s take “%s”: one of them has to go.".formatted(other, step.name(), id));
                }
            }
        }
    }

    private void noCodeWithoutBox(List<Drawing> drawings) {
        Set<String> asked = drawings.stream().flatMap(drawing -> drawing.boxesWithForms().stream())
                .map(box -> ShippedModels.stem(box.form())).collect(Collectors.toSet());
        Set<String> named = drawings.stream().flatMap(drawing -> drawing.all("serviceTask").stream())
                .map(task -> task.camunda("delegateExpression")).collect(Collectors.toSet());
        drawings.forEach(drawing -> drawing.all("businessRuleTask").forEach(task -> asked.add(task.camunda("decisionRef"))));
        for (KnownStep step : code.steps()) {
            for (String id : step.ids()) {
                if (step.room() != null && !asked.contains(id)) {
                    complaints.add("%s takes “%s”, which no box has: draw the box in processes/%s.bpmn, or delete the class."
                            .formatted(step.name(), id, step.room()));
                }
            }
        }
        for (KnownMachine machine : code.machines()) {
            if (machine.room() != null && !named.contains("${" + machine.delegate() + "}")) {
                complaints.add("%s holds %s, which no box names: draw the service task “%s” in processes/%s.bpmn, or delete the method."
                        .formatted(machine.name(), machine.delegate(),
                                Naming.label(Naming.kebab(machine.delegate().replaceFirst("Delegate$", ""))), machine.room()));
            }
        }
    }

    private void noLabelTwice(List<Drawing> drawings) {
        Map<String, String> places = new TreeMap<>();
        for (Drawing drawing : drawings) {
            for (Drawn task : drawing.all("userTask")) {
                String other = task.name() == null ? null : places.put(task.name(), drawing.file());
                if (other != null) {
                    complaints.add(("Two user tasks are labelled “%s”, in %s and in %s: people could not tell them apart, so label one"
                            + " otherwise.").formatted(task.name(), other, drawing.file()));
                }
            }
        }
    }

    private void callsLeadSomewhere() {
        code.called().forEach((caller, room) -> {
            if (!models.rooms().contains(room)) {
                complaints.add("%s is taken up by the room “%s”, but there is no processes/%s.bpmn: draw it, or name another room."
                        .formatted(caller, room, room));
            }
        });
    }
}
