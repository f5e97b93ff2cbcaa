package org.commonground.closure;

import java.time.LocalDate;
import java.util.UUID;

import org.commonground.foundation.PartnershipId;

/**
 * All that is known of a closure; what is not known yet is null.
 *
 * @param reason        why this trajectory
 * @param finalReview   a meeting
 * @param nothingToHand what was said where nothing is handed over
 * @param report        a document
 * @param followUp      what became of it, or why nobody asked
 * @param followedUp    whether somebody asked
 */
public record ClosureCard(UUID id, PartnershipId partnership, LocalDate openedOn, Trajectory trajectory, String reason, UUID finalReview,
        String nothingToHand, String letter, Boolean followUpWanted, UUID report, LocalDate closedOn, String followUp, Boolean followedUp,
        LocalDate followedUpOn) {
}
