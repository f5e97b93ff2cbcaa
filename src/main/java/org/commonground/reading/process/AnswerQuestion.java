package org.commonground.reading.process;

import java.util.List;
import java.util.UUID;

import org.commonground.engine.For;
import org.commonground.engine.Step;
import org.commonground.engine.StepContext;
import org.commonground.foundation.Seat;
import org.commonground.period.PeriodService;
import org.commonground.reading.ReadingService;
import org.commonground.reading.ReportQuestion;
import org.commonground.reporting.ProgressStanding;
import org.commonground.reporting.Report;
import org.commonground.reporting.ReportedFigure;
import org.springframework.stereotype.Component;

/** What was asked about a report, before those who wrote it. */
@Component
@For("${commitments.seatGroup(seat)}")
class AnswerQuestion implements Step<AnswerQuestion.Shown, AnswerQuestion.Given> {

    private final ReadingService readings;
    private final PeriodService periods;

    AnswerQuestion(ReadingService readings, PeriodService periods) {
        this.readings = readings;
        this.periods = periods;
    }

    @Override
    public Shown show(StepContext context) {
        UUID period = ReadingVariables.period(context);
        Seat seat = ReadingVariables.seat(context);
        ReportQuestion question = readings.question(period, seat);
        List<Figure> figures = readings.figures(period, seat).stream().map(Figure::of).toList();
        return new Shown(periods.closed(context.partnership(), period).inWords(), question.askerName(), question.question(),
                readings.statementsOf(context.partnership(), period, seat).stream().map(one -> new Row(one.about(), one.words())).toList(),
                figures.isEmpty(), figures);
    }

    @Override
    public List<String> mailed(StepContext context) {
        ReportQuestion question = readings.question(ReadingVariables.period(context), ReadingVariables.seat(context));
        return List.of("%s asks about your report: “%s”".formatted(question.askerName(), question.question()));
    }

    @Override
    public void take(Given given, StepContext context) {
        readings.answer(ReadingVariables.period(context), ReadingVariables.seat(context), given.answer(),
                given.progress() == null ? List.of() : given.progress().stream().map(Line::line).toList());
    }

    /** @param progress the figures of an implementer's report, as they stand */
    record Shown(String period, String asker, String question, List<Row> statements, boolean noFigures, List<Figure> progress) {
    }

    record Row(String about, String words) {
    }

    record Figure(int objective, String wording, String indicator, String target, String measured, String standing) {

        static Figure of(ReportedFigure figure) {
            return new Figure(figure.line().objective(), figure.wording(), figure.indicator(), figure.target(), figure.line().measured(),
                    figure.line().standing().key());
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
