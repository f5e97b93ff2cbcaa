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

    /** Codes of the full partners, the proposer too. */
    public List<String> voters(DelegateExecution execution) {
        UUID matter = UUID.fromString((String) execution.getVariable(Variable.MATTER.name()));
        return decisions.voters(matter).stream().map(OrganisationId::code).toList();
    }
}
