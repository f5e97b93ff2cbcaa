package org.commonground.notice;

import java.util.List;
import java.util.Map;

import org.commonground.agreement.AgreementSealed;
import org.commonground.agreement.AgreementVoided;
import org.commonground.agreement.SignatureDeclined;
import org.commonground.foundation.OrganisationId;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What partners and the coordinator hear while an agreement is signed. That it is their turn to sign tells them the task. */
@Component
class AgreementMails {

    private final FactMail mail;

    AgreementMails(FactMail mail) {
        this.mail = mail;
    }

    /** Everybody, also those who had signed: their signatures are void. */
    @EventListener
    void on(SignatureDeclined fact) {
        mail.tell(all(fact.parties()), fact, "signature-declined", Map.of("organisation", fact.organisation().code(), "version", fact.version(),
                "topic", fact.topic(), "reason", fact.reason()));
    }

    @EventListener
    void on(AgreementVoided fact) {
        mail.tell(all(fact.parties()), fact, "agreement-voided", Map.of("version", fact.version(), "reason", fact.reason()));
    }

    @EventListener
    void on(AgreementSealed fact) {
        mail.tell(all(fact.members()), fact, "agreement-sealed", Map.of("version", fact.version(), "sha256", fact.sha256()));
    }

    private static Audience all(List<OrganisationId> organisations) {
        return Audience.groups(organisations.stream().map(OrganisationId::groupId).toList()).and(Audience.coordinator());
    }
}
