package org.commonground.negotiation;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Refusal;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

/**
 * Where a negotiation stands, and what may be done there: it refuses whatever comes too early or too late. Only the coordinator and the
 * machine move it; what parties say never touches this row.
 */
class Negotiation {

    /** A partnership has partners, not a partner. */
    private static final int FEWEST = 2;

    @Id
    private UUID id;
    @Version
    private Integer version;
    private String partnership;
    private Purpose purpose;
    private NegotiationStage stage;
    private Instant openedAt;
    private int asking;
    private int rounds;
    private String stopped;
    private String stoppedBy;
    private String founds;
    private Integer amendment;

    /** Of a partnership that begins: its vision is endorsed. */
    static Negotiation found(PartnershipId partnership, Instant at) {
        Negotiation negotiation = new Negotiation(partnership, Purpose.FOUNDING, NegotiationStage.DRAFTING_TOPICS, at);
        negotiation.founds = partnership.value();
        return negotiation;
    }

    /**
     * About something that was agreed before. What the partnership sees together was endorsed at its founding.
     *
     * @param number of the change within its partnership, from 1
     */
    static Negotiation propose(PartnershipId partnership, Purpose purpose, int number, Collection<Topic> topics, Instant at) {
        Refusal.unless(purpose != Purpose.FOUNDING, "The founding negotiation is about everything; it is opened in its own way.");
        Refusal.unless(!topics.isEmpty(), "Please choose at least one topic to talk about.");
        Negotiation negotiation = new Negotiation(partnership, purpose, NegotiationStage.PROPOSED, at);
        negotiation.amendment = number;
        return negotiation;
    }

    /**
     * Who belongs to the partnership changes, and nothing is talked about.
     *
     * @param number of the change within its partnership, from 1
     */
    static Negotiation ofMembership(PartnershipId partnership, Purpose purpose, int number, Instant at) {
        Refusal.unless(purpose.isMembership(), "Only joining and leaving need no negotiation.");
        Negotiation negotiation = new Negotiation(partnership, purpose, NegotiationStage.AGREED, at);
        negotiation.amendment = number;
        return negotiation;
    }

    private Negotiation(PartnershipId partnership, Purpose purpose, NegotiationStage stage, Instant at) {
        this.id = UUID.randomUUID();
        this.partnership = partnership.value();
        this.purpose = purpose;
        this.stage = stage;
        this.openedAt = at;
    }

    /** As it is read from its table. */
    private Negotiation() {
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

    /** {@code A1}; null at a founding. */
    String suffix() {
        return amendment == null ? null : "A" + amendment;
    }

    int asking() {
        return asking;
    }

    /**
     * It is known who has a say. Where fewer than two have one there is nothing to negotiate: what is proposed is agreed, and who does not
     * agree says so by not signing.
     *
     * @return the number of the asking that the proposal itself answers
     */
    int begin(int parties) {
        mustBeAt("This negotiation has begun already.", NegotiationStage.PROPOSED);
        stage = parties < FEWEST ? NegotiationStage.AGREED : NegotiationStage.BETWEEN_ROUNDS;
        return ++asking;
    }

    boolean hasBegun() {
        return stage != NegotiationStage.PROPOSED;
    }

    int rounds() {
        return rounds;
    }

    boolean isEnded() {
        return stage == NegotiationStage.ENDED;
    }

    boolean isAgreed() {
        return stage == NegotiationStage.AGREED;
    }

    /** Whether it begins a partnership, and its topics have no wordings yet. */
    boolean wantsTopics() {
        return stage == NegotiationStage.DRAFTING_TOPICS;
    }

    /** Whether enough of them are left and nobody found that there is no common ground. */
    boolean goesOnAmong(Collection<OrganisationId> parties) {
        return stopped == null && parties.size() >= fewest();
    }

    /** What changes an agreement may concern one partner alone, or none. */
    private int fewest() {
        return isFounding() ? FEWEST : 0;
    }

    String stopped() {
        return stopped;
    }

    String stoppedBy() {
        return stoppedBy;
    }

    NegotiationCard card() {
        return new NegotiationCard(id(), partnership(), purpose, suffix(), rounds, stage, stopped);
    }

    void mayGoOn() {
        Refusal.unless(!isEnded(), "This negotiation has ended. Nothing can change in it any more.");
    }

    private void mustBeAt(String sentence, NegotiationStage... stages) {
        mayGoOn();
        Refusal.unless(Arrays.asList(stages).contains(stage), sentence);
    }

    // The topics

    void finishDraft() {
        mustBeAt("The topics have their first wordings already.", NegotiationStage.DRAFTING_TOPICS);
        stage = NegotiationStage.BETWEEN_ROUNDS;
    }

    void mayReconcile() {
        mustBeAt("Words change between two rounds only.", NegotiationStage.BETWEEN_ROUNDS);
    }

    void openRound() {
        mustBeAt("A round is under way already, or nothing is open.", NegotiationStage.BETWEEN_ROUNDS);
        asking++;
        rounds++;
        stage = NegotiationStage.STATING_POSITIONS;
    }

    void mayStatePositions() {
        mustBeAt("This round is over. You get a mail when it is your turn again.", NegotiationStage.STATING_POSITIONS);
    }

    void openReading() {
        mustBeAt("No positions are stated at the moment.", NegotiationStage.STATING_POSITIONS);
        stage = NegotiationStage.READING;
    }

    void mayRead() {
        mustBeAt("The time to read is over.", NegotiationStage.READING);
    }

    /** @return whether every party can live with every topic */
    boolean closeRound(List<OrganisationId> parties, List<OpenTopic> topics) {
        mustBeAt("There is no round to be closed.", NegotiationStage.READING);
        boolean agreed = parties.size() >= fewest() && topics.stream().allMatch(topic -> topic.isAgreedBy(parties));
        stage = agreed ? NegotiationStage.AGREED : NegotiationStage.BETWEEN_ROUNDS;
        return agreed;
    }

    void mayMediate() {
        mustBeAt("A mediation is held between two rounds.", NegotiationStage.BETWEEN_ROUNDS);
    }

    /** Something that was agreed is talked about again. */
    void reopen() {
        mustBeAt("This round is still under way: please state your position in it.", NegotiationStage.AGREED,
                NegotiationStage.BETWEEN_ROUNDS);
        stage = NegotiationStage.BETWEEN_ROUNDS;
    }

    // The end

    /** Somebody finds that there is no common ground. */
    void stop(String reason, String person) {
        mayGoOn();
        stopped = reason;
        stoppedBy = person;
    }

    /** @param why where nobody stopped it and too few are left, with whose words the last one left */
    void end(Collection<OrganisationId> parties, String why, String machine) {
        Refusal.unless(!goesOnAmong(parties), "There are still partners who negotiate, and nobody stopped them.");
        if (stopped == null) {
            stop("Fewer than two partners are left. " + why, machine);
        }
        stage = NegotiationStage.ENDED;
    }
}
