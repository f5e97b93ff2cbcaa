package org.commonground.dispute;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipFact;
import org.commonground.notice.Audience;
import org.commonground.notice.Outbox;
import org.commonground.notice.RoomMails;
import org.commonground.notice.Template;
import org.commonground.notice.Templates;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What people hear of disputes. No mail has a word of what was said, and that to the others names nobody. */
@Component
class DisputeMails extends RoomMails {

    private final Template disputeClimbed = mail("dispute-climbed");
    private final Template disputeEnded = mail("dispute-ended");

    DisputeMails(Templates templates, Outbox outbox) {
        super(templates, outbox);
    }

    @EventListener
    void on(DisputeClimbed fact) {
        Map<String, Object> words = Map.of("nr", fact.nr(), "first", fact.rung() == Rung.DIALOGUE, "rung", fact.rung().inWords(), "due",
                fact.ends());
        tell(fact, disputeClimbed, fact.parties(), Audience.everybody(fact.others()), words);
    }

    @EventListener
    void on(DisputeEnded fact) {
        Map<String, Object> words = new HashMap<>(Map.of("nr", fact.nr(), "outcome", fact.outcome()));
        words.put("follows", fact.follows());
        tell(fact, disputeEnded, fact.parties(), fact.known() ? Audience.everybody(fact.others()) : Audience.nobody(), words);
    }

    /** The coordinator reads what the others read. */
    private void tell(PartnershipFact fact, Template mail, List<OrganisationId> parties, Audience others, Map<String, Object> words) {
        Map<String, Object> forParties = new HashMap<>(words);
        forParties.put("party", true);
        tell(Audience.organisations(parties), fact, mail, forParties);
        Map<String, Object> forOthers = new HashMap<>(words);
        forOthers.put("party", false);
        tell(others, fact, mail, forOthers);
    }
}
