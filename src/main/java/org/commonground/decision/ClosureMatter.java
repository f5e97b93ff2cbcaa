package org.commonground.decision;

import org.commonground.matter.MatterCard;
import org.commonground.partnership.ClosureAgreed;
import org.commonground.partnership.CourseOfWork;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The end of a partnership before its term. */
@Component
class ClosureMatter implements ProposalKind {

    private final CourseOfWork work;
    private final ApplicationEventPublisher facts;

    ClosureMatter(CourseOfWork work, ApplicationEventPublisher facts) {
        this.work = work;
        this.facts = facts;
    }

    @Override
    public String key() {
        return "closure";
    }

    @Override
    public String label() {
        return "Closing the partnership";
    }

    @Override
    public String choice() {
        return "Closing the partnership before its term is over";
    }

    @Override
    public String consequence() {
        return "The work ends now, before the term. Nothing new can be raised, and the closing begins.";
    }

    @Override
    public void carryOut(MatterCard matter) {
        work.agreeToEnd(matter.partnership(), matter.why());
        facts.publishEvent(new ClosureAgreed(matter.partnership()));
    }
}
