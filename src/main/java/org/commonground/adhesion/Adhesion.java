package org.commonground.adhesion;

import java.util.UUID;

import org.commonground.foundation.Keyed;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Refusal;
import org.commonground.negotiation.NegotiationId;
import org.commonground.partnership.Standing;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

/** One organisation comes in. It refuses what comes too late. */
class Adhesion {

    @Id
    private UUID id;
    @Version
    private Integer version;
    private String partnership;
    private UUID matter;
    private String newcomer;
    private String standing;
    private String how;
    private UUID negotiation;
    private boolean confirmed;
    private AdhesionStage stage;
    private String outcome;
    private String openFor;

    static Adhesion open(PartnershipId partnership, UUID matter, OrganisationId newcomer, Standing standing, String how) {
        Adhesion adhesion = new Adhesion();
        adhesion.id = UUID.randomUUID();
        adhesion.partnership = partnership.value();
        adhesion.matter = matter;
        adhesion.newcomer = newcomer.code();
        adhesion.standing = standing.key();
        adhesion.how = how;
        adhesion.stage = AdhesionStage.UNDER_WAY;
        adhesion.openFor = partnership + " " + newcomer;
        return adhesion;
    }

    UUID id() {
        return id;
    }

    PartnershipId partnership() {
        return new PartnershipId(partnership);
    }

    UUID matter() {
        return matter;
    }

    OrganisationId newcomer() {
        return new OrganisationId(newcomer);
    }

    Standing standing() {
        return Keyed.of(Standing.class, standing);
    }

    String how() {
        return how;
    }

    /** Null until the text is prepared that it signs. */
    NegotiationId negotiation() {
        return negotiation == null ? null : new NegotiationId(negotiation);
    }

    boolean isConfirmed() {
        return confirmed;
    }

    boolean isUnderWay() {
        return stage == AdhesionStage.UNDER_WAY;
    }

    boolean isIn() {
        return stage == AdhesionStage.IN;
    }

    String outcome() {
        return outcome;
    }

    void mayGoOn() {
        Refusal.unless(isUnderWay(), isIn() ? "This organisation has joined already." : "This is settled: %s".formatted(outcome));
    }

    void signs(NegotiationId text) {
        mayGoOn();
        negotiation = text.value();
    }

    void confirm() {
        mayGoOn();
        Refusal.unless(!confirmed, "A colleague has answered already.");
        confirmed = true;
    }

    void comesIn(String words) {
        mayGoOn();
        settle(AdhesionStage.IN, words);
    }

    void staysOut(String words) {
        mayGoOn();
        settle(AdhesionStage.OUT, words);
    }

    private void settle(AdhesionStage end, String words) {
        stage = end;
        outcome = words;
        openFor = null;
    }
}
