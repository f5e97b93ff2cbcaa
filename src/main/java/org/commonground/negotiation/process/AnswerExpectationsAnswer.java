package org.commonground.negotiation.process;

import static org.commonground.negotiation.process.NegotiationVariables.negotiation;

import java.util.List;

import org.commonground.engine.Answer;
import org.commonground.engine.StepContext;
import org.commonground.foundation.OrganisationId;
import org.commonground.negotiation.Ability;
import org.commonground.negotiation.ExpectationAnswer;
import org.commonground.negotiation.NegotiationService;
import org.springframework.stereotype.Component;

@Component
class AnswerExpectationsAnswer implements Answer<AnswerExpectationsAnswer.Given> {

    private final NegotiationService negotiations;

    AnswerExpectationsAnswer(NegotiationService negotiations) {
        this.negotiations = negotiations;
    }

    @Override
    public void take(Given given, StepContext context) {
        negotiations.answerExpectations(negotiation(context), context.party(), given.expectations().stream().map(Row::given).toList(), context.person());
    }

    record Given(List<Row> expectations) {
    }

    record Row(String organisation, String answer, String words) {

        ExpectationAnswer given() {
            return new ExpectationAnswer(new OrganisationId(organisation), Ability.of(answer), words);
        }
    }
}
