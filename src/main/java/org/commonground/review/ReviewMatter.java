package org.commonground.review;

import java.util.Optional;

import org.commonground.matter.MatterKind;
import org.commonground.partnership.Course;
import org.springframework.stereotype.Component;

/** A review before its date, which any partner may call. */
@Component
class ReviewMatter implements MatterKind {

    private final ReviewService reviews;

    ReviewMatter(ReviewService reviews) {
        this.reviews = reviews;
    }

    @Override
    public String key() {
        return "review";
    }

    @Override
    public String label() {
        return "An early review";
    }

    @Override
    public String choice() {
        return "An early review: all partners rate the partnership now";
    }

    @Override
    public String consequence() {
        return "All partners rate the partnership now, before the next date.";
    }

    @Override
    public String room() {
        return "review";
    }

    @Override
    public Optional<String> objection(Course course) {
        return reviews.objection(course);
    }

    @Override
    public Optional<String> settledOnArrival() {
        return Optional.of("The review has begun.");
    }

    @Override
    public String next() {
        return "It begins now, and all partners are asked.";
    }
}
