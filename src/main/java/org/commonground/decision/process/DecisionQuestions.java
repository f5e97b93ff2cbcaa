package org.commonground.decision.process;

import java.util.List;
import java.util.UUID;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.commonground.decision.DecisionService;
import org.commonground.engine.OpenToModels;
import org.commonground.engine.Variable;
import org.commonground.foundation.OrganisationId;
import org.springframework.stereotype.Component;

/** What the diagram asks about a decision: {@code ${decisions.voters(execution)}}. */
@Component("decisions")
@OpenToModels
public class DecisionQuestions {

    private final DecisionService decisions;

    DecisionQuestions(DecisionService decisions) {
        this.decisions = decisions;
    }

    /** Whether all partners had decided on it before it was raised. */
    public boolean decidedAlready(DelegateExecution execution) {
        return decisions.isDecidedAlready(matter(execution));
    }

    /** Codes of the full partners, the proposer too, who have not said yet what they think. */
    public List<String> voters(DelegateExecution execution) {
        return decisions.awaited(matter(execution)).stream().map(OrganisationId::code).toList();
    }

    private static UUID matter(DelegateExecution execution) {
        return UUID.fromString((String) execution.getVariable(Variable.MATTER.name()));
    }
}
