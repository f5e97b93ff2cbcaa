package org.commonground.adhesion;

import static org.commonground.foundation.Words.said;

import java.time.LocalDate;
import java.util.List;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.Refusal;

/**
 * The meeting at which a newcomer hears how the others work.
 *
 * @param present    who was there; nobody where nobody came
 * @param nobodyCame whether it was called and nobody came
 */
public record NewcomerOrientation(LocalDate heldOn, boolean nobodyCame, List<OrganisationId> present, String minutes) {

    public NewcomerOrientation {
        Refusal.unless(heldOn != null, "Please say on which day the meeting was.");
        Refusal.unless(nobodyCame || present != null && !present.isEmpty(), "Please tick who was there, or say that nobody came.");
        present = nobodyCame ? List.of() : List.copyOf(present);
        minutes = said(minutes, nobodyCame ? "Please say how the newcomer hears of the work now." : "Please write down what was said:"
                + " those who were not there read it.");
    }
}
