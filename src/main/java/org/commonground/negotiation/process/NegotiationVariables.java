package org.commonground.negotiation.process;

import org.commonground.engine.StepContext;
import org.commonground.engine.Variable;
import org.commonground.negotiation.NegotiationId;

/** What the negotiation's diagram remembers. */
final class NegotiationVariables {

    /** Which negotiation it is: the corridor carries it from room to room. */
    static final Variable<String> NEGOTIATION = Variable.NEGOTIATION;
    /** The corridor asks it too. */
    static final Variable<Boolean> END_PROPOSED = Variable.flag("endProposed");
    static final Variable<Boolean> TOPICS_AGREED = Variable.flag("topicsAgreed");
    static final Variable<Boolean> MEDIATION_OFFERED = Variable.flag("mediationOffered");

    private NegotiationVariables() {
    }

    static NegotiationId negotiation(StepContext context) {
        return NegotiationId.of(context.get(NEGOTIATION));
    }
}
