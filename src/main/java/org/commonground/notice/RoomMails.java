package org.commonground.notice;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import org.commonground.foundation.Fact;

/**
 * What people hear of one room. Every room has its own: it listens to the room's facts and tells them, each mail in a field, written
 * from the template with that name in the room's folder. It is told in the transaction that made the fact true.
 */
public abstract class RoomMails {

    private final Templates templates;
    private final Outbox outbox;

    protected RoomMails(Templates templates, Outbox outbox) {
        this.templates = templates;
        this.outbox = outbox;
    }

    /** @param name {@code flag-raised} in the room {@code organisation} is written from {@code templates/organisation/flag-raised.html} */
    protected final Template mail(String name) {
        return templates.of(getClass(), name);
    }

    /** @param data what the template shows besides the case, as {@link Outbox#tell} takes it */
    protected final void tell(Audience to, Fact fact, Template mail, Map<String, ?> data) {
        Map<String, Object> all = new HashMap<>(data);
        all.put("caseNumber", fact.businessKey());
        if (fact.suffix() != null) {
            all.put("suffix", fact.suffix());
        }
        // The same thing can happen to a case twice, and each time people are told.
        outbox.tell(to, "%s:%s:%s".formatted(fact.businessKey(), mail.path(), UUID.randomUUID()), mail, all);
    }
}
