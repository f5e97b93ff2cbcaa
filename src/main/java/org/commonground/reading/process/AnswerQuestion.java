package org.commonground.reading.process;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.commonground.engine.For;
import org.commonground.engine.Step;
import org.commonground.engine.StepContext;
import org.commonground.foundation.Seat;
import org.commonground.partnership.NumberedObjective;
import org.commonground.partnership.PartnershipService;
import org.commonground.period.PeriodService;
import org.commonground.reading.ReadingService;
import org.commonground.reading.ReportQuestion;
import org.commonground.reporting.ProgressStanding;
import org.commonground.reporting.Report;
import org.springframework.stereotype.Component;

/** What was asked about a report, before those who wrote it. */
@Component
@For("${commitments.seatGroup(seat)}")
class AnswerQuestion implements Step<AnswerQuestion.Shown, AnswerQuestion.Given> {

    private final ReadingService readings;
    private final PeriodService periods;
    private final PartnershipService partnerships;

    AnswerQuestion(ReadingService readings, PeriodService periods, PartnershipService partnerships) {
        this.readings = readings;
        this.periods = periods;
        this.partnerships = partnerships;
    }

    @Override
    public Shown show(StepContext context) {
        UUID period = ReadingVariables.period(context);
        Seat seat = ReadingVariables.seat(context);
        ReportQuestion question = readings.question(period, seat);
        Map<Integer, NumberedObjective> objectives = partnerships.card(context.partnership()).objectives().stream()
                .collect(Collectors.toMap(NumberedObjective::nr, one -> one));
        List<Figure> figures = readings.figures(context.partnership(), period, seat).stream()
                .map(line -> Figure.of(line, objectives.get(line.objective()))).toList();
        return new Shown(periods.closed(context.partnership(), period).inWords(), question.askerName(), question.question(),
                readings.statementsOf(context.partnership(), period, seat).stream().map(one -> new Row(one.about(), one.words())).toList(),
                figures.isEmpty(), figures);
    }

    @Override
    public void take(Given given, StepContext context) {
        readings.answer(context.partnership(), ReadingVariables.period(context), ReadingVariables.seat(context), given.answer(),
                given.progress() == null ? List.of() : given.progress().stream().map(Line::line).toList());
    }

    /** @param progress the figures of an implementer's report, as they stand */
    record Shown(String period, String asker, String question, List<Row> statements, boolean noFigures, List<Figure> progress) {
    }

    record Row(String about, String words) {
    }

    /** Of an objective that was given up meanwhile only the figure is left. */
    record Figure(int objective, String wording, String indicator, String target, String measured, String standing) {

        static Figure of(Report.Line line, NumberedObjective objective) {
            return new Figure(line.objective(), objective == null ? "An objective that was given up" : objective.wording(),
                    objective == null ? "" : objective.indicator(), objective == null ? "" : objective.target(), line.measured(),
                    line.standing().key());
        }
    }

    record Given(String answer, List<Line> progress) {
    }

    record Line(Integer objective, String measured, ProgressStanding standing) {

        Report.Line line() {
            return new Report.Line(objective, measured, standing);
        }
    }
}
