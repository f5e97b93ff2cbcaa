package org.commonground.reporting;

import static org.commonground.foundation.Words.maybe;
import static org.commonground.foundation.Words.said;

import java.math.BigDecimal;
import java.util.List;

import org.commonground.foundation.Money;
import org.commonground.foundation.Refusal;

/**
 * What an implementer reports of a period.
 *
 * @param progress one line for each objective
 * @param hindered what stood in the way, or null
 */
public record Report(List<Line> progress, String hindered, List<Outcome> results, List<Officer> officers) {

    public Report {
        progress = List.copyOf(progress);
        hindered = maybe(hindered);
        results = List.copyOf(results);
        officers = List.copyOf(officers);
    }

    /** Groups of the officer who has most of them. */
    public int mostGroups() {
        return officers.stream().mapToInt(Officer::groups).max().orElse(0);
    }

    /** Groups that had no quality visit in the period, at the least. */
    public int groupsWithoutVisit() {
        return officers.stream().mapToInt(officer -> Math.max(0, officer.groups() - officer.visits())).sum();
    }

    /**
     * @param objective counted from 1
     * @param measured  what was seen by its indicator; null where it is not this organisation's part
     */
    public record Line(int objective, String measured, ProgressStanding standing) {

        public Line {
            measured = maybe(measured);
            Refusal.unless(standing != null, "Please say of each objective how far you are.");
            Refusal.unless(measured != null || standing == ProgressStanding.NOT_OURS,
                    "Objective %d: please write what you measured, or choose “not our part”.".formatted(objective));
        }
    }

    /**
     * A result beyond the indicators.
     *
     * @param amount of a grant, else null
     */
    public record Outcome(ResultKind kind, String what, BigDecimal amount, String currency) {

        public Outcome {
            Refusal.unless(kind != null, "Please choose of each result what it is.");
            what = said(what, "Please say of each result what came about.");
            currency = maybe(currency);
            Refusal.unless((amount == null) == (currency == null), "“%s”: an amount and its currency go together.".formatted(what));
            if (amount != null) {
                Money.expect(what, amount, currency);
            }
        }
    }

    /**
     * Somebody who looks after groups, such as a facilitator of field schools.
     *
     * @param visits quality visits that these groups had in the period
     */
    public record Officer(String name, int groups, int visits) {

        public Officer {
            name = said(name, "Please name each officer.");
        }
    }
}
