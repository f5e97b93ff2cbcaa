package org.commonground.visit.process;

import java.util.UUID;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.commonground.engine.StepContext;
import org.commonground.engine.Variable;

/** What a visit is about. */
final class VisitVariables {

    private VisitVariables() {
    }

    static UUID matter(StepContext context) {
        return UUID.fromString(context.get(Variable.MATTER));
    }

    static UUID matter(DelegateExecution execution) {
        return UUID.fromString((String) execution.getVariable(Variable.MATTER.name()));
    }
}
