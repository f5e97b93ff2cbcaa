package org.commonground.selection.process;

import java.util.List;

import org.commonground.engine.AnsweredAnew;
import org.commonground.engine.For;
import org.commonground.engine.Step;
import org.commonground.engine.StepContext;
import org.commonground.engine.Takes;
import org.commonground.selection.Candidate;
import org.commonground.selection.Dimension;
import org.commonground.selection.Profile;
import org.commonground.selection.SelectionService;
import org.commonground.selection.Statement;
import org.springframework.stereotype.Component;

/** A candidate states its profile: one that was invited, and one that brings the others together. */
@Component
@For("${organisations.group(party)}")
@AnsweredAnew("${selections.assessmentMissing(execution, party)}")
@Takes({"state-profile", "state-own-profile"})
class StateProfile implements Step<StateProfile.Shown, StateProfile.Given> {

    private final SelectionService selections;

    StateProfile(SelectionService selections) {
        this.selections = selections;
    }

    @Override
    public Shown show(StepContext context) {
        List<ShownProfile> conveners = ShownProfile.of(selections.statedConveners(context.partnership()), context.party());
        return new Shown(Candidate.inWords(selections.asked(context.partnership(), context.party())), conveners, !conveners.isEmpty());
    }

    @Override
    public void take(Given given, StepContext context) {
        selections.recordProfile(context.partnership(), context.party(), given.profile(), context.person());
    }

    record Shown(String asked, List<ShownProfile> conveners, boolean convenersShown) {
    }

    record Given(String mandate, Integer mandateRating,
            String role, Integer roleRating,
            String interests, Integer interestsRating,
            String approach, Integer approachRating,
            String motivation, Integer motivationRating,
            String expectations, Integer expectationsRating,
            String existingCapacity, Integer existingCapacityRating,
            String expectsOfOthers, String capacityWanted, Integer convenersFit, String convenersFitReason) {

        Profile profile() {
            return new Profile(List.of(
                    new Statement(Dimension.MANDATE, mandate, mandateRating),
                    new Statement(Dimension.ROLE, role, roleRating),
                    new Statement(Dimension.INTERESTS, interests, interestsRating),
                    new Statement(Dimension.APPROACH, approach, approachRating),
                    new Statement(Dimension.MOTIVATION, motivation, motivationRating),
                    new Statement(Dimension.EXPECTATIONS, expectations, expectationsRating),
                    new Statement(Dimension.EXISTING_CAPACITY, existingCapacity, existingCapacityRating)),
                    expectsOfOthers, capacityWanted, convenersFit, convenersFitReason);
        }
    }
}
