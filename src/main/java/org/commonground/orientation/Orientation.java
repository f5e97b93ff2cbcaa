package org.commonground.orientation;

import static org.commonground.foundation.Words.said;

import java.time.LocalDate;
import java.util.List;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.Refusal;

/**
 * How all partners hear how the work begins: at a meeting, or in writing where nobody could come.
 *
 * @param heldOn  null where there was no meeting
 * @param present nobody where there was none
 * @param minutes of the meeting, or what would have been said there
 */
public record Orientation(LocalDate heldOn, List<OrganisationId> present, String minutes) {

    public Orientation {
        Refusal.unless(heldOn != null || present.isEmpty(), "Please say on which day the partners met.");
        Refusal.unless(heldOn == null || !present.isEmpty(), "Please tick who was there.");
        present = List.copyOf(present);
        minutes = said(minutes, "Please write down what was said: those who were not there read it.");
    }

    /** Nobody could come: all read what would have been said. */
    public static Orientation inWriting(String words) {
        return new Orientation(null, List.of(), words);
    }

    public boolean wasHeld() {
        return heldOn != null;
    }
}
