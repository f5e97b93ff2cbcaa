package org.commonground.closure.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.commonground.closure.ClosureService;
import org.commonground.engine.OpenToModels;
import org.commonground.foundation.PartnershipId;
import org.springframework.stereotype.Component;

/** What the diagram asks about a closure: {@code ${closures.reviewed(execution)}}. */
@Component("closures")
@OpenToModels
public class ClosureQuestions {

    private final ClosureService closures;

    ClosureQuestions(ClosureService closures) {
        this.closures = closures;
    }

    /** Whether the partners have looked back together. */
    public boolean reviewed(DelegateExecution execution) {
        return closures.isReviewed(new PartnershipId(execution.getProcessBusinessKey()));
    }
}
