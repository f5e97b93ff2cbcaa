package org.commonground.notice;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.commonground.foundation.OrganisationId;
import org.commonground.selection.CandidateDeclined;
import org.commonground.selection.CandidateSelected;
import org.commonground.selection.InvitationDeclined;
import org.commonground.selection.SelectionEnded;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What candidates and the coordinator hear of a selection. */
@Component
class SelectionMails {

    private final FactMail mail;

    SelectionMails(FactMail mail) {
        this.mail = mail;
    }

    @EventListener
    void on(InvitationDeclined fact) {
        mail.tell(Audience.coordinator(), fact, "invitation-declined",
                Map.of("organisation", fact.organisation().code(), "reason", fact.reason()));
    }

    @EventListener
    void on(CandidateSelected fact) {
        Map<String, Object> data = new HashMap<>();
        data.put("organisation", fact.organisation().code());
        data.put("outcome", fact.outcome().key());
        data.put("reason", fact.reason());
        mail.tell(Audience.organisation(fact.organisation()), fact, "partner-chosen", data);
    }

    @EventListener
    void on(CandidateDeclined fact) {
        mail.tell(Audience.organisation(fact.organisation()), fact, "candidate-declined",
                Map.of("organisation", fact.organisation().code(), "reason", fact.reason()));
    }

    /** The coordinator knows, having said so. */
    @EventListener
    void on(SelectionEnded fact) {
        List<String> groups = fact.asked().stream().map(OrganisationId::groupId).toList();
        mail.tell(Audience.groups(groups), fact, "no-common-ground", Map.of("reason", fact.reason()));
    }
}
