package org.commonground.engine;

import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.commonground.foundation.Refusal;

/**
 * The delegate of a service task: one line that translates, calls the room's service and is done. A refusal becomes the
 * BPMN error named like its class, so that the diagram can draw what happens then; every other exception is an incident on this box.
 */
public interface ProcessStep extends JavaDelegate {

    void perform(StepContext context);

    @Override
    default void execute(DelegateExecution execution) {
        try {
            perform(new ExecutionContext(execution));
        } catch (Refusal refusal) {
            throw new BpmnError(refusal.getClass().getSimpleName(), refusal.sentence());
        }
    }
}
