package org.commonground.lead.process;

import org.commonground.engine.Variable;

/** What the room keeps for its events. */
final class LeadVariables {

    /** Who was named last, so that nobody waits for it when it leaves: one is asked at a time. */
    static final Variable<String> NAMED = Variable.text(Variable.PARTY.name());

    private LeadVariables() {
    }
}
