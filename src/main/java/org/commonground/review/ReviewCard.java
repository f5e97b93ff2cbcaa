package org.commonground.review;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.commonground.agreement.PlannedDate;
import org.commonground.foundation.PartnershipId;

/**
 * All that is known of a review as a whole; what is not known yet is null.
 *
 * @param matter     which call for an early review it answers; null where its date had come
 * @param dates      the planned dates it was held for, several where some had been missed; none where it was called
 * @param partners   how many were asked
 * @param shielded   whether there are so many partners that an answer stays without a name
 * @param shown      whether so many answered that the ratings are shown
 * @param talkMissed  whether the partners went on without a talk about their differences
 * @param discussedIn and {@code settledIn}: meetings
 * @param named      what the partners named with the way forward
 * @param carried    whether the way forward was carried by the votes; else it was settled in talks
 * @param brokenOffAt when it ended without a decision because the partnership itself did
 * @param report     a document
 */
public record ReviewCard(UUID id, PartnershipId partnership, int nr, UUID matter, List<PlannedDate> dates, int partners, boolean shielded,
        Instant openedAt, Instant consolidatedAt, Integer answers, boolean shown, UUID discussedIn, boolean talkMissed, UUID settledIn,
        WayForward way, NamedChange named, String wayReason, boolean carried, Instant decidedAt, Instant brokenOffAt, UUID report) {

    /** {@code Review 2}. */
    public String title() {
        return "Review " + nr;
    }

    /** When the result is shown, for those who are asked to rate. */
    public String whenShown() {
        return shielded ? "The result is shown when four or more have rated." : "With so few partners the result is always shown.";
    }

    /** What those who rate have to know before; null where there are partners enough. */
    public String warning() {
        return shielded ? null : "You are only %d partners: whoever reads the result can guess who answered what.".formatted(partners);
    }

    public boolean isLate() {
        return dates.stream().anyMatch(PlannedDate::late);
    }

    public boolean isOver() {
        return decidedAt != null || brokenOffAt != null;
    }
}
