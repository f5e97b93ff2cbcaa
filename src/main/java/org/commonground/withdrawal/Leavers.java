package org.commonground.withdrawal;

import java.util.function.Predicate;

import org.commonground.foundation.PartnershipId;
import org.commonground.matter.MatterCard;
import org.commonground.matter.MatterService;
import org.commonground.partnership.NoCommonGroundFound;
import org.commonground.partnership.PartnerLeft;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Who is asked whether it gives notice, and is gone before it has said so: the diagram hears of it, in whichever way it went. */
@Component
class Leavers {

    private final MatterService matters;
    private final Withdrawals withdrawals;
    private final ApplicationEventPublisher facts;

    Leavers(MatterService matters, Withdrawals withdrawals, ApplicationEventPublisher facts) {
        this.matters = matters;
        this.withdrawals = withdrawals;
        this.facts = facts;
    }

    @EventListener
    void left(PartnerLeft fact) {
        gone(fact.partnership(), one -> fact.party().equals(one.raisedBy()));
    }

    @EventListener
    void ended(NoCommonGroundFound fact) {
        gone(fact.partnership(), one -> true);
    }

    private void gone(PartnershipId partnership, Predicate<MatterCard> concerned) {
        matters.open(partnership).stream().filter(one -> one.kind().key().equals(WithdrawalMatter.KEY)).filter(concerned)
                .filter(one -> withdrawals.findById(one.id()).isEmpty())
                .forEach(one -> facts.publishEvent(new LeaverGone(partnership, one.id())));
    }
}
