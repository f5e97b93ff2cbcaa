package org.commonground.negotiation.process;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.commonground.engine.Choice;
import org.commonground.foundation.Days;
import org.commonground.foundation.OrganisationId;
import org.commonground.negotiation.OpenTopic;
import org.commonground.negotiation.PositionKind;

/** What was said to a topic, as a row of a table. */
record Said(String topic, String partner, String says, String words) {

    /** Everything but acceptance, topic by topic. */
    static List<Said> aloud(List<OpenTopic> topics, Map<OrganisationId, String> names) {
        return topics.stream().flatMap(topic -> Stream.concat(
                topic.positions().stream().filter(position -> position.kind() != PositionKind.ACCEPT)
                        .map(position -> new Said(topic.topic().inWords(),
                                Days.changed(names.get(position.organisation()), position.changedOn()), position.kind().label(),
                                position.words())),
                topic.reopenings().stream().map(reopening -> new Said(topic.topic().inWords(),
                        reopening.organisation() == null ? "The coordinator" : names.get(reopening.organisation()), "Thinks again",
                        reopening.words())))).toList();
    }

    static String names(List<OrganisationId> parties, Map<OrganisationId, String> names) {
        return parties.isEmpty() ? null : parties.stream().map(names::get).collect(joining(", "));
    }

    static List<Choice> choices(List<OrganisationId> parties, Map<OrganisationId, String> names) {
        return parties.stream().map(party -> new Choice(names.get(party), party.code())).toList();
    }
}
