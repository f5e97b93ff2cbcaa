package org.commonground.parting;

import java.util.HashMap;
import java.util.Map;

import org.commonground.notice.Audience;
import org.commonground.notice.Outbox;
import org.commonground.notice.RoomMails;
import org.commonground.notice.Template;
import org.commonground.notice.Templates;
import org.commonground.withdrawal.WayOfLeaving;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What people hear when a partner has left. Whoever left hears farewell, and nothing more after that. */
@Component
class PartingMails extends RoomMails {

    private final Template partnerParted = mail("partner-parted");
    private final Template farewell = mail("farewell");

    PartingMails(Templates templates, Outbox outbox) {
        super(templates, outbox);
    }

    @EventListener
    void on(PartnerParted fact) {
        Map<String, Object> words = new HashMap<>(Map.of("organisation", fact.leaving().organisation().code(), "lines", fact.lines(),
                "alone", fact.alone(), "released", fact.leaving().way() == WayOfLeaving.RELEASED, "signed",
                fact.leaving().way() != WayOfLeaving.BEFORE_SIGNING, "reason", fact.leaving().why()));
        words.put("learned", fact.leaving().learned());
        words.put("otherwise", fact.leaving().otherwise());
        if (!fact.told()) {
            tell(Audience.everybody(fact.members()), fact, partnerParted, words);
        }
        tell(Audience.organisation(fact.leaving().organisation()), fact, farewell, words);
    }
}
