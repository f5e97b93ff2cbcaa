package org.commonground.negotiation;

import static java.util.stream.Collectors.joining;

import java.util.HashMap;
import java.util.Map;

import org.commonground.notice.Audience;
import org.commonground.notice.Outbox;
import org.commonground.notice.RoomMails;
import org.commonground.notice.Template;
import org.commonground.notice.Templates;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What those who negotiate hear of each other. */
@Component
class NegotiationMails extends RoomMails {

    private final Template mediationHeld = mail("mediation-held");
    private final Template topicsAgreed = mail("topics-agreed");
    private final Template topicsReopened = mail("topics-reopened");
    private final Template partyLeft = mail("party-left");
    private final Template negotiationLeft = mail("negotiation-left");
    private final Template negotiationEnded = mail("negotiation-ended");

    NegotiationMails(Templates templates, Outbox outbox) {
        super(templates, outbox);
    }

    @EventListener
    void on(MediationHeld fact) {
        tell(Audience.organisations(fact.parties()), fact, mediationHeld, Map.of("mediator", fact.mediator(), "minutes", fact.minutes(),
                "outcome", fact.outcome()));
    }

    @EventListener
    void on(TopicsAgreed fact) {
        tell(Audience.everybody(fact.parties()), fact, topicsAgreed, Map.of("rounds", fact.rounds(), "change", fact.suffix() != null));
    }

    @EventListener
    void on(TopicsReopened fact) {
        Map<String, Object> data = new HashMap<>(Map.of("reason", fact.reason(),
                "topics", fact.topics().stream().sorted().map(Topic::inWords).collect(joining(", "))));
        if (fact.by() != null) {
            data.put("organisation", fact.by().code());
        }
        tell(Audience.everybody(fact.parties()), fact, topicsReopened, data);
    }

    /** They read themselves that they are out: others may have gone on without them. */
    @EventListener
    void on(PartyLeft fact) {
        tell(Audience.everybody(fact.parties()), fact, partyLeft, Map.of("names", fact.names(), "reason", fact.reason()));
        fact.left().forEach(one -> tell(Audience.organisation(one), fact, negotiationLeft,
                Map.of("organisation", one.code(), "reason", fact.reason())));
    }

    /** The coordinator hears it of the partnership. What becomes of a change all members hear from its own room. */
    @EventListener
    void on(NegotiationEnded fact) {
        if (fact.suffix() != null) {
            return;
        }
        tell(Audience.organisations(fact.told()), fact, negotiationEnded, Map.of("reason", fact.reason()));
    }
}
