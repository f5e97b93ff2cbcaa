package org.commonground.candidate.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.commonground.candidate.Search;
import org.commonground.engine.StepContext;
import org.commonground.engine.Variable;
import org.commonground.foundation.PartnershipId;

/** The fact that the candidate's gateways ask and that no table keeps, and in which search all of it happens. */
final class CandidateVariables {

    static final Variable<Boolean> FIT_CLEAR = Variable.flag("fitClear").ofParty();

    private CandidateVariables() {
    }

    static Search search(StepContext context) {
        return Search.of(context.partnership(), context.get(Variable.MATTER));
    }

    static Search search(DelegateExecution execution) {
        return Search.of(new PartnershipId(execution.getProcessBusinessKey()), (String) execution.getVariable(Variable.MATTER.name()));
    }
}
