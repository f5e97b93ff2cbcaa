package org.commonground.organisation.process;

import java.util.UUID;

import org.commonground.engine.Answer;
import org.commonground.engine.StepContext;
import org.commonground.engine.Variable;
import org.commonground.organisation.OrganisationService;
import org.springframework.stereotype.Component;

@Component
class DecideOnFlagAnswer implements Answer<DecideOnFlagAnswer.Given> {

    private final OrganisationService organisations;

    DecideOnFlagAnswer(OrganisationService organisations) {
        this.organisations = organisations;
    }

    @Override
    public void take(Given given, StepContext context) {
        UUID flag = UUID.fromString(context.get(Variable.MATTER));
        switch (given.outcome) {
            case lift -> organisations.resolveFlag(flag, given.reason, context.person());
            case keep -> organisations.keepFlag(flag, given.reason, context.person());
        }
        context.set(OrganisationVariables.FLAG_LIFTED, given.outcome == Outcome.lift);
    }

    /** As the form spells them. */
    enum Outcome {
        lift, keep
    }

    record Given(Outcome outcome, String reason) {
    }
}
