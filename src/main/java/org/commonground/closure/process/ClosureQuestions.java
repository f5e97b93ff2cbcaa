package org.commonground.closure.process;

import java.util.List;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.commonground.closure.ClosureService;
import org.commonground.closure.ReckoningService;
import org.commonground.engine.OpenToModels;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.springframework.stereotype.Component;

/** What the diagram asks about a closure: {@code ${closures.unreconciled(execution)}}. */
@Component("closures")
@OpenToModels
public class ClosureQuestions {

    private final ClosureService closures;
    private final ReckoningService reckoning;

    ClosureQuestions(ClosureService closures, ReckoningService reckoning) {
        this.closures = closures;
        this.reckoning = reckoning;
    }

    /** Codes of the members who have not said yet whether the list of their contributions is right. */
    public List<String> unreconciled(DelegateExecution execution) {
        return codes(reckoning.unreconciled(id(execution)));
    }

    /** Codes of the members who have not shared yet what they learned. */
    public List<String> silentLearners(DelegateExecution execution) {
        return codes(reckoning.silentLearners(id(execution)));
    }

    /** Whether the partners have looked back together. */
    public boolean reviewed(DelegateExecution execution) {
        return closures.isReviewed(id(execution));
    }

    private static List<String> codes(List<OrganisationId> ids) {
        return ids.stream().map(OrganisationId::code).toList();
    }

    private static PartnershipId id(DelegateExecution execution) {
        return new PartnershipId(execution.getProcessBusinessKey());
    }
}
