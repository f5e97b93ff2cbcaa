package org.commonground.commitment;

import java.util.Map;

import org.commonground.notice.Audience;
import org.commonground.notice.Outbox;
import org.commonground.notice.RoomMails;
import org.commonground.notice.Template;
import org.commonground.notice.Templates;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What members hear of commitments that are otherwise than agreed. */
@Component
class CommitmentMails extends RoomMails {

    private final Template commitmentDiffers = mail("commitment-differs");
    private final Template commitmentReleased = mail("commitment-released");

    CommitmentMails(Templates templates, Outbox outbox) {
        super(templates, outbox);
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
}
