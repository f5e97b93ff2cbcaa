package org.commonground.review.process;

import java.util.List;

import org.commonground.review.ReviewReport;

/** The actions of a report that nobody has seen done yet. */
final class OpenActions {

    private OpenActions() {
    }

    static List<ReviewReport.ActionLine> of(ReviewReport report) {
        return report.actions().stream().filter(action -> !action.state().equals("done")).toList();
    }
}
