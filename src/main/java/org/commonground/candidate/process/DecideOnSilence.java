package org.commonground.candidate.process;

import org.commonground.candidate.Candidate;
import org.commonground.candidate.CandidateService;
import org.commonground.candidate.CandidateState;
import org.commonground.engine.For;
import org.commonground.engine.Step;
import org.commonground.engine.StepContext;
import org.commonground.foundation.Days;
import org.springframework.stereotype.Component;

/** The coordinator waits for a silent candidate, or goes on without it. */
@Component
@For("${candidates.neutralCoordinators(party)}")
class DecideOnSilence implements Step<DecideOnSilence.Shown, DecideOnSilence.Given> {

    private final CandidateService candidates;

    DecideOnSilence(CandidateService candidates) {
        this.candidates = candidates;
    }

    @Override
    public Shown show(StepContext context) {
        Candidate candidate = candidates.candidate(CandidateVariables.search(context), context.party());
        return new Shown(candidate.name(), candidate.state() == CandidateState.INVITED ? "an answer to the invitation" : "its profile",
                Days.inWords(candidate.nominatedOn()), candidate.askedInWords());
    }

    @Override
    public void take(Given given, StepContext context) {
        if (given.decision == Way.goOn) {
            candidates.goOnWithout(CandidateVariables.search(context), context.party(), given.reason, context.person());
        }
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
