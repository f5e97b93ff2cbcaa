package org.commonground.closure.process;

import java.time.LocalDate;
import java.util.List;

import org.commonground.closure.ClosingReport;
import org.commonground.closure.ClosingReports;
import org.commonground.closure.ClosureService;
import org.commonground.closure.Transfer;
import org.commonground.closure.TransferKind;
import org.commonground.engine.For;
import org.commonground.engine.Step;
import org.commonground.engine.StepContext;
import org.springframework.stereotype.Component;

/** What goes to whom. */
@Component
@For("coordinator")
class HandOver implements Step<HandOver.Shown, HandOver.Given> {

    private final ClosureService closures;
    private final ClosingReports reports;

    HandOver(ClosureService closures, ClosingReports reports) {
        this.closures = closures;
        this.reports = reports;
    }

    @Override
    public Shown show(StepContext context) {
        List<ClosingReport.TransferLine> recorded = reports.transfers(context.partnership());
        return new Shown(recorded, recorded.isEmpty(), closures.card(context.partnership()).nothingToHand());
    }

    @Override
    public void take(Given given, StepContext context) {
        closures.handOver(context.partnership(), given.transfers().stream().map(Row::transfer).toList(), given.nothing(), context.person());
    }

    /**
     * @param nothingRecorded hides the table of what was said before
     * @param nothing         as said before, so that it is not lost
     */
    record Shown(List<ClosingReport.TransferLine> recorded, boolean nothingRecorded, String nothing) {
    }

    record Given(List<Row> transfers, String nothing) {
    }

    record Row(TransferKind kind, String what, String receiver, LocalDate on) {

        Transfer transfer() {
            return new Transfer(kind, what, receiver, on);
        }
    }
}
