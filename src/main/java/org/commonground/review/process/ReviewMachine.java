package org.commonground.review.process;

import org.commonground.engine.Machine;
import org.commonground.review.RatingService;
import org.commonground.review.ReviewReports;
import org.commonground.review.ReviewService;
import org.commonground.review.WayForwardService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What nobody does by hand in a review. */
@Configuration(proxyBeanMethods = false)
class ReviewMachine {

    private final ReviewService reviews;
    private final RatingService ratings;
    private final WayForwardService ways;
    private final ReviewReports reports;

    ReviewMachine(ReviewService reviews, RatingService ratings, WayForwardService ways, ReviewReports reports) {
        this.reviews = reviews;
        this.ratings = ratings;
        this.ways = ways;
        this.reports = reports;
    }

    @Bean
    Machine openReviewDelegate() {
        return context -> context.set(ReviewVariables.REVIEW,
                reviews.open(context.partnership(), ReviewVariables.matter(context)).toString());
    }

    @Bean
    Machine consolidateRatingsDelegate() {
        return context -> ratings.consolidate(ReviewVariables.review(context));
    }

    @Bean
    Machine recordWayForwardDelegate() {
        return context -> ways.tallyVotes(ReviewVariables.review(context));
    }

    @Bean
    Machine writeReviewReportDelegate() {
        return context -> {
            ways.leaveOpen(ReviewVariables.review(context));
            reports.write(ReviewVariables.review(context));
        };
    }

    @Bean
    Machine followWayForwardDelegate() {
        return context -> ways.follow(ReviewVariables.review(context));
    }
}
