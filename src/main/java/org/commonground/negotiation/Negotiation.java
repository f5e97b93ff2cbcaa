package org.commonground.negotiation;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Refusal;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

/** Where a negotiation stands. Only the coordinator and the machine move it; what parties say never touches this row. */
class Negotiation {

    @Id
    private UUID id;
    @Version
    private Integer version;
    private String partnership;
    private Purpose purpose;
    private Stage stage;
    private Instant openedAt;
    private int vision;
    private int asking;
    private int rounds;
    private String stopped;
    private String stoppedBy;
    private String founds;

    static Negotiation open(PartnershipId partnership, Purpose purpose, Instant at) {
        Negotiation negotiation = new Negotiation();
        negotiation.id = UUID.randomUUID();
        negotiation.partnership = partnership.value();
        negotiation.purpose = purpose;
        negotiation.openedAt = at;
        // What the partnership sees together was endorsed at its founding.
        negotiation.stage = purpose == Purpose.FOUNDING ? Stage.SHARING_VISION : Stage.BETWEEN_ROUNDS;
        negotiation.founds = purpose == Purpose.FOUNDING ? partnership.value() : null;
        return negotiation;
    }

    NegotiationId id() {
        return new NegotiationId(id);
    }

    PartnershipId partnership() {
        return new PartnershipId(partnership);
    }

    boolean isFounding() {
        return purpose == Purpose.FOUNDING;
    }

    int vision() {
        return vision;
    }

    int asking() {
        return asking;
    }

    int rounds() {
        return rounds;
    }

    boolean isAt(Stage one) {
        return stage == one;
    }

    boolean isStopped() {
        return stopped != null;
    }

    String stopped() {
        return stopped;
    }

    String stoppedBy() {
        return stoppedBy;
    }

    NegotiationCard card() {
        return new NegotiationCard(id(), partnership(), purpose, rounds, stage, stopped);
    }

    /** Refuses with the sentence unless it stands at one of these. */
    void mustBeAt(Set<Stage> stages, String sentence) {
        mayGoOn();
        Refusal.unless(stages.contains(stage), sentence);
    }

    void mayGoOn() {
        Refusal.unless(stage != Stage.ENDED, "This negotiation has ended. Nothing can change in it any more.");
    }

    /** @param anew whether the words are others than before */
    void askToEndorse(boolean anew) {
        vision += anew ? 1 : 0;
        asking++;
        stage = Stage.ENDORSING;
    }

    void countEndorsements(boolean endorsed) {
        stage = endorsed ? Stage.DRAFTING_TOPICS : Stage.SHARING_VISION;
    }

    void comeBetweenRounds() {
        stage = Stage.BETWEEN_ROUNDS;
    }

    void openRound() {
        asking++;
        rounds++;
        stage = Stage.STATING_POSITIONS;
    }

    void openReading() {
        stage = Stage.READING;
    }

    void closeRound(boolean agreed) {
        stage = agreed ? Stage.AGREED : Stage.BETWEEN_ROUNDS;
    }

    void stop(String reason, String person) {
        mayGoOn();
        stopped = reason;
        stoppedBy = person;
    }

    void end() {
        stage = Stage.ENDED;
    }
}
