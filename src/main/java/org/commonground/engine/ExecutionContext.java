package org.commonground.engine;

import java.util.List;
import java.util.Set;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;

/** The step context of a running execution; the person is the one on whose behalf the command runs. */
final class ExecutionContext implements StepContext {

    private final ExecutionEntity execution;

    ExecutionContext(DelegateExecution execution) {
        this.execution = (ExecutionEntity) execution;
    }

    @Override
    public String businessKey() {
        return execution.getProcessBusinessKey();
    }

    @Override
    public String person() {
        Authentication authentication = authentication();
        return authentication == null ? null : authentication.getUserId();
    }

    @Override
    public Set<String> groups() {
        Authentication authentication = authentication();
        List<String> groups = authentication == null ? null : authentication.getGroupIds();
        return groups == null ? Set.of() : Set.copyOf(groups);
    }

    private static Authentication authentication() {
        return Context.getCommandContext().getAuthentication();
    }

    @Override
    public <T> T get(Variable<T> variable) {
        return variable.type().cast(execution.getVariable(variable.name()));
    }

    @Override
    public <T> void set(Variable<T> variable, T value) {
        if (variable.perParty()) {
            roundOfParty().setVariableLocal(variable.name(), value);
        } else {
            execution.getProcessInstance().setVariable(variable.name(), value);
        }
    }

    private ExecutionEntity roundOfParty() {
        ExecutionEntity scope = execution;
        while (scope != null && !scope.hasVariableLocal(Variable.PARTY.name())) {
            scope = scope.getParent();
        }
        if (scope == null) {
            throw new IllegalStateException("No round of a party around " + execution.getCurrentActivityId());
        }
        return scope;
    }

    @Override
    public void nameCase(String businessKey) {
        if (execution.getProcessBusinessKey() != null) {
            throw new IllegalStateException("This case has its name already: " + execution.getProcessBusinessKey());
        }
        execution.setProcessBusinessKey(businessKey);
    }
}
