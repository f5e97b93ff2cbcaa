package org.commonground.negotiation.process;

import static org.commonground.negotiation.process.NegotiationVariables.negotiation;

import java.util.List;

import org.commonground.engine.AnsweredAnew;
import org.commonground.engine.For;
import org.commonground.engine.Step;
import org.commonground.engine.StepContext;
import org.commonground.negotiation.NegotiationId;
import org.commonground.negotiation.NegotiationService;
import org.commonground.negotiation.OpenTopic;
import org.commonground.negotiation.Position;
import org.commonground.negotiation.PositionKind;
import org.commonground.negotiation.RoundService;
import org.commonground.negotiation.Topic;
import org.springframework.stereotype.Component;

/** What one party says in a round to the topics that are open. */
@Component
@For("${organisations.group(party)}")
@AnsweredAnew
class StatePositions implements Step<StatePositions.Shown, StatePositions.Given> {

    private final NegotiationService negotiations;
    private final RoundService rounds;

    StatePositions(NegotiationService negotiations, RoundService rounds) {
        this.negotiations = negotiations;
        this.rounds = rounds;
    }

    @Override
    public Shown show(StepContext context) {
        NegotiationId id = negotiation(context);
        return new Shown(negotiations.card(id).round(), rounds.topicsFor(id, context.party()).stream().map(Asked::of).toList());
    }

    @Override
    public void take(Given given, StepContext context) {
        NegotiationId id = negotiation(context);
        if (Boolean.TRUE.equals(given.leave())) {
            negotiations.leave(id, context.party(), given.leaveReason(), context.person());
        } else {
            rounds.recordPositions(id, context.party(), given.positions().stream().map(Stated::given).toList(), context.person());
        }
    }

    /** @param wording topic and number of the wording, such as 7.2 */
    record Asked(String wording, String title, String question, String text, String terms) {

        static Asked of(OpenTopic topic) {
            return new Asked(topic.topic().number() + "." + topic.nr(), topic.topic().inWords(), topic.topic().question(), topic.wording(),
                    String.join("\n", topic.terms()));
        }
    }

    record Shown(int round, List<Asked> positions) {
    }

    record Stated(String wording, PositionKind position, String words) {

        Position given() {
            String[] parts = wording.split("\\.");
            return new Position(Topic.of(Integer.parseInt(parts[0])), Integer.parseInt(parts[1]), position, words);
        }
    }

    record Given(List<Stated> positions, Boolean leave, String leaveReason) {
    }
}
