package org.commonground.amendment;

import java.util.HashMap;
import java.util.Map;

import org.commonground.foundation.Days;
import org.commonground.notice.Audience;
import org.commonground.notice.Outbox;
import org.commonground.notice.RoomMails;
import org.commonground.notice.Template;
import org.commonground.notice.Templates;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What members hear of a change: what is proposed, who signs it, and what comes of it. */
@Component
class AmendmentMails extends RoomMails {

    private final Template amendmentProposed = mail("amendment-proposed");
    private final Template amendmentConcerns = mail("amendment-concerns");
    private final Template amendmentInForce = mail("amendment-in-force");
    private final Template amendmentEnded = mail("amendment-ended");

    AmendmentMails(Templates templates, Outbox outbox) {
        super(templates, outbox);
    }

    @EventListener
    void on(AmendmentProposed fact) {
        tell(Audience.everybody(fact.members()), fact, amendmentProposed,
                Map.of("subjects", fact.subjects(), "signing", fact.signing(), "why", fact.why()));
    }

    @EventListener
    void on(AmendmentConcerns fact) {
        tell(Audience.everybody(fact.members()), fact, amendmentConcerns,
                Map.of("organisation", fact.organisation().code(), "reason", fact.words()));
    }

    @EventListener
    void on(AmendmentInForce fact) {
        Map<String, Object> data = new HashMap<>(Map.of("version", fact.version(), "asked", fact.asked()));
        if (fact.ends() != null) {
            data.put("ends", Days.inWords(fact.ends()));
        }
        tell(Audience.everybody(fact.members()), fact, amendmentInForce, data);
    }

    @EventListener
    void on(AmendmentEnded fact) {
        tell(Audience.everybody(fact.members()), fact, amendmentEnded, Map.of("reason", fact.reason()));
    }
}
