package org.commonground.reckoning.process;

import java.util.List;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.commonground.closure.Reckonings;
import org.commonground.engine.OpenToModels;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.springframework.stereotype.Component;

/** What the diagram asks about the reckoning: {@code ${reckoning.unreconciled(execution)}}. */
@Component("reckoning")
@OpenToModels
public class ReckoningQuestions {

    private final Reckonings reckonings;

    ReckoningQuestions(Reckonings reckonings) {
        this.reckonings = reckonings;
    }

    /** Codes of the members who have not said yet whether the list of their contributions is right. */
    public List<String> unreconciled(DelegateExecution execution) {
        return codes(reckonings.unreconciled(id(execution)));
    }

    /** Whether there is such a member. */
    public boolean contributorsMissing(DelegateExecution execution) {
        return !unreconciled(execution).isEmpty();
    }

    /** Codes of the members who have not shared yet what they learned. */
    public List<String> silentLearners(DelegateExecution execution) {
        return codes(reckonings.silentLearners(id(execution)));
    }

    /** Whether there is such a member. */
    public boolean learnersMissing(DelegateExecution execution) {
        return !silentLearners(execution).isEmpty();
    }

    private static List<String> codes(List<OrganisationId> ids) {
        return ids.stream().map(OrganisationId::code).toList();
    }

    private static PartnershipId id(DelegateExecution execution) {
        return new PartnershipId(execution.getProcessBusinessKey());
    }
}
