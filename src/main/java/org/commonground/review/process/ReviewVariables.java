package org.commonground.review.process;

import java.util.UUID;

import org.commonground.engine.StepContext;
import org.commonground.engine.Variable;

/** What a review's diagram knows besides its case. */
final class ReviewVariables {

    /** Which review this is. */
    static final Variable<String> REVIEW = Variable.text("review");

    private ReviewVariables() {
    }

    static UUID review(StepContext context) {
        return UUID.fromString(context.get(REVIEW));
    }

    /** Which call for an early review it answers; null where its date has come. */
    static UUID matter(StepContext context) {
        String matter = context.get(Variable.MATTER);
        return matter == null ? null : UUID.fromString(matter);
    }
}
