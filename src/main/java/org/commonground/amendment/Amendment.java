package org.commonground.amendment;

import java.util.UUID;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Refusal;
import org.commonground.negotiation.NegotiationId;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

/** A change of what was agreed, from its proposal on. It refuses what comes too late. */
class Amendment {

    @Id
    private UUID matter;
    @Version
    private Integer version;
    private String partnership;
    private UUID negotiation;
    private AmendmentStage stage;
    private String proposer;
    private String proposedBy;
    private int base;
    private Signs signs;
    private String signsWhy;

    static Amendment proposed(UUID matter, PartnershipId partnership, NegotiationId negotiation, OrganisationId proposer, String person,
            int base) {
        Amendment amendment = new Amendment();
        amendment.matter = matter;
        amendment.partnership = partnership.value();
        amendment.negotiation = negotiation.value();
        amendment.stage = AmendmentStage.OPEN;
        amendment.proposer = proposer == null ? null : proposer.code();
        amendment.proposedBy = person;
        amendment.base = base;
        return amendment;
    }

    UUID matter() {
        return matter;
    }

    PartnershipId partnership() {
        return new PartnershipId(partnership);
    }

    NegotiationId negotiation() {
        return new NegotiationId(negotiation);
    }

    boolean isOpen() {
        return stage == AmendmentStage.OPEN;
    }

    OrganisationId proposer() {
        return proposer == null ? null : new OrganisationId(proposer);
    }

    String proposedBy() {
        return proposedBy;
    }

    int base() {
        return base;
    }

    Signs signs() {
        return signs;
    }

    String signsWhy() {
        return signsWhy;
    }

    void mayGoOn() {
        Refusal.unless(isOpen(), "This amendment is settled: %s.".formatted(stage == AmendmentStage.IN_FORCE ? "it is in force"
                : "it came to nothing, and what was agreed before holds"));
    }

    void signedBy(Signs who, String why) {
        mayGoOn();
        signs = who;
        signsWhy = why;
    }

    void comesIntoForce() {
        mayGoOn();
        stage = AmendmentStage.IN_FORCE;
    }

    void end() {
        mayGoOn();
        stage = AmendmentStage.ENDED;
    }
}
