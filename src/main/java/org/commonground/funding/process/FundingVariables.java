package org.commonground.funding.process;

import java.util.UUID;

import org.commonground.engine.StepContext;
import org.commonground.engine.Variable;
import org.commonground.funding.Instalment;

/** What the branches of the funding carry: which instalment, by its receiver and its id. Gateways ask the tables. */
final class FundingVariables {

    private FundingVariables() {
    }

    static String key(Instalment instalment) {
        return instalment.receiver() + ":" + instalment.id();
    }

    static UUID instalment(String key) {
        return UUID.fromString(key.substring(key.indexOf(':') + 1));
    }

    static UUID instalment(StepContext context) {
        return instalment(context.get(Variable.INSTALMENT));
    }
}
