package org.commonground.notice;

import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.commonground.engine.DecisionTables;
import org.commonground.engine.DueDates;
import org.commonground.engine.OpenToModels;
import org.commonground.foundation.Pace;
import org.springframework.stereotype.Component;

/**
 * How long each step has, as the decision table {@code deadlines} says. Process designers change the table; what is deployed
 * last counts. Days are days of the process ({@link Pace}).
 */
@Component("deadlines")
@OpenToModels
public class Deadlines implements DueDates {

    private final DecisionTables tables;
    private final Pace pace;
    private final Clock clock;

    Deadlines(DecisionTables tables, Pace pace, Clock clock) {
        this.tables = tables;
        this.pace = pace;
        this.clock = clock;
    }

    /**
     * For timers in diagrams: {@code ${deadlines.due('answer-invitation')}}.
     *
     * @param step id of the form
     */
    public Date due(String step) {
        return Date.from(dueFor(step).orElseThrow(() -> new IllegalStateException(
                "The table of deadlines gives “" + step + "” no days, but a timer in a diagram waits for them.")));
    }

    @Override
    public Optional<Instant> dueFor(String step) {
        return of(step).days().map(days -> pace.after(clock.instant(), Deadline.time(days)));
    }

    Deadline of(String step) {
        List<Map<String, Object>> rows = tables.ask("deadlines", Map.of("step", step));
        return rows.isEmpty() ? Deadline.NONE : Deadline.of(rows.get(0));
    }
}
