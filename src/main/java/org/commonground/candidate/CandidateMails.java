package org.commonground.candidate;

import java.util.Map;

import org.commonground.notice.Audience;
import org.commonground.notice.Outbox;
import org.commonground.notice.RoomMails;
import org.commonground.notice.Template;
import org.commonground.notice.Templates;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What the coordinator hears of a candidate. */
@Component
class CandidateMails extends RoomMails {

    private final Template invitationDeclined = mail("invitation-declined");

    CandidateMails(Templates templates, Outbox outbox) {
        super(templates, outbox);
    }

    @EventListener
    void on(InvitationDeclined fact) {
        tell(Audience.coordinator(), fact, invitationDeclined,
                Map.of("organisation", fact.organisation().code(), "reason", fact.reason()));
    }
}
