package org.commonground.lead.process;

import java.util.UUID;

import org.commonground.engine.StepContext;
import org.commonground.engine.Variable;

/** What the room keeps for its gateways and its events. */
final class LeadVariables {

    /** Who was named last, so that nobody waits for it when it leaves: one is asked at a time. */
    static final Variable<String> NAMED = Variable.text(Variable.PARTY.name());
    static final Variable<Boolean> PARTNER_PROPOSED = Variable.flag("partnerProposed");

    private LeadVariables() {
    }

    /** The matter by which the lead is passed on; null where one is looked for. */
    static UUID matter(StepContext context) {
        String matter = context.get(Variable.MATTER);
        return matter == null ? null : UUID.fromString(matter);
    }
}
