package org.commonground.review;

import java.util.List;
import java.util.Set;

import org.commonground.document.Papers;
import org.commonground.foundation.NotFound;
import org.commonground.foundation.PartnershipId;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What the reviews came to, the first one first. */
@Component
@Order(2)
class ReviewPapers implements Papers {

    private final ReviewReports reports;

    ReviewPapers(ReviewReports reports) {
        this.reports = reports;
    }

    @Override
    public String shelf() {
        return "reviews";
    }

    @Override
    public String heading() {
        return "Reviews";
    }

    @Override
    public List<Listed> of(PartnershipId partnership) {
        return reports.written(partnership).stream()
                .map(review -> new Listed(review.nr(), review.title(), null, review.way().label(), "PDF", review.report(), Set.of()))
                .toList();
    }

    @Override
    public String page(PartnershipId partnership, int nr) {
        return reports.page(partnership, nr).orElseThrow(() -> new NotFound("There is no such review."));
    }
}
