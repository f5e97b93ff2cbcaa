package org.commonground.candidate.process;

import java.util.List;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.commonground.candidate.CandidateService;
import org.commonground.candidate.CandidateState;
import org.commonground.engine.OpenToModels;
import org.commonground.foundation.OrganisationId;
import org.commonground.organisation.Neutrality;
import org.springframework.stereotype.Component;

/** What diagrams ask about one candidate: {@code ${candidates.profileMissing(execution, party)}}. */
@Component("candidates")
@OpenToModels
public class CandidateQuestions {

    private final CandidateService candidates;
    private final Neutrality neutrality;

    CandidateQuestions(CandidateService candidates, Neutrality neutrality) {
        this.candidates = candidates;
        this.neutrality = neutrality;
    }

    /** The group that looks at this candidate: the coordinators, or the manager where all of them belong to it. */
    public List<String> neutralCoordinators(String party) {
        return neutrality.serving(List.of(new OrganisationId(party)));
    }

    /** Whether the answer of this candidate to its invitation is awaited. */
    public boolean answerMissing(DelegateExecution execution, String party) {
        return isIn(execution, party, CandidateState.INVITED);
    }

    /** Whether this candidate accepted, and its profile is awaited. */
    public boolean profileMissing(DelegateExecution execution, String party) {
        return isIn(execution, party, CandidateState.ACCEPTED);
    }

    /** Whether this candidate stated its profile, and its assessment is awaited. */
    public boolean assessmentMissing(DelegateExecution execution, String party) {
        return isIn(execution, party, CandidateState.STATED);
    }

    private boolean isIn(DelegateExecution execution, String party, CandidateState state) {
        return candidates.isIn(CandidateVariables.search(execution), new OrganisationId(party), state);
    }
}
