package org.commonground.withdrawal;

import java.util.List;

import org.commonground.agreement.Undecided;
import org.commonground.foundation.PartnershipId;
import org.commonground.matter.MatterService;
import org.springframework.stereotype.Component;

/** Nothing goes out for signature while a partner thinks of leaving. */
@Component
class UndecidedLeaving implements Undecided {

    private final MatterService matters;

    UndecidedLeaving(MatterService matters) {
        this.matters = matters;
    }

    @Override
    public List<String> beforeSigning(PartnershipId partnership) {
        return matters.open(partnership).stream().filter(one -> one.kind().key().equals(WithdrawalMatter.KEY))
                .map(one -> "%s thinks of leaving. It says in “Give notice” whether it stays.".formatted(matters.raiser(one))).toList();
    }
}
