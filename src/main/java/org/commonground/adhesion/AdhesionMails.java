package org.commonground.adhesion;

import java.util.Map;

import org.commonground.notice.Audience;
import org.commonground.notice.Outbox;
import org.commonground.notice.RoomMails;
import org.commonground.notice.Template;
import org.commonground.notice.Templates;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What people hear when somebody comes in. That it is its turn to sign or to confirm tells a newcomer the task. */
@Component
class AdhesionMails extends RoomMails {

    private final Template newcomerIn = mail("newcomer-in");
    private final Template newcomerOut = mail("newcomer-out");
    private final Template newcomerOriented = mail("newcomer-oriented");

    AdhesionMails(Templates templates, Outbox outbox) {
        super(templates, outbox);
    }

    @EventListener
    void on(NewcomerIn fact) {
        tell(Audience.everybody(fact.members()), fact, newcomerIn, Map.of("organisation", fact.organisation().code(), "standing",
                fact.standing().key(), "seats", fact.seats(), "atWork", fact.atWork()));
    }

    @EventListener
    void on(NewcomerOut fact) {
        tell(Audience.everybody(fact.members()).and(Audience.organisation(fact.organisation())), fact, newcomerOut,
                Map.of("organisation", fact.organisation().code(), "reason", fact.reason()));
    }

    @EventListener
    void on(NewcomerOriented fact) {
        NewcomerOrientation meeting = fact.orientation();
        tell(Audience.everybody(fact.members()), fact, newcomerOriented, Map.of("organisation", fact.organisation().code(), "opened",
                meeting.heldOn(), "nobodyCame", meeting.nobodyCame(), "present", fact.present(), "what", meeting.minutes()));
    }
}
