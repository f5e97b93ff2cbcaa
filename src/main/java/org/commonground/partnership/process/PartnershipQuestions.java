package org.commonground.partnership.process;

import java.util.List;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.commonground.engine.OpenToModels;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.partnership.PartnershipService;
import org.springframework.stereotype.Component;

/** What diagrams ask about a partnership: {@code ${partnerships.conveners(execution)}}. */
@Component("partnerships")
@OpenToModels
public class PartnershipQuestions {

    private final PartnershipService partnerships;

    PartnershipQuestions(PartnershipService partnerships) {
        this.partnerships = partnerships;
    }

    /** The groups whose people may clarify the aims: the proposer's, and the coordinators who help them. */
    public List<String> clarifiers(DelegateExecution execution) {
        return List.of(partnerships.proposer(id(execution)).groupId(), "coordinator");
    }

    /** The codes of the organisations that bring the others together: the proposer, and the lead where that is another one. */
    public List<String> conveners(DelegateExecution execution) {
        return partnerships.conveners(id(execution)).stream().map(OrganisationId::code).toList();
    }

    private static PartnershipId id(DelegateExecution execution) {
        return new PartnershipId(execution.getProcessBusinessKey());
    }
}
