package org.commonground.review.process;

import static java.util.stream.Collectors.joining;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.commonground.engine.Sheet;
import org.commonground.engine.StepContext;
import org.commonground.foundation.Days;
import org.commonground.review.PlannedDate;
import org.commonground.review.Question;
import org.commonground.review.ReviewCard;
import org.commonground.review.ReviewService;
import org.springframework.stereotype.Component;

@Component
class RatePartnershipSheet implements Sheet<RatePartnershipSheet.Shown> {

    private final ReviewService reviews;
    private final Clock clock;

    RatePartnershipSheet(ReviewService reviews, Clock clock) {
        this.reviews = reviews;
        this.clock = clock;
    }

    @Override
    public Shown read(StepContext context) {
        UUID id = ReviewVariables.review(context);
        ReviewCard review = reviews.card(id);
        List<Indicator> indicators = reviews.questions(id).stream().filter(Question::isIndicator)
                .map(question -> new Indicator(question.label(), null)).toList();
        return new Shown(review.title(), missed(review),
                review.shielded() ? "The result is shown when four or more have rated." : "With so few partners the result is always shown.",
                warning(review), indicators, indicators.isEmpty());
    }

    /** Null when the review is in time. */
    private String missed(ReviewCard review) {
        return !review.isLate() ? null : "It is held late. It was due on %s.".formatted(review.dates().stream().filter(PlannedDate::late)
                .map(date -> Days.inWords(LocalDate.ofInstant(date.due(), clock.getZone()))).collect(joining(" and on ")));
    }

    /** Null where there are partners enough. */
    private static String warning(ReviewCard review) {
        return review.shielded() ? null : "You are only %d partners: whoever reads the result can guess who answered what.".formatted(review.partners());
    }

    record Indicator(String indicator, Integer rating) {
    }

    record Shown(String review, String missed, String result, String warning, List<Indicator> indicators, boolean noIndicators) {
    }
}
