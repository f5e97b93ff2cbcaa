package org.commonground.period;

import java.util.Map;

import org.commonground.notice.Audience;
import org.commonground.notice.Outbox;
import org.commonground.notice.RoomMails;
import org.commonground.notice.Template;
import org.commonground.notice.Templates;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What members hear of plans. */
@Component
class PeriodMails extends RoomMails {

    private final Template plansCompared = mail("plans-compared");

    PeriodMails(Templates templates, Outbox outbox) {
        super(templates, outbox);
    }

    @EventListener
    void on(PlansCompared fact) {
        tell(Audience.everybody(fact.members()), fact, plansCompared,
                Map.of("period", fact.period(), "lines", fact.findings(), "remarks", fact.remarks()));
    }
}
