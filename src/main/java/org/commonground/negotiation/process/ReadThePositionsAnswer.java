package org.commonground.negotiation.process;

import static java.util.stream.Collectors.toSet;
import static org.commonground.negotiation.process.NegotiationVariables.negotiation;

import java.util.List;

import org.commonground.engine.Answer;
import org.commonground.engine.StepContext;
import org.commonground.negotiation.NegotiationId;
import org.commonground.negotiation.NegotiationService;
import org.commonground.negotiation.Topic;
import org.springframework.stereotype.Component;

@Component
class ReadThePositionsAnswer implements Answer<ReadThePositionsAnswer.Given> {

    private final NegotiationService negotiations;

    ReadThePositionsAnswer(NegotiationService negotiations) {
        this.negotiations = negotiations;
    }

    @Override
    public void take(Given given, StepContext context) {
        NegotiationId id = negotiation(context);
        if (given.answer().equals("leave")) {
            negotiations.leave(id, context.party(), given.leaveReason(), context.person());
        } else {
            negotiations.read(id, context.party(), given.answer().equals("ready"), given.secondThoughts().stream().map(Topic::of).collect(toSet()),
                    given.reason(), context.person());
        }
    }

    record Given(String answer, List<String> secondThoughts, String reason, String leaveReason) {
    }
}
