package org.commonground.engine;

import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.form.TaskFormData;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.form.TaskFormDataImpl;
import org.camunda.bpm.engine.impl.form.handler.TaskFormHandler;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
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

    GuardedTaskForm(TaskFormHandler inner, Steps steps, FormGuard guard) {
        this.inner = inner;
        this.steps = steps;
        this.guard = guard;
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
            sheet(task, form).addTo(data.getFormFields());
        }
        return data;
    }

    private SheetFields sheet(TaskEntity task, String form) {
        return new SheetFields(steps, form, new ExecutionContext(task.getExecution()));
    }

    @Override
    public void submitFormVariables(VariableMap submitted, VariableScope scope) {
        TaskEntity task = (TaskEntity) scope;
        Refusal.unless(task.getDelegationState() == null, "This step was handed on to somebody else and cannot be submitted here.");
        if (task.getExecution() == null) {
            // A colleague's answer has ended the case between the engine's two looks.
            throw new NullValueException("task is null");
        }
        // Loads the case in one statement; otherwise the engine asks for its parts one by one.
        task.getExecution().getProcessInstance();
        TaskFormData data = inner.createTaskForm(task);
        SheetFields sheet = data.getCamundaFormRef() == null ? null : sheet(task, data.getCamundaFormRef().getKey());
        Submissions.ofThisCommand().carry(task.getId(),
                guard.check(data.getCamundaFormRef(), data.getDeploymentId(), submitted, key -> sheet.value(key)));
    }
}
