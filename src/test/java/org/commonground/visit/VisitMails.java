package org.commonground.visit;

import java.util.Map;

import org.commonground.notice.Audience;
import org.commonground.notice.Outbox;
import org.commonground.notice.RoomMails;
import org.commonground.notice.Template;
import org.commonground.notice.Templates;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What members hear of visits. */
@Component
class VisitMails extends RoomMails {

    private final Template visitReported = mail("visit-reported");

    VisitMails(Templates templates, Outbox outbox) {
        super(templates, outbox);
    }

    @EventListener
    void on(VisitReported fact) {
        tell(Audience.everybody(fact.members()), fact, visitReported, Map.of("organisation", fact.host().code(), "seen", fact.seen()));
    }
}
