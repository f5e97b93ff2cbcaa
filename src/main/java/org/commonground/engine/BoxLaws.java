package org.commonground.engine;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.Task;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaExecutionListener;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputOutput;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;

/** Every box finds what belongs to it by its label: its form, its decision, its code. */
final class BoxLaws {

    private static final Pattern LABEL = Pattern.compile("[A-Z][a-z]+( [a-z]+){1,3}");
    private static final Pattern SAYS_NOTHING = Pattern.compile("\\b(handle|process|manage|update status|data)\\b");

    private final Drawing drawing;
    private final ShippedModels models;
    private final KnownCode code;
    private final List<String> complaints;

    BoxLaws(Drawing drawing, ShippedModels models, KnownCode code, List<String> complaints) {
        this.drawing = drawing;
        this.models = models;
        this.code = code;
        this.complaints = complaints;
    }

    void check() {
        for (Task task : drawing.all(Task.class)) {
            if (task instanceof UserTask || task instanceof ServiceTask || task instanceof BusinessRuleTask) {
                checkLabel(task);
            } else if (!(task instanceof CallActivity)) {
                String kind = task.getElementType().getTypeName().replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
                demand(false, task, "is a %s: make it a user task, a service task or a business rule task", kind);
            }
        }
        drawing.all(UserTask.class).stream().filter(BoxLaws::hasLabel).forEach(this::check);
        drawing.all(ServiceTask.class).stream().filter(BoxLaws::hasLabel).forEach(this::check);
        drawing.all(BusinessRuleTask.class).stream().filter(BoxLaws::hasLabel).forEach(this::check);
        drawing.all(StartEvent.class).stream().filter(start -> start.getCamundaFormRef() != null).forEach(this::check);
        drawing.all(CamundaTaskListener.class).forEach(listener -> complaints.add(
                "%s has a task listener: delete it, its form's class is asked anyway.".formatted(drawing.at(listener))));
        drawing.all(CamundaExecutionListener.class).forEach(listener -> complaints.add(
                "%s has an execution listener: draw a service task instead, so that everybody sees it.".formatted(drawing.at(listener))));
    }

    private static boolean hasLabel(Task task) {
        return task.getName() != null && !task.getName().isBlank();
    }

    private void checkLabel(Task task) {
        if (!hasLabel(task)) {
            demand(false, task, "has no label: say with a verb and an object what is done, such as “Sign agreement”");
            return;
        }
        demand(LABEL.matcher(task.getName()).matches(), task,
                "is no label of two to four words in sentence case: say it with a verb and an object, such as “Sign agreement”");
        demand(!SAYS_NOTHING.matcher(task.getName().toLowerCase(Locale.ROOT)).find(), task,
                "is a label that says nothing: name what people do, without handle, process, manage, update status or data");
        String id = "Task_" + Naming.camel(task.getName());
        demand(id.equals(task.getId()), task, "has the id “%s”: make it “%s”, like its label", task.getId(), id);
    }

    private void check(UserTask task) {
        String form = Naming.form(task.getName());
        demand(form.equals(task.getCamundaFormRef()), task, "has the form “%s”: choose the Camunda form “%s”, like its label",
                task.getCamundaFormRef(), form);
        checkForm(task, form, task.getCamundaFormRefBinding());
        demand(task.getCamundaAssignee() != null || task.getCamundaCandidateGroups() != null, task,
                "is nobody's task: set its assignee or its candidate groups");
        demand(task.getExtensionElements() == null
                        || task.getExtensionElements().getElementsQuery().filterByType(CamundaInputOutput.class).count() == 0, task,
                "has inputs or outputs: delete them, its form's class shows what is needed");
    }

    private void check(StartEvent start) {
        checkForm(start, start.getCamundaFormRef(), start.getCamundaFormRefBinding());
    }

    private void checkForm(FlowNode box, String form, String binding) {
        demand("deployment".equals(binding), box, "has a form of any version: set the binding of its form to “deployment”");
        String file = "forms/%s/%s.form".formatted(drawing.room(), form);
        demand(models.forms().containsKey(file), box, "has no form: draw %s", file);
        demandStep(box, form, Naming.camel(form));
    }

    private void demandStep(FlowNode box, String id, String name) {
        KnownCode.KnownStep step = code.stepOf(id);
        if (step == null) {
            demand(false, box, "has no code that takes “%s”: write the class %s in the package %s.process", id, name, drawing.room());
        } else {
            demand(step.takesSeveral() || step.name().equals(name), box, "is done by %s: call the class %s, like its label",
                    step.name(), name);
            demand(step.room() == null || step.room().equals(drawing.room()), box,
                    "is done by %s of the room %s: move the class to %s.process", step.name(), step.room(), drawing.room());
        }
    }

    private void check(ServiceTask task) {
        String delegate = Naming.bean(task.getName()) + "Delegate";
        String machine = Naming.camel(drawing.room()) + "Machine";
        demand(("${" + delegate + "}").equals(task.getCamundaDelegateExpression()), task,
                "is done by “%s”: set its delegate expression to “${%s}”", task.getCamundaDelegateExpression(), delegate);
        demand(code.machines().stream().anyMatch(known -> known.delegate().equals(delegate) && known.name().equals(machine)), task,
                "has no code: write the method %s in %s of the package %s.process", delegate, machine, drawing.room());
        demandOwnCommit(task, task.isCamundaAsyncBefore());
    }

    private void check(BusinessRuleTask task) {
        String decision = task.getCamundaDecisionRef();
        demand(models.decisions().containsKey("processes/" + decision + ".dmn"), task,
                "asks the decision “%s”, but there is no processes/%s.dmn: draw it, or name another decision", decision, decision);
        if (decision != null) {
            demandStep(task, decision, Naming.camel(task.getName()));
        }
        demand(task.getCamundaResultVariable() == null, task, "stores its result as “%s”: empty that field, its class takes the result",
                task.getCamundaResultVariable());
        demandOwnCommit(task, task.isCamundaAsyncBefore());
    }

    private void demandOwnCommit(Task task, boolean asyncBefore) {
        demand(asyncBefore, task, "is done by the machine, so that a failure must stop here and nowhere else: tick “Asynchronous before”");
    }

    private void demand(boolean condition, FlowNode box, String complaint, Object... arguments) {
        if (!condition) {
            complaints.add(drawing.at(box) + " " + complaint.formatted(arguments) + ".");
        }
    }
}
