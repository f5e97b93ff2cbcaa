package org.commonground.partnership;

import static org.commonground.foundation.Words.said;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.commonground.foundation.Days;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.Refusal;

/**
 * Partners came together.
 *
 * @param occasion what for, such as {@code Review 2: differences}
 * @param present  the organisations that were there
 */
public record Meeting(String occasion, LocalDate heldOn, Set<OrganisationId> present, String minutes) {

    public Meeting {
        Refusal.unless(heldOn != null, "Please say on which day the meeting was.");
        Refusal.unless(!present.isEmpty(), "Please say who was there.");
        present = new LinkedHashSet<>(present);
        minutes = said(minutes, "Please write down what was said: those who were not there read it.");
    }

    /**
     * Refused when it lies ahead or before the partnership, or when somebody was there who is no member.
     *
     * @param proposed the day on which the partnership was proposed
     * @param latest   the day that it is already somewhere on earth
     */
    void mayBeKept(List<OrganisationId> members, LocalDate proposed, LocalDate latest) {
        Refusal.unless(!heldOn.isBefore(proposed), "The partnership was proposed on %s: a meeting of it cannot have been before.".formatted(
                Days.inWords(proposed)));
        Refusal.unless(!heldOn.isAfter(latest), "This meeting lies ahead. Please write it down once it was held.");
        for (OrganisationId one : present) {
            Refusal.unless(members.contains(one),
                    "%s is no member of this partnership. Please name members only; guests go into the minutes.".formatted(one));
        }
    }
}
