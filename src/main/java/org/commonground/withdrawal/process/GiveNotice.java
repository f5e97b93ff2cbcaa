package org.commonground.withdrawal.process;

import static org.commonground.withdrawal.process.WithdrawalVariables.matter;

import java.time.LocalDate;
import java.util.List;

import org.commonground.engine.For;
import org.commonground.engine.Step;
import org.commonground.engine.StepContext;
import org.commonground.foundation.Days;
import org.commonground.withdrawal.WithdrawalService;
import org.commonground.withdrawal.WithdrawalService.Sheet;
import org.springframework.stereotype.Component;

/** That a partner leaves, from when on and why; or that it stays. */
@Component
@For("${withdrawals.leaver(execution)}")
class GiveNotice implements Step<GiveNotice.Shown, GiveNotice.Given> {

    private final WithdrawalService withdrawals;

    GiveNotice(WithdrawalService withdrawals) {
        this.withdrawals = withdrawals;
    }

    @Override
    public Shown show(StepContext context) {
        Sheet sheet = withdrawals.sheet(matter(context));
        return new Shown(sheet.why(), sheet.notice(), Days.inWords(sheet.earliest()),
                sheet.latest() == null ? null : Days.inWords(sheet.latest()), sheet.signed(), !sheet.signed(),
                sheet.holds().stream().map(Line::new).toList());
    }

    @Override
    public void take(Given given, StepContext context) {
        boolean leaves = given.outcome().equals("leave");
        boolean atOnce = leaves && withdrawals.give(matter(context), given.why(), given.effective(), context.person());
        if (!leaves) {
            withdrawals.refrain(matter(context));
        }
        context.set(WithdrawalVariables.NOTICE_GIVEN, leaves && !atOnce);
        context.set(WithdrawalVariables.LEAVES_AT_ONCE, atOnce);
    }

    record Line(String what) {
    }

    /**
     * @param why    as it was said when the matter was raised
     * @param latest null where nothing is signed
     */
    record Shown(String why, String notice, String earliest, String latest, boolean signed, boolean unsigned, List<Line> holds) {
    }

    record Given(String outcome, LocalDate effective, String why) {
    }
}
