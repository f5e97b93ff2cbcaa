package org.commonground.notice;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import org.commonground.foundation.Fact;
import org.springframework.stereotype.Component;

/** Tells people of a fact, in the transaction that made it true. */
@Component
class FactMail {

    private final Outbox outbox;

    FactMail(Outbox outbox) {
        this.outbox = outbox;
    }

    /** @param data what the template shows besides the case */
    void tell(Audience to, Fact fact, String template, Map<String, ?> data) {
        Map<String, Object> all = new HashMap<>(data);
        all.put("caseNumber", fact.businessKey());
        // The same thing can happen to a case twice, and each time people are told.
        outbox.tell(to, "%s:%s:%s".formatted(fact.businessKey(), template, UUID.randomUUID()), template, all);
    }
}
