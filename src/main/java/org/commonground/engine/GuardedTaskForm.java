package org.commonground.engine;

import java.util.List;

import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.form.TaskFormData;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.form.TaskFormDataImpl;
import org.camunda.bpm.engine.impl.form.handler.TaskFormHandler;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.variable.VariableMap;
import org.commonground.foundation.Refusal;

/**
 * The form of a user task: shows its sheet, checks what is submitted and carries it to the answer. Wraps the engine's own
 * handler, whose reference to the form Tasklist needs.
 */
final class GuardedTaskForm implements TaskFormHandler {

    private final TaskFormHandler inner;
    private final Steps steps;
    private final FormGuard guard;
    private final Turns turns;
    private final EarlierWords earlier;

    GuardedTaskForm(TaskFormHandler inner, Steps steps, FormGuard guard, Turns turns, EarlierWords earlier) {
        this.inner = inner;
        this.steps = steps;
        this.guard = guard;
        this.turns = turns;
        this.earlier = earlier;
    }

    @Override
    public void parseConfiguration(Element element, DeploymentEntity deployment, ProcessDefinitionEntity definition, BpmnParse parse) {
        inner.parseConfiguration(element, deployment, definition, parse);
    }

    @Override
    public TaskFormData createTaskForm(TaskEntity task) {
        TaskFormDataImpl data = (TaskFormDataImpl) inner.createTaskForm(task);
        if (data.getCamundaFormRef() != null) {
            String form = data.getCamundaFormRef().getKey();
            turns.expectSight(form, task.getExecution());
            SheetFields sheet = sheet(task, form);
            sheet.addTo(data.getFormFields(), earlier.laidOver(task, data, sheet::value));
        }
        return data;
    }

    /** The form as it is drawn, without anything in it. */
    TaskFormData drawn(TaskEntity task) {
        return inner.createTaskForm(task);
    }

    private SheetFields sheet(TaskEntity task, String form) {
        return new SheetFields(steps, form, new ExecutionContext(task.getExecution()));
    }

    @Override
    public void submitFormVariables(VariableMap submitted, VariableScope scope) {
        TaskEntity task = (TaskEntity) scope;
        Refusal.unless(task.getDelegationState() == null, "This step was handed on to somebody else and cannot be submitted here.");
        loadCase(task);
        TaskFormData data = inner.createTaskForm(task);
        // First who, then what: a stranger does not learn what else is wrong.
        if (data.getCamundaFormRef() != null) {
            turns.expectAnswer(data.getCamundaFormRef().getKey(), task.getExecution());
        }
        turns.expectHeldByNobodyElse(task);
        SheetFields sheet = data.getCamundaFormRef() == null ? null : sheet(task, data.getCamundaFormRef().getKey());
        Submissions.ofThisCommand().carry(task.getId(), check(task, data, submitted, sheet));
    }

    private Submissions.Checked check(TaskEntity task, TaskFormData data, VariableMap submitted, SheetFields sheet) {
        try {
            return guard.check(data.getCamundaFormRef(), data.getDeploymentId(), submitted, key -> sheet.value(key));
        } catch (Refusal refusal) {
            // What a colleague answered meanwhile is shown already: it is not this answer that is wrong.
            throw isThere(task) ? refusal : new NullValueException("task is null");
        }
    }

    /** Asked of the database, not of what this command has read. */
    private static boolean isThere(TaskEntity task) {
        CommandContext command = Context.getCommandContext();
        return command.runWithoutAuthorization(() -> command.getTaskManager()
                .findTaskCountByQueryCriteria((TaskQueryImpl) new TaskQueryImpl().taskId(task.getId()))) > 0;
    }

    /** In one statement; otherwise the engine asks for the parts of the case one by one. */
    private static void loadCase(TaskEntity task) {
        List<ExecutionEntity> parts = Context.getCommandContext().getExecutionManager()
                .findExecutionsByProcessInstanceId(task.getProcessInstanceId());
        // A colleague's answer may have ended the case between the engine's two looks.
        ExecutionEntity whole = parts.stream().filter(ExecutionEntity::isProcessInstanceExecution).findFirst()
                .orElseThrow(() -> new NullValueException("task is null"));
        whole.restoreProcessInstance(parts, null, null, null, null, null, null);
        if (task.getExecution() == null) {
            throw new NullValueException("task is null");
        }
    }
}
