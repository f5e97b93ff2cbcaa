package org.commonground.closure;

import java.util.Map;

import org.commonground.notice.Audience;
import org.commonground.notice.Outbox;
import org.commonground.notice.RoomMails;
import org.commonground.notice.Template;
import org.commonground.notice.Templates;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What all who were members hear when a partnership has moved on. */
@Component
class ClosureMails extends RoomMails {

    private final Template partnershipClosed = mail("partnership-closed");
    private final Template partnershipFollowedUp = mail("partnership-followed-up");

    ClosureMails(Templates templates, Outbox outbox) {
        super(templates, outbox);
    }

    @EventListener
    void on(PartnershipClosed fact) {
        tell(Audience.everybody(fact.members()), fact, partnershipClosed, Map.of("trajectory", fact.trajectory().label(),
                "meaning", fact.trajectory().meaning(), "reason", fact.reason(), "letter", fact.letter(),
                "followUp", fact.followUp()));
    }

    @EventListener
    void on(PartnershipFollowedUp fact) {
        tell(Audience.everybody(fact.members()), fact, partnershipFollowedUp, Map.of("known", fact.known(), "became", fact.words()));
    }
}
