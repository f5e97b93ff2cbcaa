package org.commonground.adhesion.process;

import java.util.UUID;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.commonground.engine.StepContext;
import org.commonground.engine.Variable;
import org.commonground.foundation.OrganisationId;

/** The facts that the gateways of an adhesion ask, and whom it is about. */
final class AdhesionVariables {

    /** Handed on to the room in which it signs. */
    static final Variable<String> NEGOTIATION = Variable.NEGOTIATION;
    static final Variable<Boolean> JOINING_CONFIRMED = Variable.flag("joiningConfirmed");

    private AdhesionVariables() {
    }

    static UUID matter(StepContext context) {
        return UUID.fromString(context.get(Variable.MATTER));
    }

    static UUID matter(DelegateExecution execution) {
        return UUID.fromString((String) execution.getVariable(Variable.MATTER.name()));
    }

    static OrganisationId newcomer(DelegateExecution execution) {
        return new OrganisationId((String) execution.getVariable(Variable.PARTY.name()));
    }
}
