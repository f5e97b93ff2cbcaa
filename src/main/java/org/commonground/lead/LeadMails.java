package org.commonground.lead;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.commonground.foundation.OrganisationId;
import org.commonground.notice.Audience;
import org.commonground.notice.Outbox;
import org.commonground.notice.RoomMails;
import org.commonground.notice.Template;
import org.commonground.notice.Templates;
import org.commonground.partnership.LeadGone;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What people hear about who leads. */
@Component
class LeadMails extends RoomMails {

    private final Template leadAccepted = mail("lead-accepted");
    private final Template leadDeclined = mail("lead-declined");
    private final Template leadGone = mail("lead-gone");
    private final Template leadStays = mail("lead-stays");

    LeadMails(Templates templates, Outbox outbox) {
        super(templates, outbox);
    }

    /** Where nobody belongs to it yet, who proposed it and who leads it hear it. */
    @EventListener
    void on(LeadAccepted fact) {
        List<OrganisationId> told = fact.members().isEmpty() ? Stream.of(fact.proposer(), fact.organisation()).distinct().toList()
                : fact.members();
        tell(Audience.everybody(told), fact, leadAccepted, Map.of("organisation", fact.organisation().code(),
                "chosen", !fact.members().isEmpty()));
    }

    @EventListener
    void on(LeadDeclined fact) {
        tell(Audience.organisation(fact.proposer()).and(Audience.coordinator()), fact, leadDeclined,
                Map.of("organisation", fact.organisation().code(), "reason", fact.reason()));
    }

    @EventListener
    void on(LeadStays fact) {
        tell(Audience.everybody(fact.members()), fact, leadStays, Map.of("organisation", fact.organisation().code(),
                "reason", fact.why()));
    }

    @EventListener
    void on(LeadGone fact) {
        tell(Audience.everybody(fact.partners()), fact, leadGone, Map.of("organisation", fact.organisation().code(),
                "inForce", fact.inForce()));
    }
}
