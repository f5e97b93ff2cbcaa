package org.commonground.work;

import java.util.Map;

import org.commonground.notice.Audience;
import org.commonground.notice.Outbox;
import org.commonground.notice.RoomMails;
import org.commonground.notice.Template;
import org.commonground.notice.Templates;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What members hear of the work that needs attention. */
@Component
class WorkMails extends RoomMails {

    private final Template workAlert = mail("work-alert");

    WorkMails(Templates templates, Outbox outbox) {
        super(templates, outbox);
    }

    @EventListener
    void on(AlertRaised fact) {
        tell(Audience.everybody(fact.concerned()), fact, workAlert,
                Map.of("kind", fact.kind().label(), "reason", fact.words()));
    }
}
