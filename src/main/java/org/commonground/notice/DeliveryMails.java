package org.commonground.notice;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.commonground.delivery.AlertRaised;
import org.commonground.delivery.CommitmentDiffers;
import org.commonground.delivery.CommitmentReleased;
import org.commonground.delivery.PartnersOriented;
import org.commonground.delivery.PeriodClosed;
import org.commonground.delivery.PlansCompared;
import org.commonground.delivery.SecretariatSetUp;
import org.commonground.foundation.OrganisationId;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What members hear of the work in force: who supports it, what differs from the agreement, plans, progress, and what needs attention. */
@Component
class DeliveryMails {

    private final FactMail mail;

    DeliveryMails(FactMail mail) {
        this.mail = mail;
    }

    @EventListener
    void on(PartnersOriented fact) {
        mail.tell(all(fact.members()), fact, "partners-oriented", Map.of("opened", fact.orientation().heldOn(), "what", fact.orientation().minutes()));
    }

    @EventListener
    void on(SecretariatSetUp fact) {
        List<String> people = fact.secretariat().members().stream().map(person -> "%s: %s".formatted(person.name(), person.duty())).toList();
        mail.tell(all(fact.members()), fact, "secretariat-set-up", Map.of("organisation", fact.secretariat().host().code(),
                "lines", people, "what", fact.secretariat().duties()));
    }

    @EventListener
    void on(CommitmentDiffers fact) {
        mail.tell(all(fact.others()).and(Audience.coordinator()), fact, "commitment-differs",
                Map.of("organisation", fact.organisation().code(), "lines", fact.differences()));
    }

    @EventListener
    void on(CommitmentReleased fact) {
        mail.tell(all(fact.others()).and(Audience.organisation(fact.organisation())), fact, "commitment-released",
                Map.of("organisation", fact.organisation().code(), "what", fact.what(), "reason", fact.reason()));
    }

    @EventListener
    void on(AlertRaised fact) {
        mail.tell(all(fact.concerned()).and(Audience.coordinator()), fact, "delivery-alert",
                Map.of("kind", fact.kind().label(), "reason", fact.words()));
    }

    @EventListener
    void on(PlansCompared fact) {
        mail.tell(all(fact.members()).and(Audience.coordinator()), fact, "plans-compared", Map.of("period", fact.period(), "lines", fact.findings(), "remarks", fact.remarks()));
    }

    @EventListener
    void on(PeriodClosed fact) {
        mail.tell(all(fact.members()).and(Audience.coordinator()), fact, "period-closed",
                Map.of("period", fact.period(), "lines", fact.progress(), "hindered", fact.hindered(), "missing", fact.missing(), "last", fact.last()));
    }

    private static Audience all(Collection<OrganisationId> organisations) {
        return Audience.groups(organisations.stream().map(OrganisationId::groupId).toList());
    }
}
