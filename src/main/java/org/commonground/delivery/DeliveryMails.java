package org.commonground.delivery;

import java.util.List;
import java.util.Map;

import org.commonground.notice.Audience;
import org.commonground.notice.Outbox;
import org.commonground.notice.RoomMails;
import org.commonground.notice.Template;
import org.commonground.notice.Templates;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What members hear of the work in force: who supports it, what differs from the agreement, plans, progress, and what needs attention. */
@Component
class DeliveryMails extends RoomMails {

    private final Template partnersOriented = mail("partners-oriented");
    private final Template secretariatSetUp = mail("secretariat-set-up");
    private final Template commitmentDiffers = mail("commitment-differs");
    private final Template commitmentReleased = mail("commitment-released");
    private final Template deliveryAlert = mail("delivery-alert");
    private final Template plansCompared = mail("plans-compared");
    private final Template periodClosed = mail("period-closed");

    DeliveryMails(Templates templates, Outbox outbox) {
        super(templates, outbox);
    }

    @EventListener
    void on(PartnersOriented fact) {
        tell(Audience.organisations(fact.members()), fact, partnersOriented,
                Map.of("opened", fact.orientation().heldOn(), "what", fact.orientation().minutes()));
    }

    @EventListener
    void on(SecretariatSetUp fact) {
        List<String> people = fact.secretariat().members().stream()
                .map(person -> "%s: %s".formatted(person.name(), person.duty())).toList();
        tell(Audience.organisations(fact.members()), fact, secretariatSetUp, Map.of("organisation", fact.secretariat().host().code(),
                "lines", people, "what", fact.secretariat().duties()));
    }

    @EventListener
    void on(CommitmentDiffers fact) {
        tell(Audience.everybody(fact.others()), fact, commitmentDiffers,
                Map.of("organisation", fact.organisation().code(), "lines", fact.differences()));
    }

    @EventListener
    void on(CommitmentReleased fact) {
        tell(Audience.organisations(fact.others()).and(Audience.organisation(fact.organisation())), fact, commitmentReleased,
                Map.of("organisation", fact.organisation().code(), "what", fact.what(), "reason", fact.reason()));
    }

    @EventListener
    void on(AlertRaised fact) {
        tell(Audience.everybody(fact.concerned()), fact, deliveryAlert,
                Map.of("kind", fact.kind().label(), "reason", fact.words()));
    }

    @EventListener
    void on(PlansCompared fact) {
        tell(Audience.everybody(fact.members()), fact, plansCompared,
                Map.of("period", fact.period(), "lines", fact.findings(), "remarks", fact.remarks()));
    }

    @EventListener
    void on(PeriodClosed fact) {
        tell(Audience.everybody(fact.members()), fact, periodClosed,
                Map.of("period", fact.period(), "lines", fact.progress(), "hindered", fact.hindered(), "missing", fact.missing(),
                        "last", fact.last()));
    }
}
