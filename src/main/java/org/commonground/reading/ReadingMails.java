package org.commonground.reading;

import java.util.Map;

import org.commonground.notice.Audience;
import org.commonground.notice.Outbox;
import org.commonground.notice.RoomMails;
import org.commonground.notice.Template;
import org.commonground.notice.Templates;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What members hear of questions about reports. */
@Component
class ReadingMails extends RoomMails {

    private final Template reportsRead = mail("reports-read");

    ReadingMails(Templates templates, Outbox outbox) {
        super(templates, outbox);
    }

    @EventListener
    void on(ReportsRead fact) {
        tell(Audience.everybody(fact.members()), fact, reportsRead, Map.of("period", fact.period(), "lines", fact.lines()));
    }
}
