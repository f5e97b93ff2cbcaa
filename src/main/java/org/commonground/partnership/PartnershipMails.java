package org.commonground.partnership;

import java.util.HashMap;
import java.util.Map;

import org.commonground.notice.Audience;
import org.commonground.notice.Outbox;
import org.commonground.notice.RoomMails;
import org.commonground.notice.Template;
import org.commonground.notice.Templates;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What people hear of a partnership's way, and of the actions that its partners agree. */
@Component
class PartnershipMails extends RoomMails {

    private final Template partnershipProposed = mail("partnership-proposed");
    private final Template aimsClarified = mail("aims-clarified");
    private final Template noCommonGround = mail("no-common-ground");
    private final Template actionAgreed = mail("action-agreed");
    private final Template actionChecked = mail("action-checked");

    PartnershipMails(Templates templates, Outbox outbox) {
        super(templates, outbox);
    }

    @EventListener
    void on(PartnershipProposed fact) {
        tell(Audience.coordinator(), fact, partnershipProposed,
                Map.of("caseTitle", fact.title(), "organisation", fact.proposer().code()));
    }

    @EventListener
    void on(AimsClarified fact) {
        tell(Audience.organisation(fact.proposer()), fact, aimsClarified,
                Map.of("organisation", fact.lead().code(), "leads", fact.leads()));
    }

    /** The organisations hear it from the room that had asked them. */
    @EventListener
    void on(NoCommonGroundFound fact) {
        tell(Audience.coordinator(), fact, noCommonGround,
                Map.of("reason", fact.reason()));
    }

    @EventListener
    void on(ActionAgreed fact) {
        Map<String, Object> words = Map.of("what", fact.what(), "reason", fact.about(), "due", fact.due());
        tell(Audience.organisation(fact.owner()), fact, actionAgreed, with(words, fact.owner().code(), true));
        tell(Audience.organisation(fact.verifier()), fact, actionAgreed, with(words, fact.owner().code(), false));
    }

    @EventListener
    void on(ActionChecked fact) {
        tell(Audience.organisation(fact.owner()), fact, actionChecked,
                Map.of("organisation", fact.by().code(), "what", fact.what(), "done", fact.done(), "reason", fact.words()));
    }

    private static Map<String, Object> with(Map<String, Object> words, String owner, boolean mine) {
        Map<String, Object> all = new HashMap<>(words);
        all.put("organisation", owner);
        all.put("mine", mine);
        return all;
    }
}
