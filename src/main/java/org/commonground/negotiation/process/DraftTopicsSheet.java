package org.commonground.negotiation.process;

import static org.commonground.negotiation.process.NegotiationVariables.negotiation;

import java.util.Arrays;
import java.util.List;

import org.commonground.engine.Choice;
import org.commonground.engine.Sheet;
import org.commonground.engine.StepContext;
import org.commonground.foundation.Seat;
import org.commonground.negotiation.NegotiationId;
import org.commonground.negotiation.NegotiationService;
import org.commonground.negotiation.Topic;
import org.springframework.stereotype.Component;

@Component
class DraftTopicsSheet implements Sheet<DraftTopicsSheet.Shown> {

    private final NegotiationService negotiations;

    DraftTopicsSheet(NegotiationService negotiations) {
        this.negotiations = negotiations;
    }

    @Override
    public Shown read(StepContext context) {
        NegotiationId id = negotiation(context);
        List<Seat> seats = negotiations.seats(id);
        return new Shown(negotiations.vision(id).orElseThrow().words(),
                Arrays.stream(Topic.values()).map(topic -> new Row(topic.number(), topic.inWords(), topic.question(), topic.suggestedWording())).toList(),
                seats.stream().map(Contributed::open).toList(), Contributed.choices(seats, negotiations.names(id)));
    }

    record Row(int number, String title, String question, String wording) {
    }

    record Shown(String vision, List<Row> topics, List<Contributed> contributions, List<Choice> seats) {
    }
}
