package org.commonground.lead.process;

import java.util.List;
import java.util.stream.Stream;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.commonground.engine.OpenToModels;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.partnership.Leadership;
import org.commonground.partnership.PartnershipService;
import org.springframework.stereotype.Component;

/** What diagrams ask about who leads: {@code ${leads.named(execution)}}. */
@Component("leads")
@OpenToModels
public class LeadQuestions {

    private final Leadership leadership;
    private final PartnershipService partnerships;

    LeadQuestions(Leadership leadership, PartnershipService partnerships) {
        this.leadership = leadership;
        this.partnerships = partnerships;
    }

    /** Whether somebody was named and has not answered. */
    public boolean named(DelegateExecution execution) {
        return leadership.named(id(execution)).isPresent();
    }

    /** Whether nobody leads, and somebody should. */
    public boolean missing(DelegateExecution execution) {
        return leadership.isMissing(id(execution));
    }

    /** Whether somebody leads. */
    public boolean found(DelegateExecution execution) {
        return partnerships.presentLead(id(execution)).isPresent();
    }

    /** The groups whose people say whether their organisation leads. */
    public List<String> asked(DelegateExecution execution) {
        return leadership.named(id(execution)).map(OrganisationId::groupId).stream().toList();
    }

    /** The groups whose people name another one: the proposer's and the coordinators; once partners are chosen, the coordinators alone. */
    public List<String> namers(DelegateExecution execution) {
        return Stream.concat(leadership.namingProposer(id(execution)).map(OrganisationId::groupId).stream(), Stream.of("coordinator"))
                .toList();
    }

    private static PartnershipId id(DelegateExecution execution) {
        return new PartnershipId(execution.getProcessBusinessKey());
    }
}
