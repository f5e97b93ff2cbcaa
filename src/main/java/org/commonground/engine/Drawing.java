package org.commonground.engine;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.ModelException;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** One diagram with its one process, read so that laws can ask it. */
record Drawing(String file, String room, BpmnModelInstance model, Process process) {

    /**
     * A box that has a form.
     *
     * @param form    path of the form that it should have
     * @param hasCase whether there is a case already when somebody opens it
     */
    record Box(String form, boolean hasCase) {
    }

    /** Nothing, and a complaint, where the file is no diagram of one process. */
    static Optional<Drawing> read(String file, String text, List<String> complaints) {
        BpmnModelInstance model;
        try {
            model = Bpmn.readModelFromStream(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        } catch (ModelException broken) {
            complaints.add("%s is no diagram that can be read: open it in Modeler and save it again.".formatted(file));
            return Optional.empty();
        }
        Collection<Process> processes = model.getModelElementsByType(Process.class);
        if (processes.size() != 1) {
            complaints.add("%s holds %d processes: draw each in a file of its own.".formatted(file, processes.size()));
            return Optional.empty();
        }
        return Optional.of(new Drawing(file, ShippedModels.stem(file), model, processes.iterator().next()));
    }

    <T extends ModelElementInstance> Collection<T> all(Class<T> type) {
        return model.getModelElementsByType(type);
    }

    /** The nearest element around this one that people see, as “label” in its file. */
    String at(ModelElementInstance element) {
        ModelElementInstance seen = element;
        while (!(seen instanceof FlowElement) && seen.getParentElement() != null) {
            seen = seen.getParentElement();
        }
        if (!(seen instanceof FlowElement box)) {
            return "The process in " + file;
        }
        return "“%s” in %s".formatted(box.getName() == null ? box.getId() : box.getName().replaceAll("\\s+", " "), file);
    }

    /** The first event of the process itself. */
    Optional<StartEvent> start() {
        return process.getChildElementsByType(StartEvent.class).stream().findFirst();
    }

    List<Box> boxesWithForms() {
        List<Box> boxes = new ArrayList<>();
        for (StartEvent event : all(StartEvent.class)) {
            if (event.getCamundaFormRef() != null) {
                boxes.add(new Box(path(event.getCamundaFormRef()), false));
            }
        }
        // What whoever began it does at once is done before the case has a number.
        String beginner = start().map(StartEvent::getCamundaInitiator).map(name -> "${" + name + "}").orElse("");
        for (UserTask task : all(UserTask.class)) {
            if (task.getCamundaFormRef() != null) {
                boxes.add(new Box(path(task.getCamundaFormRef()), !beginner.equals(task.getCamundaAssignee())));
            }
        }
        return boxes;
    }

    private String path(String form) {
        return "forms/" + room + "/" + form + ".form";
    }

    /** The rooms that this one calls by name. */
    Set<String> namedCalls() {
        return all(CallActivity.class).stream().map(CallActivity::getCalledElement)
                .filter(called -> called != null && !called.contains("{")).collect(Collectors.toSet());
    }
}
