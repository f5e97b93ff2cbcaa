package org.commonground.withdrawal.process;

import java.util.UUID;

import org.commonground.engine.StepContext;
import org.commonground.engine.Variable;

/** The facts that the gateways of a withdrawal ask, and which one it is. */
final class WithdrawalVariables {

    static final Variable<Boolean> NOTICE_GIVEN = Variable.flag("noticeGiven");
    static final Variable<Boolean> LEAVES_AT_ONCE = Variable.flag("leavesAtOnce");
    static final Variable<Boolean> NOTICE_TAKEN_BACK = Variable.flag("noticeTakenBack");

    private WithdrawalVariables() {
    }

    static UUID matter(StepContext context) {
        return UUID.fromString(context.get(Variable.MATTER));
    }
}
