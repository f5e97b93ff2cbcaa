package org.commonground.notice;

import java.util.Map;

import org.commonground.partnership.AimsClarified;
import org.commonground.partnership.NoCommonGroundFound;
import org.commonground.partnership.PartnershipProposed;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What people hear of a partnership's way. */
@Component
class PartnershipMails {

    private final FactMail mail;

    PartnershipMails(FactMail mail) {
        this.mail = mail;
    }

    @EventListener
    void on(PartnershipProposed fact) {
        mail.tell(Audience.coordinator(), fact, "partnership-proposed",
                Map.of("caseTitle", fact.title(), "organisation", fact.proposer().code()));
    }

    @EventListener
    void on(AimsClarified fact) {
        mail.tell(Audience.organisation(fact.proposer()).and(Audience.organisation(fact.lead())), fact, "aims-clarified",
                Map.of("organisation", fact.lead().code()));
    }

    /** The organisations hear it from the room that had asked them. */
    @EventListener
    void on(NoCommonGroundFound fact) {
        mail.tell(Audience.coordinator(), fact, "no-common-ground",
                Map.of("reason", fact.reason()));
    }
}
