package org.commonground.decision;

import java.util.Optional;

import org.commonground.matter.MatterCard;
import org.commonground.partnership.Course;
import org.commonground.partnership.CourseOfWork;
import org.commonground.partnership.PartnershipResumed;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The end of a pause. */
@Component
class ResumptionMatter implements ProposalKind {

    private final CourseOfWork work;
    private final ApplicationEventPublisher facts;

    ResumptionMatter(CourseOfWork work, ApplicationEventPublisher facts) {
        this.work = work;
        this.facts = facts;
    }

    @Override
    public String key() {
        return "resumption";
    }

    @Override
    public String label() {
        return "Taking up the work again";
    }

    @Override
    public String choice() {
        return "Taking up the work again after a pause";
    }

    @Override
    public String consequence() {
        return "The work and its reviews begin again from where they stood.";
    }

    @Override
    public Optional<String> objection(Course course) {
        return course.suspended() ? Optional.empty()
                : Optional.of("The work of %s goes on, so there is nothing to take up again.".formatted(course.id()));
    }

    @Override
    public void carryOut(MatterCard matter) {
        work.resume(matter.partnership());
        facts.publishEvent(new PartnershipResumed(matter.partnership()));
    }
}
