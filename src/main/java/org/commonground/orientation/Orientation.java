package org.commonground.orientation;

import static org.commonground.foundation.Words.said;

import java.time.LocalDate;
import java.util.List;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.Refusal;

/** The meeting at which all partners hear how the work begins. */
public record Orientation(LocalDate heldOn, List<OrganisationId> present, String minutes) {

    public Orientation {
        Refusal.unless(heldOn != null, "Please say on which day the partners met.");
        Refusal.unless(present != null && !present.isEmpty(), "Please tick who was there.");
        present = List.copyOf(present);
        minutes = said(minutes, "Please write down what was said: those who were not there read it.");
    }
}
