package org.commonground.partnership;

import org.commonground.foundation.Level;
import org.commonground.foundation.Refusal;

/**
 * How the work shall grow; several may apply.
 *
 * @param deeper          better rooted where it is
 * @param newArea         into areas where it was not done before
 * @param newPolicyLevel  up to this level of policy, or null
 * @param newParticipants with people it has not reached before
 */
public record ScaleUp(boolean deeper, boolean newArea, Level newPolicyLevel, boolean newParticipants) {

    public ScaleUp {
        Refusal.unless(deeper || newArea || newPolicyLevel != null || newParticipants,
                "Please choose at least one kind of growth: deeper, a new area, a new policy level or new participants.");
    }
}
