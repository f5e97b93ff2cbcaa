package org.commonground.parting;

import java.util.List;
import java.util.UUID;

import org.commonground.foundation.PartnershipId;
import org.commonground.partnership.ClosureAgreed;
import org.commonground.partnership.Course;
import org.commonground.partnership.CourseOfWork;
import org.commonground.partnership.PartnershipService;
import org.commonground.withdrawal.Leaving;
import org.commonground.withdrawal.PassingService;
import org.commonground.withdrawal.WayOfLeaving;
import org.commonground.withdrawal.WithdrawalService;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The last day of a partner. */
@Service
public class PartingService {

    static final String MACHINE = "system";

    private final WithdrawalService withdrawals;
    private final PassingService passings;
    private final PartnershipService partnerships;
    private final FoundingParting founding;
    private final CourseOfWork work;
    private final ApplicationEventPublisher facts;

    PartingService(WithdrawalService withdrawals, PassingService passings, PartnershipService partnerships, FoundingParting founding,
            CourseOfWork work, ApplicationEventPublisher facts) {
        this.withdrawals = withdrawals;
        this.passings = passings;
        this.partnerships = partnerships;
        this.founding = founding;
        this.work = work;
        this.facts = facts;
    }

    /** What nobody has answered by now is settled by those who stay. May be repeated. */
    @Transactional
    public void openSettling(UUID matter) {
        withdrawals.openSettling(matter);
    }

    /**
     * What somebody took passes on, all else is released, and the partner leaves. With one partner left the partnership moves on to its
     * closure; while nothing is signed it ends. May be repeated.
     */
    @Transactional
    public void part(UUID matter) {
        PartnershipId partnership = withdrawals.leaving(matter).partnership();
        partnerships.oneAtATime(partnership);
        Leaving leaving = withdrawals.leaving(matter);
        Course course = work.of(partnership);
        if (!leaving.open()) {
            return;
        }
        if (course.endAgreed()) {
            withdrawals.endOvertaken(matter);
            return;
        }
        if (leaving.way() == WayOfLeaving.BEFORE_SIGNING) {
            partBeforeSigning(leaving);
            return;
        }
        List<String> lines = passings.passOnTheRest(matter);
        withdrawals.close(matter);
        partnerships.leave(partnership, leaving.organisation(), leaving.why(), MACHINE);
        boolean alone = isAlone(partnership);
        facts.publishEvent(new PartnerParted(leaving, lines, alone, partnerships.memberIds(partnership), false));
        if (alone) {
            work.agreeToEnd(partnership, "%s %s, and a partnership has two partners at least.".formatted(leaving.name(),
                    leaving.way() == WayOfLeaving.RELEASED ? "was released" : "has left"));
            facts.publishEvent(new ClosureAgreed(partnership));
        }
    }

    /** What it was to do is taken over or dropped before the text is released; whoever led is followed by another. */
    private void partBeforeSigning(Leaving leaving) {
        PartnershipId partnership = leaving.partnership();
        withdrawals.close(leaving.matter());
        boolean told = founding.leave(partnership, leaving.organisation(), leaving.why(), MACHINE);
        boolean alone = isAlone(partnership);
        facts.publishEvent(new PartnerParted(leaving, List.of(), alone, partnerships.memberIds(partnership), told && !alone));
        if (alone) {
            founding.giveUp(partnership, leaving.matter(),
                    "%s has left, and a partnership has two partners at least.".formatted(leaving.name()), MACHINE);
        }
    }

    private boolean isAlone(PartnershipId partnership) {
        return partnerships.partners(partnership).size() < 2;
    }
}
