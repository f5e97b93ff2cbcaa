package org.commonground.reporting;

import java.util.Map;

import org.commonground.notice.Audience;
import org.commonground.notice.Outbox;
import org.commonground.notice.RoomMails;
import org.commonground.notice.Template;
import org.commonground.notice.Templates;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What members hear when a period ends. */
@Component
class ReportMails extends RoomMails {

    private final Template periodClosed = mail("period-closed");

    ReportMails(Templates templates, Outbox outbox) {
        super(templates, outbox);
    }

    @EventListener
    void on(PeriodClosed fact) {
        tell(Audience.everybody(fact.members()), fact, periodClosed,
                Map.of("period", fact.period(), "lines", fact.progress(), "hindered", fact.hindered(), "told", fact.told(),
                        "results", fact.results(), "missing", fact.missing(), "last", fact.last()));
    }
}
