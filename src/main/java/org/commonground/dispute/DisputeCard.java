package org.commonground.dispute;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import org.commonground.foundation.PartnershipId;

/**
 * A dispute as the house knows it; what is said in it is for its sides and for who helps them.
 *
 * @param nr         counted within the partnership
 * @param base       the version of the agreement that was in force when it was raised
 * @param about      null until it is described
 * @param rung       null until it is described
 * @param helper     user id of who helps the sides, or null
 * @param ending     null until it is settled or decided
 * @param decided    whether others decided it, and not the sides themselves
 * @param finishedOn null while it is open
 */
public record DisputeCard(UUID matter, PartnershipId partnership, int nr, int base, String about, String wish, Rung rung, Instant rungEnds,
        String helper, DisputeEnding ending, boolean decided, LocalDate finishedOn) {

    public boolean isOpen() {
        return finishedOn == null;
    }
}
