package org.commonground.agreement.process;

import org.commonground.engine.StepContext;
import org.commonground.engine.Variable;
import org.commonground.negotiation.NegotiationId;

/** The facts that the agreement's gateways ask, and what it is about. */
final class AgreementVariables {

    /** The corridor hands it in. */
    static final Variable<String> NEGOTIATION = Variable.NEGOTIATION;
    static final Variable<Boolean> AGREEMENT_RELEASED = Variable.flag("agreementReleased");
    static final Variable<Boolean> TIME_EXTENDED = Variable.flag("timeExtended");
    static final Variable<Boolean> END_PROPOSED = Variable.flag("endProposed");
    static final Variable<Boolean> SIGNING_GIVEN_UP = Variable.flag("signingGivenUp");
    /** The corridor asks these too. */
    static final Variable<Boolean> AGREEMENT_SEALED = Variable.flag("agreementSealed");
    static final Variable<Boolean> TOPICS_REOPENED = Variable.flag("topicsReopened");

    private AgreementVariables() {
    }

    static NegotiationId negotiation(StepContext context) {
        return NegotiationId.of(context.get(NEGOTIATION));
    }
}
