package org.commonground.review;

import java.time.Clock;

import org.commonground.agreement.AgreedTerms;
import org.commonground.foundation.PartnershipId;
import org.commonground.partnership.ClosureAgreed;
import org.commonground.partnership.Course;
import org.commonground.partnership.CourseOfWork;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What follows from the way forward. The one place in which a review changes the course of the work. */
@Component
class Consequences {

    private final CourseOfWork work;
    private final AgreedTerms terms;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    Consequences(CourseOfWork work, AgreedTerms terms, ApplicationEventPublisher facts, Clock clock) {
        this.work = work;
        this.terms = terms;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * Does what was decided, unless time has overtaken it: a review that was called goes on through a pause and past the end.
     *
     * @return what happens now, in a sentence
     */
    String carryOut(PartnershipId partnership, WayForward way, String reason) {
        Course course = work.of(partnership);
        if (course.endAgreed() || !clock.instant().isBefore(terms.of(partnership).termEnds())) {
            return "The work has ended meanwhile; what was decided stands in the report.";
        }
        if (way == WayForward.CLOSE) {
            close(course, reason);
        } else if (way == WayForward.SUSPEND && !course.suspended()) {
            work.suspend(partnership, reason);
        } else if (way != WayForward.SUSPEND && course.suspended()) {
            return "The work still pauses. Any partner can propose to take it up again (Raise a matter).";
        }
        return way.outcome();
    }

    /** Work that pauses waits for word, so it is told. */
    private void close(Course course, String reason) {
        work.agreeToEnd(course.id(), reason);
        if (course.suspended()) {
            facts.publishEvent(new ClosureAgreed(course.id()));
        }
    }
}
