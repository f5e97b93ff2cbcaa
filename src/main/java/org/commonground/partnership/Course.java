package org.commonground.partnership;

import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Refusal;

/**
 * Where a partnership stands and what the partners decided about its work.
 *
 * @param suspended whether the work pauses
 * @param endAgreed whether the partners agreed to end it before its term
 */
public record Course(PartnershipId id, String title, Phase phase, boolean suspended, boolean endAgreed) {

    void mayBeSuspended() {
        mustBeInForce();
        Refusal.unless(!suspended, "This partnership is suspended already.");
    }

    void mayBeResumed() {
        mustBeInForce();
        Refusal.unless(suspended, "This partnership is not suspended.");
    }

    void mustBeInForce() {
        Refusal.unless(phase == Phase.IN_FORCE, "This partnership is not in force: it stands at “%s”.".formatted(phase.label()));
    }
}
