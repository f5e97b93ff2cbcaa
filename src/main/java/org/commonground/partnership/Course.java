package org.commonground.partnership;

import org.commonground.foundation.PartnershipId;

/**
 * Where a partnership stands and what the partners decided about its work.
 *
 * @param suspended whether the work pauses
 * @param endAgreed whether the partners agreed to end it before its term
 */
public record Course(PartnershipId id, String title, Phase phase, boolean suspended, boolean endAgreed) {
}
