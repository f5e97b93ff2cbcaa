package org.commonground.lead.process;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.commonground.engine.OpenToModels;
import org.commonground.engine.Variable;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.lead.LeadService;
import org.commonground.partnership.Leadership;
import org.springframework.stereotype.Component;

/** What diagrams ask about who leads: {@code ${leads.named(execution)}}. */
@Component("leads")
@OpenToModels
public class LeadQuestions {

    private final LeadService leads;
    private final Leadership leadership;

    LeadQuestions(LeadService leads, Leadership leadership) {
        this.leads = leads;
        this.leadership = leadership;
    }

    /** Whether somebody was named and has not answered. */
    public boolean named(DelegateExecution execution) {
        return leadership.named(id(execution)).isPresent();
    }

    /** Whether who was asked agreed. */
    public boolean accepted(DelegateExecution execution) {
        return leadership.isAccepted(id(execution));
    }

    /** Whether nobody leads, and somebody should; where the lead was to be passed on, not while another is looked for anyway. */
    public boolean missing(DelegateExecution execution) {
        return leadership.isMissing(id(execution)) && !(passedOn(execution) && leadership.isSought(id(execution)));
    }

    /** Whether the lead that is there shall be passed on, by a matter. */
    public boolean passedOn(DelegateExecution execution) {
        return execution.getVariable(Variable.MATTER.name()) != null;
    }

    /** The group whose people say to whom it is passed on. */
    public List<String> proposers(DelegateExecution execution) {
        UUID matter = UUID.fromString((String) execution.getVariable(Variable.MATTER.name()));
        return List.of(leads.proposer(matter).map(OrganisationId::groupId).orElse("coordinator"));
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
