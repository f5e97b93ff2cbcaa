package org.commonground.agreement;

import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.commonground.foundation.PartnershipId;
import org.commonground.negotiation.AgreedTopic;
import org.commonground.negotiation.NegotiationId;
import org.commonground.negotiation.OpenTopic;
import org.commonground.negotiation.RoundService;
import org.commonground.negotiation.Terms;
import org.commonground.negotiation.Topic;
import org.springframework.stereotype.Component;

/** Lays what was negotiated over what was sealed before, topic by topic: what a later one does not speak of stays as it was. */
@Component
class Layers {

    private final AgreementVersions versions;
    private final RoundService rounds;

    Layers(AgreementVersions versions, RoundService rounds) {
        this.versions = versions;
        this.rounds = rounds;
    }

    /** What is sealed, the first one first. */
    List<NegotiationId> sealed(PartnershipId partnership) {
        return versions.sealed(partnership.value()).stream().map(AgreementVersion::negotiation).toList();
    }

    /**
     * @param negotiations the first one first. Of the last one a topic that is not agreed takes away the one before, so that it is
     *                     missed
     */
    Whole of(List<NegotiationId> negotiations) {
        Map<Topic, AgreedTopic> topics = new EnumMap<>(Topic.class);
        Map<Topic, List<String>> words = new EnumMap<>(Topic.class);
        Terms terms = Terms.none();
        for (NegotiationId negotiation : negotiations) {
            topics.remove(Topic.ANNEX);
            Map<Topic, List<String>> spoken = rounds.openTopics(negotiation).stream().collect(toMap(OpenTopic::topic, OpenTopic::terms));
            spoken.keySet().forEach(topics::remove);
            words.putAll(spoken);
            rounds.topics(negotiation).forEach(agreed -> topics.put(agreed.topic(), agreed));
            terms = rounds.terms(negotiation).over(terms);
        }
        return new Whole(new ArrayList<>(topics.values()), words, terms);
    }

    /**
     * @param topics that are agreed, in their order
     * @param words  what each yields, as the parties saw it when they accepted
     */
    record Whole(List<AgreedTopic> topics, Map<Topic, List<String>> words, Terms terms) {
    }
}
