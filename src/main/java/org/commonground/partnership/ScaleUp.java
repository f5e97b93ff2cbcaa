package org.commonground.partnership;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

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

    /** {@code Better rooted where it is; into areas where it was not done before}. */
    String inWords() {
        List<String> kinds = new ArrayList<>();
        if (deeper) {
            kinds.add("better rooted where it is");
        }
        if (newArea) {
            kinds.add("into areas where it was not done before");
        }
        if (newPolicyLevel != null) {
            kinds.add("up to the %s level of policy".formatted(newPolicyLevel.label().toLowerCase(Locale.ENGLISH)));
        }
        if (newParticipants) {
            kinds.add("with people whom it has not reached before");
        }
        String words = String.join("; ", kinds);
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
