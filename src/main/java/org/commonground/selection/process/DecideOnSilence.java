package org.commonground.selection.process;

import org.commonground.engine.For;
import org.commonground.engine.Step;
import org.commonground.engine.StepContext;
import org.commonground.foundation.Days;
import org.commonground.selection.Candidate;
import org.commonground.selection.CandidateState;
import org.commonground.selection.SelectionService;
import org.springframework.stereotype.Component;

/** The coordinator waits for a silent candidate, or goes on without it. */
@Component
@For("coordinator")
class DecideOnSilence implements Step<DecideOnSilence.Shown, DecideOnSilence.Given> {

    private final SelectionService selections;

    DecideOnSilence(SelectionService selections) {
        this.selections = selections;
    }

    @Override
    public Shown show(StepContext context) {
        Candidate candidate = selections.candidate(context.partnership(), context.party());
        return new Shown(candidate.name(), candidate.state() == CandidateState.INVITED ? "an answer to the invitation" : "its profile",
                Days.inWords(candidate.nominatedOn()), candidate.askedInWords());
    }

    @Override
    public void take(Given given, StepContext context) {
        boolean wait = given.decision == Way.wait;
        if (!wait) {
            selections.goOnWithout(context.partnership(), context.party(), given.reason);
        }
        context.set(SelectionVariables.WAIT_LONGER, wait);
    }

    record Shown(String organisation, String missing, String nominatedOn, String roles) {
    }

    /** As the form spells them. */
    enum Way {
        wait, goOn
    }

    record Given(Way decision, String reason) {
    }
}
