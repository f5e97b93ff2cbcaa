package org.commonground.negotiation.process;

import static org.commonground.negotiation.process.NegotiationVariables.negotiation;

import java.util.List;

import org.commonground.engine.Answer;
import org.commonground.engine.StepContext;
import org.commonground.negotiation.NegotiationId;
import org.commonground.negotiation.NegotiationService;
import org.commonground.negotiation.Position;
import org.commonground.negotiation.PositionKind;
import org.commonground.negotiation.Topic;
import org.springframework.stereotype.Component;

@Component
class StatePositionsAnswer implements Answer<StatePositionsAnswer.Given> {

    private final NegotiationService negotiations;

    StatePositionsAnswer(NegotiationService negotiations) {
        this.negotiations = negotiations;
    }

    @Override
    public void take(Given given, StepContext context) {
        NegotiationId id = negotiation(context);
        if (Boolean.TRUE.equals(given.leave())) {
            negotiations.leave(id, context.party(), given.leaveReason(), context.person());
        } else {
            negotiations.statePositions(id, context.party(), given.positions().stream().map(Row::given).toList(), context.person());
        }
    }

    record Given(List<Row> positions, Boolean leave, String leaveReason) {
    }

    record Row(String wording, String position, String words) {

        Position given() {
            String[] parts = wording.split("\\.");
            return new Position(Topic.of(Integer.parseInt(parts[0])), Integer.parseInt(parts[1]), PositionKind.of(position), words);
        }
    }
}
