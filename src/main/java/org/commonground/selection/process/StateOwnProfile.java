package org.commonground.selection.process;

import java.util.List;

import org.commonground.candidate.CandidateService;
import org.commonground.candidate.ProfileSheet;
import org.commonground.candidate.ShownProfile;
import org.commonground.engine.AnsweredAnew;
import org.commonground.engine.For;
import org.commonground.engine.Step;
import org.commonground.engine.StepContext;
import org.commonground.selection.SelectionService;
import org.springframework.stereotype.Component;

/** An organisation that brings the others together states its profile, for all candidates to see. */
@Component
@For("${organisations.group(party)}")
@AnsweredAnew("${candidates.assessmentMissing(execution, party)}")
class StateOwnProfile implements Step<StateOwnProfile.Shown, ProfileSheet> {

    private final SelectionService selections;
    private final CandidateService candidates;

    StateOwnProfile(SelectionService selections, CandidateService candidates) {
        this.selections = selections;
        this.candidates = candidates;
    }

    @Override
    public Shown show(StepContext context) {
        List<ShownProfile> conveners = ShownProfile.of(candidates.statedConveners(SelectionVariables.search(context)), context.party());
        return new Shown(conveners, !conveners.isEmpty());
    }

    @Override
    public void take(ProfileSheet given, StepContext context) {
        selections.recordOwnProfile(SelectionVariables.search(context), context.party(), given.profile(), context.person());
    }

    record Shown(List<ShownProfile> conveners, boolean convenersShown) {
    }
}
