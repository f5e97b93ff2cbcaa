package org.commonground.selection.process;

import java.util.List;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.commonground.candidate.CandidateService;
import org.commonground.engine.OpenToModels;
import org.springframework.stereotype.Component;

/** What the diagram asks about a selection: {@code ${selections.candidates(execution)}}. */
@Component("selections")
@OpenToModels
public class SelectionQuestions {

    private final CandidateService candidates;

    SelectionQuestions(CandidateService candidates) {
        this.candidates = candidates;
    }

    /** Codes of the conveners whose profile is awaited. */
    public List<String> conveners(DelegateExecution execution) {
        return candidates.silentConveners(SelectionVariables.search(execution));
    }

    /** Whether there is such a convener. */
    public boolean convenersMissing(DelegateExecution execution) {
        return !conveners(execution).isEmpty();
    }

    /** Codes of the candidates with whom something is still to be done; those who are finished are not asked again. */
    public List<String> candidates(DelegateExecution execution) {
        return candidates.openCandidates(SelectionVariables.search(execution));
    }

    /** Whether there is such a candidate. */
    public boolean candidatesMissing(DelegateExecution execution) {
        return !candidates(execution).isEmpty();
    }

    /** Whether a partnership is founded; else somebody joins one that is under way. */
    public boolean founding(DelegateExecution execution) {
        return SelectionVariables.search(execution).isFounding();
    }
}
