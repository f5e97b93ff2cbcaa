package org.commonground.agreement;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import org.commonground.foundation.PartnershipId;
import org.commonground.negotiation.Topic;
import org.commonground.negotiation.WaivedRule;

/**
 * What a version changes in the one before it.
 *
 * @param suffix    of the amendment, such as {@code A1}
 * @param base      number of the sealed version over which it is laid
 * @param clauses   of that version, as they were signed
 * @param title     of the partnership in that version
 * @param topics    those that change
 * @param began     the day the first agreement was sealed
 * @param overrides rules that all did without while they negotiated it
 * @param membership who joins or left; null where words change
 */
record Amended(String suffix, int base, List<Clause> clauses, String title, Set<Topic> topics, LocalDate began,
        List<WaivedRule> overrides, MembershipChange membership) {

    /** {@code P-2026-0007/A1}. */
    String number(PartnershipId partnership) {
        return partnership + "/" + suffix;
    }
}
