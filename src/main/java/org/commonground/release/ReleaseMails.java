package org.commonground.release;

import java.util.Map;

import org.commonground.notice.Audience;
import org.commonground.notice.Outbox;
import org.commonground.notice.RoomMails;
import org.commonground.notice.Template;
import org.commonground.notice.Templates;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What people hear when partners think of releasing one of them: that one reads a letter, the others that it was sent. */
@Component
class ReleaseMails extends RoomMails {

    private final Template letter = mail("letter");
    private final Template letterWritten = mail("letter-written");
    private final Template partnerKept = mail("partner-kept");

    ReleaseMails(Templates templates, Outbox outbox) {
        super(templates, outbox);
    }

    @EventListener
    void on(LetterWritten fact) {
        Map<String, Object> words = Map.of("organisation", fact.organisation().code(), "reason", fact.why(), "due", fact.until(),
                "silent", fact.ground() == Ground.SILENCE);
        tell(Audience.organisation(fact.organisation()), fact, letter, words);
        tell(Audience.everybody(fact.others()), fact, letterWritten, words);
    }

    @EventListener
    void on(PartnerKept fact) {
        tell(Audience.everybody(fact.members()), fact, partnerKept, Map.of("organisation", fact.organisation().code(), "reason",
                fact.reason()));
    }
}
