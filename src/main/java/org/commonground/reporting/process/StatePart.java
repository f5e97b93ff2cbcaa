package org.commonground.reporting.process;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.commonground.engine.For;
import org.commonground.engine.Step;
import org.commonground.engine.StepContext;
import org.commonground.engine.Takes;
import org.commonground.foundation.Days;
import org.commonground.foundation.Seat;
import org.commonground.period.Period;
import org.commonground.period.PeriodService;
import org.commonground.reporting.Came;
import org.commonground.reporting.CameOf;
import org.commonground.reporting.PartOfRole;
import org.commonground.reporting.Report;
import org.commonground.reporting.ReportService;
import org.commonground.reporting.SeatPart;
import org.springframework.stereotype.Component;

/**
 * What a seat says of the period that ends. Each role has a form of its own words; what one of them does not ask is empty where it is
 * shown.
 */
@Component
@For("${commitments.seatGroup(seat)}")
@Takes({"state-experience", "state-advice", "state-decisions", "state-support", "state-observations"})
class StatePart implements Step<StatePart.Shown, StatePart.Given> {

    private final ReportService reports;
    private final PeriodService periods;

    StatePart(ReportService reports, PeriodService periods) {
        this.reports = reports;
        this.periods = periods;
    }

    @Override
    public Shown show(StepContext context) {
        Period period = periods.current(context.partnership());
        return new Shown(period.inWords(), period.settlement(),
                periods.isLast(context.partnership(), period) ? Days.inWords(period.ends()) : null,
                reports.openSupport(context.partnership(), ReportingVariables.seat(context)).stream()
                        .map(one -> new Promised(one.id().toString(), one.inWords())).toList());
    }

    @Override
    public List<String> mailed(StepContext context) {
        List<String> words = new ArrayList<>(List.of(periods.current(context.partnership()).inWords() + "."));
        List<String> promised = reports.openSupport(context.partnership(), ReportingVariables.seat(context)).stream()
                .map(one -> one.inWords()).toList();
        if (!promised.isEmpty()) {
            words.add("You are also asked what came of: " + String.join("; ", promised) + ".");
        }
        return words;
    }

    @Override
    public void take(Given given, StepContext context) {
        Seat seat = ReportingVariables.seat(context);
        reports.tell(context.partnership(), seat, given.part(seat), context.person());
    }

    /**
     * @param ends    when the term ends; null unless this is the last report
     * @param support that the seat promised and of which nothing came yet
     */
    record Shown(String period, String settlement, String ends, List<Promised> support) {
    }

    /** @param commitment which support it is */
    record Promised(String commitment, String what) {
    }

    /**
     * @param more    null in the forms that ask for one thing only
     * @param results null in the forms that ask for none
     * @param support null where none was promised
     */
    record Given(String words, String more, List<ResultRow> results, List<CameRow> support) {

        SeatPart part(Seat seat) {
            return new SeatPart(words, more, results == null ? List.of() : results.stream()
                    .map(row -> new Report.Outcome(PartOfRole.of(seat.role()).result(), row.what, row.amount, row.currency)).toList(),
                    support == null ? List.of() : support.stream().map(row -> new CameOf(UUID.fromString(row.commitment), row.came,
                            row.words, row.amount, row.currency)).toList());
        }
    }

    record CameRow(String commitment, Came came, String words, BigDecimal amount, String currency) {
    }

    /** @param amount of a grant; a decision has none */
    record ResultRow(String what, BigDecimal amount, String currency) {
    }
}
