package org.commonground.selection.process;

import java.util.List;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.commonground.engine.OpenToModels;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.selection.CandidateState;
import org.commonground.selection.SelectionService;
import org.springframework.stereotype.Component;

/** What the diagram asks about a selection: {@code ${selections.candidates(execution)}}. */
@Component("selections")
@OpenToModels
public class SelectionQuestions {

    private final SelectionService selections;

    SelectionQuestions(SelectionService selections) {
        this.selections = selections;
    }

    /** Codes of the conveners whose profile is awaited. */
    public List<String> conveners(DelegateExecution execution) {
        return selections.silentConveners(id(execution));
    }

    /** Codes of the candidates with whom something is still to be done; those who are finished are not asked again. */
    public List<String> candidates(DelegateExecution execution) {
        return selections.openCandidates(id(execution));
    }

    /** Whether this candidate accepted its invitation. */
    public boolean invitationAccepted(DelegateExecution execution, String party) {
        return profileMissing(execution, party);
    }

    /** Whether this candidate accepted, and its profile is awaited. */
    public boolean profileMissing(DelegateExecution execution, String party) {
        return selections.isIn(id(execution), new OrganisationId(party), CandidateState.ACCEPTED);
    }

    /** Whether this candidate stated its profile, and its assessment is awaited. */
    public boolean assessmentMissing(DelegateExecution execution, String party) {
        return selections.isIn(id(execution), new OrganisationId(party), CandidateState.STATED);
    }

    private static PartnershipId id(DelegateExecution execution) {
        return new PartnershipId(execution.getProcessBusinessKey());
    }
}
