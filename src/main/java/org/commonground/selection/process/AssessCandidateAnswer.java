package org.commonground.selection.process;

import java.util.List;

import org.commonground.engine.Answer;
import org.commonground.engine.StepContext;
import org.commonground.organisation.FlagLevel;
import org.commonground.selection.Assessment;
import org.commonground.selection.Dimension;
import org.commonground.selection.Doubt;
import org.commonground.selection.Rating;
import org.commonground.selection.SelectionService;
import org.springframework.stereotype.Component;

@Component
class AssessCandidateAnswer implements Answer<AssessCandidateAnswer.Given> {

    private final SelectionService selections;

    AssessCandidateAnswer(SelectionService selections) {
        this.selections = selections;
    }

    @Override
    public void take(Given given, StepContext context) {
        selections.assess(context.partnership(), context.party(), given.assessment(), given.doubt(), context.person());
    }

    record Given(Integer mandateRating, String mandateNote,
            Integer roleRating, String roleNote,
            Integer interestsRating, String interestsNote,
            Integer approachRating, String approachNote,
            Integer motivationRating, String motivationNote,
            Integer expectationsRating, String expectationsNote,
            Integer existingCapacityRating, String existingCapacityNote,
            String flagLevel, String flagReason) {

        Assessment assessment() {
            return new Assessment(List.of(
                    new Rating(Dimension.MANDATE, mandateRating, mandateNote),
                    new Rating(Dimension.ROLE, roleRating, roleNote),
                    new Rating(Dimension.INTERESTS, interestsRating, interestsNote),
                    new Rating(Dimension.APPROACH, approachRating, approachNote),
                    new Rating(Dimension.MOTIVATION, motivationRating, motivationNote),
                    new Rating(Dimension.EXPECTATIONS, expectationsRating, expectationsNote),
                    new Rating(Dimension.EXISTING_CAPACITY, existingCapacityRating, existingCapacityNote)));
        }

        Doubt doubt() {
            return flagLevel.equals("none") ? null : new Doubt(FlagLevel.of(flagLevel), flagReason);
        }
    }
}
