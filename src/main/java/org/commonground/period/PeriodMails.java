package org.commonground.period;

import java.util.Map;

import org.commonground.notice.Audience;
import org.commonground.notice.Outbox;
import org.commonground.notice.RoomMails;
import org.commonground.notice.Template;
import org.commonground.notice.Templates;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What members hear of plans and progress. */
@Component
class PeriodMails extends RoomMails {

    private final Template plansCompared = mail("plans-compared");
    private final Template periodClosed = mail("period-closed");

    PeriodMails(Templates templates, Outbox outbox) {
        super(templates, outbox);
    }

    @EventListener
    void on(PlansCompared fact) {
        tell(Audience.everybody(fact.members()), fact, plansCompared,
                Map.of("period", fact.period(), "lines", fact.findings(), "remarks", fact.remarks()));
    }

    @EventListener
    void on(PeriodClosed fact) {
        tell(Audience.everybody(fact.members()), fact, periodClosed,
                Map.of("period", fact.period(), "lines", fact.progress(), "hindered", fact.hindered(), "missing", fact.missing(),
                        "last", fact.last()));
    }
}
