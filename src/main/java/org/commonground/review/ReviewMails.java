package org.commonground.review;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;

import org.commonground.foundation.Days;
import org.commonground.foundation.PartnershipId;
import org.commonground.notice.Audience;
import org.commonground.notice.Outbox;
import org.commonground.notice.RoomMails;
import org.commonground.notice.Template;
import org.commonground.notice.Templates;
import org.commonground.partnership.Member;
import org.commonground.partnership.PartnershipService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What members hear of reviews. */
@Component
class ReviewMails extends RoomMails {

    private final Template reviewLate = mail("review-late");
    private final Template wayForwardDecided = mail("way-forward-decided");
    private final PartnershipService partnerships;

    ReviewMails(Templates templates, Outbox outbox, PartnershipService partnerships) {
        super(templates, outbox);
        this.partnerships = partnerships;
    }

    /** In time it needs no mail: everybody who has something to do gets one. */
    @EventListener
    void on(ReviewOpened fact) {
        if (!fact.missed().isEmpty()) {
            String days = fact.missed().stream().map(date -> Days.inWords(LocalDate.ofInstant(date.due(), ZoneOffset.UTC)))
                    .collect(joining(", "));
            tell(everybody(fact.partnership()), fact, reviewLate, Map.of("nr", fact.nr(), "days", days));
        }
    }

    @EventListener
    void on(WayForwardDecided fact) {
        tell(everybody(fact.partnership()), fact, wayForwardDecided,
                Map.of("nr", fact.nr(), "way", fact.way().label(), "outcome", fact.outcome(), "reason", fact.reason()));
    }

    private Audience everybody(PartnershipId partnership) {
        return Audience.everybody(partnerships.members(partnership).stream().map(Member::organisation).toList());
    }
}
