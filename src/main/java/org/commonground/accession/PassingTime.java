package org.commonground.accession;

import org.commonground.agreement.SigningOpened;
import org.commonground.foundation.PartnershipId;
import org.commonground.partnership.NoCommonGroundFound;
import org.commonground.work.WorkEnded;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Hears of what passes over the question whether somebody joins. */
@Component
class PassingTime {

    private final AccessionService accessions;

    PassingTime(AccessionService accessions) {
        this.accessions = accessions;
    }

    @EventListener
    void on(WorkEnded fact) {
        overtake(fact.partnership(), "The joint work ended meanwhile, and nobody joins any more.");
    }

    @EventListener
    void on(SigningOpened fact) {
        overtake(fact.partnership(), "The text of the agreement is out for signature. Somebody new can join as soon as it is in force: a"
                + " partner can propose it anew then.");
    }

    @EventListener
    void on(NoCommonGroundFound fact) {
        overtake(fact.partnership(), "The partnership ended before it began.");
    }

    private void overtake(PartnershipId partnership, String why) {
        accessions.overtake(partnership, why);
    }
}
