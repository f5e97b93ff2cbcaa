package org.commonground.negotiation.process;

import static org.commonground.negotiation.process.NegotiationVariables.negotiation;

import java.util.List;
import java.util.Map;

import org.commonground.engine.Sheet;
import org.commonground.engine.StepContext;
import org.commonground.foundation.OrganisationId;
import org.commonground.negotiation.NegotiationService;
import org.springframework.stereotype.Component;

@Component
class AnswerExpectationsSheet implements Sheet<AnswerExpectationsSheet.Shown> {

    private final NegotiationService negotiations;

    AnswerExpectationsSheet(NegotiationService negotiations) {
        this.negotiations = negotiations;
    }

    @Override
    public Shown read(StepContext context) {
        Map<OrganisationId, String> names = negotiations.names(negotiation(context));
        return new Shown(negotiations.expectationsOfOthers(negotiation(context), context.party()).stream()
                .map(one -> new Row(one.organisation().code(), names.get(one.organisation()), one.words())).toList());
    }

    record Row(String organisation, String name, String expects) {
    }

    record Shown(List<Row> expectations) {
    }
}
