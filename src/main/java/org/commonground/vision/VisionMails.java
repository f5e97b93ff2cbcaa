package org.commonground.vision;

import java.util.Map;

import org.commonground.notice.Audience;
import org.commonground.notice.Outbox;
import org.commonground.notice.RoomMails;
import org.commonground.notice.Template;
import org.commonground.notice.Templates;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What those who look for a shared vision hear of each other. */
@Component
class VisionMails extends RoomMails {

    private final Template visionEndorsed = mail("vision-endorsed");
    private final Template founderLeft = mail("founder-left");
    private final Template partnershipLeft = mail("partnership-left");
    private final Template visionGivenUp = mail("vision-given-up");

    VisionMails(Templates templates, Outbox outbox) {
        super(templates, outbox);
    }

    @EventListener
    void on(VisionEndorsed fact) {
        tell(Audience.organisations(fact.partners()), fact, visionEndorsed,
                Map.of("mended", fact.mended()));
    }

    /** They read themselves that they are out: others may have gone on without them. */
    @EventListener
    void on(FounderLeft fact) {
        tell(Audience.everybody(fact.partners()), fact, founderLeft, Map.of("names", fact.names(), "reason", fact.reason()));
        fact.left().forEach(one -> tell(Audience.organisation(one), fact, partnershipLeft,
                Map.of("organisation", one.code(), "reason", fact.reason())));
    }

    /** The coordinator hears it of the partnership. */
    @EventListener
    void on(VisionGivenUp fact) {
        tell(Audience.organisations(fact.told()), fact, visionGivenUp, Map.of("reason", fact.reason()));
    }
}
