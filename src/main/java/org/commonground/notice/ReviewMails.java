package org.commonground.notice;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

import org.commonground.foundation.Days;
import org.commonground.foundation.PartnershipId;
import org.commonground.partnership.ActionAgreed;
import org.commonground.partnership.ActionChecked;
import org.commonground.partnership.PartnershipService;
import org.commonground.review.ReviewOpened;
import org.commonground.review.WayForwardDecided;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What members hear of reviews and of the actions that come of them. */
@Component
class ReviewMails {

    private final FactMail mail;
    private final PartnershipService partnerships;

    ReviewMails(FactMail mail, PartnershipService partnerships) {
        this.mail = mail;
        this.partnerships = partnerships;
    }

    /** In time it needs no mail: everybody who has something to do gets one. */
    @EventListener
    void on(ReviewOpened fact) {
        if (!fact.missed().isEmpty()) {
            String days = fact.missed().stream().map(date -> Days.inWords(LocalDate.ofInstant(date.due(), ZoneOffset.UTC))).collect(joining(", "));
            mail.tell(everybody(fact.partnership()), fact, "review-late", Map.of("nr", fact.nr(), "days", days));
        }
    }

    @EventListener
    void on(WayForwardDecided fact) {
        mail.tell(everybody(fact.partnership()), fact, "way-forward-decided",
                Map.of("nr", fact.nr(), "way", fact.way().label(), "outcome", fact.outcome(), "reason", fact.reason()));
    }

    @EventListener
    void on(ActionAgreed fact) {
        Map<String, Object> words = Map.of("what", fact.what(), "reason", fact.about(), "due", fact.due());
        mail.tell(Audience.organisation(fact.owner()), fact, "action-agreed", with(words, fact.owner().code(), true));
        mail.tell(Audience.organisation(fact.verifier()), fact, "action-agreed", with(words, fact.owner().code(), false));
    }

    @EventListener
    void on(ActionChecked fact) {
        mail.tell(Audience.organisation(fact.owner()), fact, "action-checked",
                Map.of("organisation", fact.by().code(), "what", fact.what(), "done", fact.done(), "reason", fact.words()));
    }

    private static Map<String, Object> with(Map<String, Object> words, String owner, boolean mine) {
        Map<String, Object> all = new HashMap<>(words);
        all.put("organisation", owner);
        all.put("mine", mine);
        return all;
    }

    private Audience everybody(PartnershipId partnership) {
        return Audience.groups(partnerships.members(partnership).stream().map(member -> member.organisation().groupId()).toList())
                .and(Audience.coordinator());
    }
}
