package org.commonground.engine;

import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.form.StartFormData;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.form.handler.StartFormHandler;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.variable.VariableMap;
import org.commonground.foundation.Refusal;

/** The form that starts a process. The case gets its number from the domain, never from the browser. */
final class GuardedStartForm implements StartFormHandler {

    private final StartFormHandler inner;
    private final FormGuard guard;
    private final Turns turns;

    GuardedStartForm(StartFormHandler inner, FormGuard guard, Turns turns) {
        this.inner = inner;
        this.guard = guard;
        this.turns = turns;
    }

    @Override
    public void parseConfiguration(Element element, DeploymentEntity deployment, ProcessDefinitionEntity definition, BpmnParse parse) {
        inner.parseConfiguration(element, deployment, definition, parse);
    }

    @Override
    public StartFormData createStartFormData(ProcessDefinitionEntity definition) {
        return inner.createStartFormData(definition);
    }

    @Override
    public void submitFormVariables(VariableMap submitted, VariableScope scope) {
        ExecutionEntity instance = (ExecutionEntity) scope;
        Refusal.unless(instance.getBusinessKey() == null, "The number of a new case is given by the application. Please leave it empty.");
        StartFormData data = createStartFormData(instance.getProcessDefinition());
        if (data.getCamundaFormRef() != null) {
            turns.expectAnswer(data.getCamundaFormRef().getKey(), instance);
        }
        Submissions.ofThisCommand().carry(instance.getId(),
                guard.check(data.getCamundaFormRef(), data.getDeploymentId(), submitted, key -> null));
    }
}
