package org.commonground.review;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.commonground.agreement.PlannedDate;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Refusal;
import org.commonground.negotiation.DecisionRule;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

/**
 * One review, from the first rating to the way forward. What partners say are rows of their own, and saying it never touches this
 * one: its version would tell when somebody answered.
 */
class Review {

    /** With fewer answers whoever reads the results could guess whose they are. */
    static final int FEWEST_TO_SHOW = 4;

    @Id
    private UUID id;
    @Version
    private Integer version;
    private String partnership;
    private int nr;
    private UUID matter;
    private int partners;
    private Instant openedAt;
    private Instant consolidatedAt;
    private Integer answers;
    private Boolean shown;
    private UUID discussedIn;
    private Boolean talkMissed;
    private String way;
    private String wayReason;
    private String topics;
    private String joining;
    private String leaving;
    private Boolean carried;
    private UUID settledIn;
    private Instant decidedAt;
    private Instant brokenOffAt;
    private UUID report;
    private String plannedIn;

    /** @param matter which call for an early review it answers; null where its date has come */
    static Review open(PartnershipId partnership, int nr, UUID matter, int partners, Instant at) {
        Review review = new Review();
        review.id = UUID.randomUUID();
        review.partnership = partnership.value();
        review.nr = nr;
        review.matter = matter;
        review.partners = partners;
        review.openedAt = at;
        review.plannedIn = matter == null ? partnership.value() : null;
        return review;
    }

    void mayRate() {
        Refusal.unless(consolidatedAt == null && brokenOffAt == null,
                "The time for ratings is over, and the review goes on with those who answered. In the next one you are asked again.");
    }

    boolean isOver() {
        return decidedAt != null || brokenOffAt != null;
    }

    boolean isConsolidated() {
        return consolidatedAt != null;
    }

    /**
     * Whether results may be shown when so many answered. Where there are fewer partners than that, the form said before that answers can
     * be guessed.
     */
    boolean isEnough(int ballots) {
        return ballots >= FEWEST_TO_SHOW || ballots > 0 && !isShielded();
    }

    /** Whether there are enough partners for an answer to stay without a name. */
    boolean isShielded() {
        return partners >= FEWEST_TO_SHOW;
    }

    /** @param ballots how many rated */
    void consolidate(int ballots, Instant at) {
        consolidatedAt = at;
        answers = ballots;
        shown = isEnough(ballots);
    }

    /** @param asked whether the partner is among those whom this review asks */
    void mayRate(boolean asked) {
        mayRate();
        expect(asked);
    }

    private static void expect(boolean asked) {
        Refusal.unless(asked, "Your organisation is not asked in this review: it was no full partner when it began.");
    }

    /**
     * Refused while a question that is red, or that partners see differently by two or more, has no action.
     *
     * @param mended what the actions are about
     */
    void mayDiscuss(List<Finding> found, Set<String> mended) {
        Refusal.unless(isConsolidated(), "The ratings are not counted yet.");
        mayChange();
        String left = discussedIn != null ? "" : found.stream().filter(Finding::callsForAction)
                .map(finding -> finding.question().label()).filter(label -> !mended.contains(label)).collect(joining("; "));
        Refusal.unless(left.isEmpty(),
                "These call for an action: %s. Please agree on one for each: what, who, by when, and who looks at it.".formatted(left));
    }

    void discuss(UUID meeting) {
        discussedIn = meeting;
    }

    /** Nobody came to talk, or nobody called a talk in time. */
    void missTalk() {
        Refusal.unless(isConsolidated(), "The ratings are not counted yet.");
        mayChange();
        talkMissed = true;
    }

    boolean isTalkedOver() {
        return discussedIn != null || Boolean.TRUE.equals(talkMissed);
    }

    void mayChange() {
        Refusal.unless(!isOver(), "This review is over. Nothing can change in it any more.");
    }

    void mayDecide() {
        Refusal.unless(isTalkedOver(), "The partners talk about their differences before they decide.");
        mayChange();
    }

    /** @param asked whether the partner is among those whom this review asks */
    void mayDecide(boolean asked) {
        mayDecide();
        expect(asked);
    }

    /** A pause or the end, which leave no partner as it was, need as many partners there as their rule needs in favour. */
    void maySettle(WayForward settled, int there, DecisionRule rule, int partnersNow) {
        mayDecide();
        int needed = rule.needed(partnersNow);
        Refusal.unless(!settled.stopsTheWork() || there >= needed,
                "The partners decide %s. To pause or to close, %d of them have to be there; %s.".formatted(VoteCount.inWords(rule), needed,
                        there == 0 ? "none was" : there == 1 ? "1 was" : there + " were"));
    }

    /**
     * @param named   what the partners named with it
     * @param meeting in which it was settled, where the votes had carried no way; else null
     */
    void decide(WayForward decided, NamedChange named, String reason, UUID meeting, Instant at) {
        mayDecide();
        named.expectEnough(decided);
        way = decided.key();
        topics = named.topicKeys();
        joining = named.joining();
        leaving = named.leavingCodes();
        wayReason = reason;
        carried = meeting == null && decided.isChoice();
        settledIn = meeting;
        decidedAt = at;
        plannedIn = null;
    }

    void keep(UUID document) {
        report = document;
    }

    void breakOff(Instant at) {
        mayChange();
        brokenOffAt = at;
        plannedIn = null;
    }

    UUID id() {
        return id;
    }

    PartnershipId partnership() {
        return new PartnershipId(partnership);
    }

    int nr() {
        return nr;
    }

    UUID discussedIn() {
        return discussedIn;
    }

    ReviewCard card(List<PlannedDate> dates) {
        return new ReviewCard(id, partnership(), nr, matter, dates, partners, isShielded(), openedAt, consolidatedAt, answers,
                Boolean.TRUE.equals(shown), discussedIn,
                Boolean.TRUE.equals(talkMissed), settledIn, way == null ? null : WayForward.of(way),
                NamedChange.read(topics, joining, leaving), wayReason,
                Boolean.TRUE.equals(carried), decidedAt, brokenOffAt, report);
    }
}
