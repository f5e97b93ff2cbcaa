package org.commonground.withdrawal.process;

import static org.commonground.withdrawal.process.WithdrawalVariables.matter;

import org.commonground.engine.For;
import org.commonground.engine.Step;
import org.commonground.engine.StepContext;
import org.commonground.foundation.Days;
import org.commonground.withdrawal.WithdrawalService;
import org.springframework.stereotype.Component;

/** What a partner that leaves learned, and what it would do otherwise. It may leave it out. */
@Component
@For("${withdrawals.leaver(execution)}")
class SharePartingWords implements Step<SharePartingWords.Shown, SharePartingWords.Given> {

    private final WithdrawalService withdrawals;

    SharePartingWords(WithdrawalService withdrawals) {
        this.withdrawals = withdrawals;
    }

    @Override
    public Shown show(StepContext context) {
        return new Shown(Days.inWords(withdrawals.leaving(matter(context)).effective()));
    }

    @Override
    public void take(Given given, StepContext context) {
        withdrawals.sayOnParting(matter(context), given.learned(), given.otherwise());
    }

    record Shown(String day) {
    }

    record Given(String learned, String otherwise) {
    }
}
