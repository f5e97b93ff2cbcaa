package org.commonground.notice;

import static java.util.stream.Collectors.joining;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.commonground.foundation.OrganisationId;
import org.commonground.negotiation.MediationHeld;
import org.commonground.negotiation.NegotiationEnded;
import org.commonground.negotiation.PartyLeft;
import org.commonground.negotiation.Topic;
import org.commonground.negotiation.TopicsAgreed;
import org.commonground.negotiation.TopicsReopened;
import org.commonground.negotiation.VisionEndorsed;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What those who negotiate hear of each other. */
@Component
class NegotiationMails {

    private final FactMail mail;

    NegotiationMails(FactMail mail) {
        this.mail = mail;
    }

    @EventListener
    void on(VisionEndorsed fact) {
        mail.tell(all(fact.parties()), fact, "vision-endorsed", Map.of());
    }

    @EventListener
    void on(MediationHeld fact) {
        mail.tell(all(fact.parties()), fact, "mediation-held", Map.of("mediator", fact.mediator(), "outcome", fact.outcome()));
    }

    @EventListener
    void on(TopicsAgreed fact) {
        mail.tell(all(fact.parties()).and(Audience.coordinator()), fact, "topics-agreed", Map.of("rounds", fact.rounds()));
    }

    @EventListener
    void on(TopicsReopened fact) {
        Map<String, Object> data = new HashMap<>(Map.of("reason", fact.reason(),
                "topics", fact.topics().stream().sorted().map(Topic::inWords).collect(joining(", "))));
        if (fact.by() != null) {
            data.put("organisation", fact.by().code());
        }
        mail.tell(all(fact.parties()).and(Audience.coordinator()), fact, "topics-reopened", data);
    }

    /** They read themselves that they are out: others may have gone on without them. */
    @EventListener
    void on(PartyLeft fact) {
        mail.tell(all(fact.parties()).and(Audience.coordinator()), fact, "party-left", Map.of("names", fact.names(), "reason", fact.reason()));
        fact.left().forEach(one -> mail.tell(Audience.organisation(one), fact, "negotiation-left",
                Map.of("organisation", one.code(), "reason", fact.reason())));
    }

    /** The coordinator hears it of the partnership. */
    @EventListener
    void on(NegotiationEnded fact) {
        mail.tell(all(fact.told()), fact, "negotiation-ended", Map.of("reason", fact.reason()));
    }

    private static Audience all(List<OrganisationId> parties) {
        return Audience.groups(parties.stream().map(OrganisationId::groupId).toList());
    }
}
