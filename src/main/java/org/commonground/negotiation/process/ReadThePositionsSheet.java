package org.commonground.negotiation.process;

import static org.commonground.negotiation.process.NegotiationVariables.negotiation;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.commonground.engine.Choice;
import org.commonground.engine.Sheet;
import org.commonground.engine.StepContext;
import org.commonground.foundation.OrganisationId;
import org.commonground.negotiation.NegotiationId;
import org.commonground.negotiation.NegotiationService;
import org.commonground.negotiation.OpenTopic;
import org.springframework.stereotype.Component;

@Component
class ReadThePositionsSheet implements Sheet<ReadThePositionsSheet.Shown> {

    private final NegotiationService negotiations;

    ReadThePositionsSheet(NegotiationService negotiations) {
        this.negotiations = negotiations;
    }

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm 'UTC'", Locale.ENGLISH);

    @Override
    public Shown read(StepContext context) {
        NegotiationId id = negotiation(context);
        Map<OrganisationId, String> names = negotiations.names(id);
        List<OpenTopic> topics = negotiations.openTopics(id);
        List<Said> said = Said.aloud(topics, names);
        return new Shown(negotiations.readUntil(id).orElseThrow().atOffset(ZoneOffset.UTC).format(MINUTE),
                topics.stream().map(topic -> Standing.of(topic, names)).toList(), said, Said.names(negotiations.awaited(id), names),
                topics.stream().filter(topic -> topic.positionOf(context.party()).filter(position -> position.kind().agrees()).isPresent())
                        .map(topic -> new Choice(topic.topic().inWords(), topic.topic().key())).toList());
    }

    record Standing(String topic, String wording, String agreeing) {

        static Standing of(OpenTopic topic, Map<OrganisationId, String> names) {
            long agreeing = topic.positions().stream().filter(position -> position.kind().agrees()).count();
            return new Standing(topic.topic().inWords(), topic.wording(), agreeing + " of " + names.size());
        }
    }

    /** @param accepted what this party can think again about */
    record Shown(String until, List<Standing> topics, List<Said> said, String silent, List<Choice> accepted) {
    }
}
