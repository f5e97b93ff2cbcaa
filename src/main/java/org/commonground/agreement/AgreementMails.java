package org.commonground.agreement;

import java.util.Map;

import org.commonground.foundation.Words;
import org.commonground.notice.Audience;
import org.commonground.notice.Outbox;
import org.commonground.notice.RoomMails;
import org.commonground.notice.Template;
import org.commonground.notice.Templates;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What partners and the coordinator hear while an agreement is signed. That it is their turn to sign tells them the task. */
@Component
class AgreementMails extends RoomMails {

    private final Template signatureDeclined = mail("signature-declined");
    private final Template agreementVoided = mail("agreement-voided");
    private final Template agreementSealed = mail("agreement-sealed");
    private final Template paperSignatureRefused = mail("paper-signature-refused");

    AgreementMails(Templates templates, Outbox outbox) {
        super(templates, outbox);
    }

    /** Everybody, also those who had signed: their signatures are void. */
    @EventListener
    void on(SignatureDeclined fact) {
        tell(Audience.everybody(fact.parties()), fact, signatureDeclined,
                Map.of("organisation", fact.organisation().code(), "version", fact.version(), "topic", fact.topic(),
                        "reason", fact.reason()));
    }

    @EventListener
    void on(AgreementVoided fact) {
        tell(Audience.everybody(fact.parties()), fact, agreementVoided, Map.of("version", fact.version(), "reason", fact.reason()));
    }

    @EventListener
    void on(PaperSignatureRefused fact) {
        tell(Audience.organisation(fact.organisation()), fact, paperSignatureRefused, Map.of("version", fact.version(), "signer",
                fact.signer(), "reason", fact.reason()));
    }

    @EventListener
    void on(AgreementSealed fact) {
        tell(Audience.everybody(fact.members()), fact, agreementSealed, Map.of("version", fact.version(), "sha256", fact.sha256(), "signed",
                Words.list(fact.signed()), "change", fact.suffix() != null, "holds", fact.holds() == null ? "" : fact.holds(), "membership",
                fact.membership() == null ? "" : fact.membership()));
    }
}
