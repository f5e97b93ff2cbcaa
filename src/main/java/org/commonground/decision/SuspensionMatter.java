package org.commonground.decision;

import java.util.Optional;

import org.commonground.matter.MatterCard;
import org.commonground.partnership.Course;
import org.commonground.partnership.CourseOfWork;
import org.commonground.partnership.PartnershipSuspended;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** A pause of the work, until the partners take it up again. */
@Component
class SuspensionMatter implements ProposalKind {

    private final CourseOfWork work;
    private final ApplicationEventPublisher facts;

    SuspensionMatter(CourseOfWork work, ApplicationEventPublisher facts) {
        this.work = work;
        this.facts = facts;
    }

    @Override
    public String key() {
        return "suspension";
    }

    @Override
    public String label() {
        return "A pause of the work";
    }

    @Override
    public String choice() {
        return "A pause: the work rests until the partners take it up again";
    }

    @Override
    public String consequence() {
        return "The work and its reviews rest until the partners decide to take them up again. The term goes on running.";
    }

    @Override
    public Optional<String> objection(Course course) {
        return course.suspended() ? Optional.of("The work of %s pauses already.".formatted(course.id())) : Optional.empty();
    }

    @Override
    public void carryOut(MatterCard matter) {
        work.suspend(matter.partnership(), matter.why());
        facts.publishEvent(new PartnershipSuspended(matter.partnership()));
    }
}
