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
import org.springframework.stereotype.Component;

/**
 * How long each step has, as the decision table {@code deadlines} says. Process designers change the table; what is deployed
 * last counts. A day lasts as long as the installation says ({@link NoticeSettings#day()}).
 */
@Component("deadlines")
@OpenToModels
public class Deadlines implements DueDates {

    private final DecisionTables tables;
    private final NoticeSettings settings;
    private final Clock clock;

    Deadlines(DecisionTables tables, NoticeSettings settings, Clock clock) {
        this.tables = tables;
        this.settings = settings;
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
        return of(step).days().map(days -> clock.instant().plus(Deadline.times(settings.day(), days)));
    }

    Deadline of(String step) {
        List<Map<String, Object>> rows = tables.ask("deadlines", Map.of("step", step));
        return rows.isEmpty() ? Deadline.NONE : Deadline.of(rows.get(0));
    }
}
