package org.commonground.selection;

import java.util.HashMap;
import java.util.Map;

import org.commonground.notice.Audience;
import org.commonground.notice.Outbox;
import org.commonground.notice.RoomMails;
import org.commonground.notice.Template;
import org.commonground.notice.Templates;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What candidates and the coordinator hear of a selection. */
@Component
class SelectionMails extends RoomMails {

    private final Template partnerChosen = mail("partner-chosen");
    private final Template candidateDeclined = mail("candidate-declined");
    private final Template noCommonGround = mail("no-common-ground");
    private final Template searchEnded = mail("search-ended");

    SelectionMails(Templates templates, Outbox outbox) {
        super(templates, outbox);
    }

    @EventListener
    void on(CandidateSelected fact) {
        Map<String, Object> data = new HashMap<>();
        data.put("organisation", fact.organisation().code());
        data.put("outcome", fact.outcome().key());
        data.put("joins", fact.joins());
        data.put("reason", fact.reason());
        data.put("belongs", fact.belongs());
        tell(Audience.organisation(fact.organisation()), fact, partnerChosen, data);
    }

    @EventListener
    void on(CandidateDeclined fact) {
        tell(Audience.organisation(fact.organisation()), fact, candidateDeclined,
                Map.of("organisation", fact.organisation().code(), "reason", fact.reason()));
    }

    /** The coordinator knows, having said so. */
    @EventListener
    void on(SelectionEnded fact) {
        tell(Audience.organisations(fact.asked()), fact, noCommonGround, Map.of("reason", fact.reason()));
    }

    /** The members hear of it by the matter for which somebody was looked for. */
    @EventListener
    void on(SearchEnded fact) {
        tell(Audience.organisations(fact.asked()), fact, searchEnded, Map.of("reason", fact.reason()));
    }
}
