package org.commonground.review;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Refusal;
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
    private String way;
    private String wayReason;
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

    boolean isConsolidated() {
        return consolidatedAt != null;
    }

    /** Whether results may be shown when so many answered. Where there are fewer partners than that, the form said before that answers can be guessed. */
    boolean isEnough(int ballots) {
        return ballots >= FEWEST_TO_SHOW || ballots > 0 && !isShielded();
    }

    /** Whether there are enough partners for an answer to stay without a name. */
    boolean isShielded() {
        return partners >= FEWEST_TO_SHOW;
    }

    void consolidate(int ballots, Instant at) {
        consolidatedAt = at;
        answers = ballots;
        shown = isEnough(ballots);
    }

    void mayDiscuss() {
        Refusal.unless(isConsolidated(), "The ratings are not counted yet.");
        mayChange();
    }

    void discuss(UUID meeting) {
        mayDiscuss();
        discussedIn = meeting;
    }

    void mayChange() {
        Refusal.unless(decidedAt == null && brokenOffAt == null, "This review is over. Nothing can change in it any more.");
    }

    void mayDecide() {
        Refusal.unless(discussedIn != null, "The partners talk about their differences before they decide.");
        mayChange();
    }

    /** @param meeting in which it was settled, where the votes had carried no way; else null */
    void decide(WayForward decided, String reason, UUID meeting, Instant at) {
        mayDecide();
        way = decided.key();
        wayReason = reason;
        carried = meeting == null;
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
                Boolean.TRUE.equals(shown), discussedIn, settledIn, way == null ? null : WayForward.of(way), wayReason,
                Boolean.TRUE.equals(carried), decidedAt, brokenOffAt, report);
    }
}
