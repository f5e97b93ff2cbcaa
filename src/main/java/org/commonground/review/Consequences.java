package org.commonground.review;

import static java.util.stream.Collectors.joining;

import java.time.Clock;
import java.util.Set;

import org.commonground.agreement.AgreedTerms;
import org.commonground.foundation.PartnershipId;
import org.commonground.matter.MatterService;
import org.commonground.negotiation.Topic;
import org.commonground.partnership.Course;
import org.commonground.partnership.CourseOfWork;
import org.springframework.stereotype.Component;

/** What follows from the way forward for the work that is under way. */
@Component
class Consequences {

    private final CourseOfWork work;
    private final AgreedTerms terms;
    private final MatterService matters;
    private final Clock clock;

    Consequences(CourseOfWork work, AgreedTerms terms, MatterService matters, Clock clock) {
        this.work = work;
        this.terms = terms;
        this.matters = matters;
        this.clock = clock;
    }

    /** How it goes on, as all members read it: a review that was called goes on through a pause and past the end. */
    String outcome(PartnershipId partnership, WayForward way, Set<Topic> topics) {
        Course course = work.of(partnership);
        if (course.endAgreed() || !clock.instant().isBefore(terms.of(partnership).termEnds())) {
            return "The work has ended meanwhile; what was decided stands in the report.";
        }
        return course.suspended() && !way.stopsTheWork()
                ? "The work still pauses. Any partner can propose to take it up again (Raise a matter)." : way.outcome()
                        + (topics.isEmpty() ? "" : " They are: %s.".formatted(topics.stream().map(Topic::inWords).collect(joining("; "))));
    }

    /** Raises what was decided. It is decided already, so nobody votes on it again. */
    void raise(ReviewCard review) {
        review.way().matter().ifPresent(kind -> matters.raiseDecided(review.partnership(), kind, review.topics(), review.wayReason(),
                "Decided in review %d.".formatted(review.nr())));
    }
}
