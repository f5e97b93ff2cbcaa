package org.commonground.review.process;

import java.util.List;

import org.commonground.candidate.CandidateService;
import org.commonground.candidate.Dimension;
import org.commonground.engine.For;
import org.commonground.engine.Step;
import org.commonground.engine.StepContext;
import org.commonground.learning.Reach;
import org.commonground.partnership.NumberedObjective;
import org.commonground.reporting.ObjectiveProgress;
import org.commonground.reporting.ReportService;
import org.commonground.review.Impact;
import org.commonground.review.RatingService;
import org.commonground.review.ReviewService;
import org.commonground.review.WorkRating;
import org.springframework.stereotype.Component;

/** What the partnership does to one of its partners, and how that one sees the work. */
@Component
@For("${organisations.group(party)}")
class StateImpact implements Step<StateImpact.Shown, StateImpact.Given> {

    private final ReviewService reviews;
    private final RatingService ratings;
    private final CandidateService candidates;
    private final ReportService reported;

    StateImpact(ReviewService reviews, RatingService ratings, CandidateService candidates, ReportService reported) {
        this.reviews = reviews;
        this.ratings = ratings;
        this.candidates = candidates;
        this.reported = reported;
    }

    @Override
    public Shown show(StepContext context) {
        List<Expected> expected = candidates.profile(context.partnership(), context.party())
                .map(profile -> List.of(new Expected("Of the partnership", profile.on(Dimension.EXPECTATIONS).words()),
                        new Expected("Of the other partners", profile.expectsOfOthers())))
                .orElse(List.of());
        return new Shown(reviews.card(ReviewVariables.review(context)).title(), expected, expected.isEmpty(),
                reported.progress(context.partnership()).stream().map(Reported::of).toList());
    }

    @Override
    public void take(Given given, StepContext context) {
        ratings.recordImpact(ReviewVariables.review(context), context.party(), given.stated(), Reach.asked(given.reach()),
                context.person());
    }

    record Shown(String review, List<Expected> expected, boolean nothingExpected, List<Reported> objectives) {
    }

    record Expected(String of, String words) {
    }

    /** An objective, and how it is rated: nothing yet. */
    record Reported(int objective, String wording, String indicator, String baseline, String target, String reported, Integer rating,
            String words) {

        static Reported of(ObjectiveProgress progress) {
            NumberedObjective objective = progress.objective();
            return new Reported(progress.nr(), objective.wording(), objective.indicator(), objective.baseline(), objective.target(),
                    progress.inWords(), null, null);
        }
    }

    record Given(Integer impactRating, String impact, String ownChange, String managed, String learned, String reach,
            List<Rated> objectives, String remark) {

        Impact stated() {
            return new Impact(impactRating, impact, ownChange, managed, learned, remark,
                    objectives.stream().map(row -> new WorkRating(row.objective(), row.rating(), row.words())).toList());
        }
    }

    record Rated(Integer objective, Integer rating, String words) {
    }
}
