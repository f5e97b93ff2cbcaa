package org.commonground.accession;

import java.util.Map;

import org.commonground.notice.Audience;
import org.commonground.notice.Outbox;
import org.commonground.notice.RoomMails;
import org.commonground.notice.Template;
import org.commonground.notice.Templates;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What people hear of whether somebody joins. */
@Component
class AccessionMails extends RoomMails {

    private final Template consentsCounted = mail("consents-counted");
    private final Template newcomerAnswered = mail("newcomer-answered");
    private final Template accessionEnded = mail("accession-ended");

    AccessionMails(Templates templates, Outbox outbox) {
        super(templates, outbox);
    }

    @EventListener
    void on(ConsentsCounted fact) {
        tell(Audience.everybody(fact.members()), fact, consentsCounted, Map.of("organisation", fact.organisation().code(), "consented",
                fact.consented(), "result", fact.result(), "said", fact.said(), "way", fact.way()));
        tell(Audience.organisation(fact.organisation()), fact, newcomerAnswered, Map.of("consented", fact.consented(), "result",
                fact.result(), "reasons", fact.reasons(), "answers", fact.answers(), "way", fact.way()));
    }

    @EventListener
    void on(AccessionEnded fact) {
        tell(Audience.everybody(fact.members()), fact, accessionEnded, Map.of("reason", fact.reason()));
    }
}
