package org.commonground.reading.process;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.commonground.engine.Choice;
import org.commonground.engine.For;
import org.commonground.engine.Step;
import org.commonground.engine.StepContext;
import org.commonground.foundation.Seat;
import org.commonground.period.PeriodService;
import org.commonground.reading.ReadingService;
import org.commonground.reading.SentBack;
import org.commonground.reporting.ReportedLine;
import org.commonground.work.AlertLine;
import org.commonground.work.Alerts;
import org.springframework.stereotype.Component;

/** The reports of a period before those who receive them. */
@Component
@For("${organisations.group(party)}")
class ReadReports implements Step<ReadReports.Shown, ReadReports.Given> {

    private final ReadingService readings;
    private final PeriodService periods;
    private final Alerts alerts;

    ReadReports(ReadingService readings, PeriodService periods, Alerts alerts) {
        this.readings = readings;
        this.periods = periods;
        this.alerts = alerts;
    }

    @Override
    public Shown show(StepContext context) {
        UUID period = ReadingVariables.period(context);
        List<ReportedLine> statements = readings.toRead(context.partnership(), period, context.party());
        Map<Seat, String> names = statements.stream().collect(Collectors.toMap(ReportedLine::seat, ReportedLine::who, (one, other) -> one));
        return new Shown(periods.closed(context.partnership(), period).inWords(), statements.stream().map(Row::of).toList(),
                readings.mayAskAbout(period, context.party()).stream().filter(names::containsKey)
                        .map(seat -> new Choice("%s, %s".formatted(names.get(seat), seat.role().label().toLowerCase()), seat.key()))
                        .toList(),
                alerts.open(context.partnership()));
    }

    @Override
    public List<String> mailed(StepContext context) {
        return List.of(periods.closed(context.partnership(), ReadingVariables.period(context)).inWords() + ".");
    }

    @Override
    public void take(Given given, StepContext context) {
        readings.read(ReadingVariables.period(context), context.party(), given.asked().stream().map(Asked::sentBack).toList());
    }

    /** @param reports that may be sent back */
    record Shown(String period, List<Row> statements, List<Choice> reports, List<AlertLine> attention) {
    }

    record Row(String who, String about, String words) {

        static Row of(ReportedLine one) {
            return new Row("%s, %s".formatted(one.who(), one.seat().role().label().toLowerCase()), one.about(), one.words());
        }
    }

    record Given(List<Asked> asked) {
    }

    record Asked(String report, String question) {

        SentBack sentBack() {
            return new SentBack(Seat.of(report), question);
        }
    }
}
