package org.commonground.candidate.process;

import java.util.List;

import org.commonground.candidate.Candidate;
import org.commonground.candidate.CandidateService;
import org.commonground.candidate.ProfileSheet;
import org.commonground.candidate.ShownProfile;
import org.commonground.engine.AnsweredAnew;
import org.commonground.engine.For;
import org.commonground.engine.Step;
import org.commonground.engine.StepContext;
import org.springframework.stereotype.Component;

/** A candidate states its profile. */
@Component
@For("${organisations.group(party)}")
@AnsweredAnew("${candidates.assessmentMissing(execution, party)}")
class StateProfile implements Step<StateProfile.Shown, ProfileSheet> {

    private final CandidateService candidates;

    StateProfile(CandidateService candidates) {
        this.candidates = candidates;
    }

    @Override
    public Shown show(StepContext context) {
        List<ShownProfile> conveners = ShownProfile.of(candidates.statedConveners(CandidateVariables.search(context)), context.party());
        return new Shown(Candidate.inWords(candidates.asked(CandidateVariables.search(context), context.party())), conveners,
                !conveners.isEmpty());
    }

    @Override
    public void take(ProfileSheet given, StepContext context) {
        candidates.recordProfile(CandidateVariables.search(context), context.party(), given.profile(), context.person());
    }

    record Shown(String asked, List<ShownProfile> conveners, boolean convenersShown) {
    }
}
