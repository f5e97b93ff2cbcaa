package org.commonground.meeting.process;

import java.util.UUID;

import org.commonground.engine.StepContext;
import org.commonground.engine.Variable;

/** What a meeting's diagram knows besides its case. */
final class MeetingVariables {

    /** Which meeting this is; nothing where there was none to open. */
    static final Variable<String> MEETING = Variable.text("meeting");

    private MeetingVariables() {
    }

    static UUID meeting(StepContext context) {
        return UUID.fromString(context.get(MEETING));
    }
}
