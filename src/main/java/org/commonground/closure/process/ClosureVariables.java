package org.commonground.closure.process;

import org.commonground.engine.Variable;

/** The facts that the closure's gateways ask. */
final class ClosureVariables {

    static final Variable<Boolean> CLOSING_LIST_SETTLED = Variable.flag("closingListSettled");
    static final Variable<Boolean> FOLLOW_UP_WANTED = Variable.flag("followUpWanted");
    static final Variable<Boolean> FOLLOWED_UP = Variable.flag("followedUp");

    private ClosureVariables() {
    }
}
