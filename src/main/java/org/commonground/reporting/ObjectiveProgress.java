package org.commonground.reporting;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.util.List;

import org.commonground.foundation.OrganisationId;
import org.commonground.partnership.NumberedObjective;

/**
 * How far an objective is: what each organisation whose part it is reported last.
 *
 * @param givenUpOn the day on which an amendment gave it up; null while it is aimed at
 */
public record ObjectiveProgress(NumberedObjective objective, LocalDate givenUpOn, List<Latest> latest) {

    public int nr() {
        return objective.nr();
    }

    /** Whether all who work for it say that the target is reached. */
    public boolean isReached() {
        return !latest.isEmpty() && latest.stream().allMatch(one -> one.standing() == ProgressStanding.REACHED);
    }

    /** {@code Facilitating NGO: 8 (on the way); Federation: 5 (target reached)}. */
    public String inWords() {
        return latest.isEmpty() ? "nothing reported yet" : latest.stream()
                .map(one -> "%s: %s (%s)".formatted(one.name(), one.measured(), one.standing().label().toLowerCase()))
                .collect(joining("; "));
    }

    /** @param period in which it was reported */
    public record Latest(OrganisationId organisation, String name, int period, String measured, ProgressStanding standing) {
    }
}
