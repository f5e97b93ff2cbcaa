package org.commonground.work.process;

import org.commonground.engine.Variable;

/** What the diagram of the work knows besides its case. */
final class WorkVariables {

    /** Which meeting has just been opened; nothing where there was none to open. */
    static final Variable<String> MEETING = Variable.text("meeting");

    private WorkVariables() {
    }
}
