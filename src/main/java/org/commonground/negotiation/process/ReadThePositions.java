package org.commonground.negotiation.process;

import static java.util.stream.Collectors.joining;
import static org.commonground.negotiation.process.NegotiationVariables.negotiation;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.commonground.engine.Choice;
import org.commonground.engine.For;
import org.commonground.engine.Step;
import org.commonground.engine.StepContext;
import org.commonground.foundation.Days;
import org.commonground.negotiation.NegotiationId;
import org.commonground.negotiation.NegotiationService;
import org.commonground.negotiation.OpenTopic;
import org.commonground.negotiation.Reading;
import org.commonground.negotiation.RoundService;
import org.commonground.negotiation.Topic;
import org.springframework.stereotype.Component;

/** What the others said, read by one party, and what it thinks of its own words then. */
@Component
@For("${organisations.group(party)}")
class ReadThePositions implements Step<ReadThePositions.Shown, ReadThePositions.Given> {

    private final NegotiationService negotiations;
    private final RoundService rounds;

    ReadThePositions(NegotiationService negotiations, RoundService rounds) {
        this.negotiations = negotiations;
        this.rounds = rounds;
    }

    @Override
    public Shown show(StepContext context) {
        NegotiationId id = negotiation(context);
        Reading reading = rounds.reading(id);
        List<OpenTopic> topics = reading.topics();
        return new Shown(Ending.afterReading(!negotiations.card(id).isFounding()), Days.inWords(reading.until()),
                topics.stream().map(topic -> Row.of(topic, reading.names().size())).toList(), Said.aloud(topics, reading.names()),
                Said.names(reading.silent(), reading.names()), topics.stream().filter(topic -> topic.isAcceptedBy(context.party()))
                        .map(topic -> new Choice(topic.topic().inWords(), topic.topic().key())).toList());
    }

    @Override
    public void take(Given given, StepContext context) {
        NegotiationId id = negotiation(context);
        if (given.answer().equals("leave")) {
            negotiations.leave(id, context.party(), given.leaveReason(), context.person());
        } else {
            rounds.read(id, context.party(), given.answer().equals("ready"), given.secondThoughts(), given.reason(), context.person());
        }
    }

    /** @param wording with what it yields, a line each */
    record Row(String topic, String wording, String agreeing) {

        static Row of(OpenTopic topic, int parties) {
            long agreeing = topic.positions().stream().filter(position -> position.kind().agrees()).count();
            String wording = Stream.concat(Stream.of(topic.wording()), topic.terms().stream()).collect(joining("\n"));
            return new Row(topic.topic().inWords(), wording, "%d of %d".formatted(agreeing, parties));
        }
    }

    /** @param accepted what this party can think again about */
    record Shown(List<Choice> answers, String until, List<Row> topics, List<Said> said, String silent, List<Choice> accepted) {
    }

    record Given(String answer, Set<Topic> secondThoughts, String reason, String leaveReason) {
    }
}
