package org.commonground.period;

import static org.commonground.foundation.Words.said;

import java.time.LocalDate;

import org.commonground.foundation.Refusal;

/**
 * One thing that an implementer will do in a period.
 *
 * @param area      its name; null means all areas
 * @param objective that it serves, counted from 1
 */
public record PlanItem(String what, String area, LocalDate from, LocalDate to, int objective) {

    public PlanItem {
        what = said(what, "Please say of each line what you will do.");
        Refusal.unless(from != null && to != null && !to.isBefore(from),
                "“%s”: please say from which day to which, the first one first.".formatted(what));
    }

    boolean meets(PlanItem other) {
        return (area == null || other.area == null || area.equals(other.area)) && !from.isAfter(other.to) && !other.from.isAfter(to)
                && (objective == other.objective || what.equalsIgnoreCase(other.what));
    }
}
