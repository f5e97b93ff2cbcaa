package org.commonground.notice;

import java.util.List;
import java.util.Map;

import org.commonground.closure.PartnershipClosed;
import org.commonground.closure.PartnershipFollowedUp;
import org.commonground.foundation.OrganisationId;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What all who were members hear when a partnership has moved on. */
@Component
class ClosureMails {

    private final FactMail mail;

    ClosureMails(FactMail mail) {
        this.mail = mail;
    }

    @EventListener
    void on(PartnershipClosed fact) {
        mail.tell(members(fact.members()), fact, "partnership-closed", Map.of("trajectory", fact.trajectory().label(),
                "meaning", fact.trajectory().meaning(), "reason", fact.reason(), "letter", fact.letter()));
    }

    @EventListener
    void on(PartnershipFollowedUp fact) {
        mail.tell(members(fact.members()), fact, "partnership-followed-up", Map.of("became", fact.words()));
    }

    private static Audience members(List<OrganisationId> members) {
        return Audience.groups(members.stream().map(OrganisationId::groupId).toList()).and(Audience.coordinator());
    }
}
