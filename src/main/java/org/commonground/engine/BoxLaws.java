package org.commonground.engine;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

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
        drawing.all("userTask", "serviceTask", "businessRuleTask").forEach(this::checkLabel);
        for (Drawn task : drawing.all("task", "manualTask", "scriptTask", "sendTask", "receiveTask")) {
            String kind = task.kind().replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
            demand(false, task, "is a %s: make it a user task, a service task or a business rule task", kind);
        }
        drawing.all("userTask").stream().filter(Drawn::hasName).forEach(this::checkUserTask);
        drawing.all("serviceTask").stream().filter(Drawn::hasName).forEach(this::checkServiceTask);
        drawing.all("businessRuleTask").stream().filter(Drawn::hasName).forEach(this::checkBusinessRuleTask);
        drawing.all("startEvent").stream().filter(start -> start.camunda("formRef") != null)
                .forEach(start -> {
                    checkForm(start, start.camunda("formRef"));
                    demandMeant(start, start.camunda("formRef"));
                });
        drawing.all("taskListener").forEach(listener -> demand(false, listener,
                "has a task listener: delete it, its form's class is asked anyway"));
        drawing.all("executionListener").forEach(listener -> demand(false, listener,
                "has an execution listener: draw a service task instead, so that everybody sees it"));
    }

    private void checkLabel(Drawn task) {
        if (!task.hasName()) {
            demand(false, task, "has no label: say with a verb and an object what is done, such as “Sign agreement”");
            return;
        }
        demand(LABEL.matcher(task.name()).matches(), task,
                "is no label of two to four words in sentence case: say it with a verb and an object, such as “Sign agreement”");
        demand(!SAYS_NOTHING.matcher(task.name().toLowerCase(Locale.ROOT)).find(), task,
                "is a label that says nothing: name what people do, without handle, process, manage, update status or data");
        String id = "Task_" + Naming.camel(task.name());
        demand(id.equals(task.id()), task, "has the id “%s”: make it “%s”, like its label", task.id(), id);
    }

    private void checkUserTask(Drawn task) {
        String form = Naming.form(task.name());
        demand(form.equals(task.camunda("formRef")), task, "has the form “%s”: choose the Camunda form “%s”, like its label",
                task.camunda("formRef"), form);
        checkForm(task, form);
        checkTurn(task, form);
        demand(task.camunda("assignee") != null || task.camunda("candidateGroups") != null, task,
                "is nobody's task: set its assignee or its candidate groups");
        demand(task.all("inputOutput").isEmpty(), task, "has inputs or outputs: delete them, its form's class shows what is needed");
    }

    private void checkForm(Drawn box, String form) {
        demand("deployment".equals(box.camunda("formRefBinding")), box,
                "has a form of any version: set the binding of its form to “deployment”");
        String file = "forms/%s/%s.form".formatted(drawing.room(), form);
        demand(models.forms().containsKey(file), box, "has no form: draw %s", file);
        demandStep(box, form, Naming.camel(form));
    }

    /** The class is asked who may answer, the diagram who is told: whoever reads one of them should read the same. */
    private void checkTurn(Drawn task, String form) {
        KnownCode.KnownStep step = code.stepOf(form);
        String drawn = task.camunda("candidateGroups") == null ? task.camunda("assignee") : task.camunda("candidateGroups");
        if (drawn != null && demandMeant(task, form)) {
            demand(step.meant().replace(" ", "").equals(drawn.replace(" ", "")), task,
                    "is for “%s”, but %s says “%s”: let @For and the candidates say the same", drawn, step.name(), step.meant());
        }
    }

    private boolean demandMeant(Drawn box, String form) {
        KnownCode.KnownStep step = code.stepOf(form);
        if (step != null) {
            demand(step.meant() != null, box, "is for nobody: write @For(…) above the class %s", step.name());
        }
        return step != null && step.meant() != null;
    }

    private void demandStep(Drawn box, String id, String name) {
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

    private void checkServiceTask(Drawn task) {
        String delegate = Naming.bean(task.name()) + "Delegate";
        String machine = Naming.camel(drawing.room()) + "Machine";
        demand(("${" + delegate + "}").equals(task.camunda("delegateExpression")), task,
                "is done by “%s”: set its delegate expression to “${%s}”", task.camunda("delegateExpression"), delegate);
        demand(code.machines().stream().anyMatch(known -> known.delegate().equals(delegate) && known.name().equals(machine)), task,
                "has no code: write the method %s in %s of the package %s.process", delegate, machine, drawing.room());
        demandOwnCommit(task);
    }

    private void checkBusinessRuleTask(Drawn task) {
        String decision = task.camunda("decisionRef");
        demand(models.decisions().containsKey("processes/" + decision + ".dmn"), task,
                "asks the decision “%s”, but there is no processes/%s.dmn: draw it, or name another decision", decision, decision);
        if (decision != null) {
            demandStep(task, decision, Naming.camel(task.name()));
        }
        demand(task.camunda("resultVariable") == null, task, "stores its result as “%s”: empty that field, its class takes the result",
                task.camunda("resultVariable"));
        demandOwnCommit(task);
    }

    private void demandOwnCommit(Drawn task) {
        demand(task.isTicked("asyncBefore"), task,
                "is done by the machine, so that a failure must stop here and nowhere else: tick “Asynchronous before”");
    }

    private void demand(boolean condition, Drawn box, String complaint, Object... arguments) {
        if (!condition) {
            complaints.add(drawing.at(box) + " " + complaint.formatted(arguments) + ".");
        }
    }
}
