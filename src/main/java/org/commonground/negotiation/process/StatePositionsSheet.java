package org.commonground.negotiation.process;

import static org.commonground.negotiation.process.NegotiationVariables.negotiation;

import java.util.List;

import org.commonground.engine.Sheet;
import org.commonground.engine.StepContext;
import org.commonground.negotiation.NegotiationId;
import org.commonground.negotiation.NegotiationService;
import org.commonground.negotiation.OpenTopic;
import org.springframework.stereotype.Component;

@Component
class StatePositionsSheet implements Sheet<StatePositionsSheet.Shown> {

    private final NegotiationService negotiations;

    StatePositionsSheet(NegotiationService negotiations) {
        this.negotiations = negotiations;
    }

    @Override
    public Shown read(StepContext context) {
        NegotiationId id = negotiation(context);
        return new Shown(negotiations.card(id).round(), negotiations.topicsFor(id, context.party()).stream().map(Row::of).toList());
    }

    /** @param wording topic and number of the wording, such as 7.2 */
    record Row(String wording, String title, String question, String text, String terms) {

        static Row of(OpenTopic topic) {
            return new Row(topic.topic().number() + "." + topic.nr(), topic.topic().inWords(), topic.topic().question(), topic.wording(),
                    String.join("\n", topic.terms()));
        }
    }

    record Shown(int round, List<Row> positions) {
    }
}
