package org.commonground.organisation.process;

import java.util.UUID;

import org.commonground.engine.Answer;
import org.commonground.engine.StepContext;
import org.commonground.engine.Variable;
import org.commonground.organisation.OrganisationService;
import org.springframework.stereotype.Component;

@Component
class ResolveFlagAnswer implements Answer<ResolveFlagAnswer.Given> {

    private final OrganisationService organisations;

    ResolveFlagAnswer(OrganisationService organisations) {
        this.organisations = organisations;
    }

    @Override
    public void take(Given given, StepContext context) {
        UUID flag = UUID.fromString(context.get(Variable.MATTER));
        switch (given.outcome) {
            case resolve -> organisations.resolveFlag(flag, given.reason, context.person());
            case ask -> organisations.escalateFlag(flag, given.question, context.person());
        }
        context.set(OrganisationVariables.MANAGER_ASKED, given.outcome == Outcome.ask);
    }

    /** As the form spells them. */
    enum Outcome {
        resolve, ask
    }

    record Given(Outcome outcome, String reason, String question) {
    }
}
