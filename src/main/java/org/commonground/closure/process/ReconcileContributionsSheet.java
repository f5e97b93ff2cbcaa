package org.commonground.closure.process;

import java.util.List;

import org.commonground.closure.ClosingReport;
import org.commonground.closure.ClosingReports;
import org.commonground.closure.ClosureService;
import org.commonground.engine.Sheet;
import org.commonground.engine.StepContext;
import org.commonground.foundation.PartnershipId;
import org.commonground.partnership.Action;
import org.springframework.stereotype.Component;

@Component
class ReconcileContributionsSheet implements Sheet<ReconcileContributionsSheet.Shown> {

    private final ClosingReports reports;
    private final ClosureService closures;

    ReconcileContributionsSheet(ClosingReports reports, ClosureService closures) {
        this.reports = reports;
        this.closures = closures;
    }

    @Override
    public Shown read(StepContext context) {
        PartnershipId partnership = context.partnership();
        List<Row> promises = closures.openCommitments(partnership).entrySet().stream()
                .filter(one -> one.getValue().seat().organisation().equals(context.party()))
                .map(one -> new Row(one.getKey(), one.getValue().inWords())).toList();
        List<Check> checks = closures.toVerify(partnership, context.party()).stream().map(Check::of).toList();
        List<ClosingReport.ContributionLine> contributions = reports.contributions(partnership, context.party());
        return new Shown(contributions, contributions.isEmpty(), promises, promises.isEmpty(), checks, checks.isEmpty());
    }

    record Row(int nr, String what) {
    }

    record Check(int nr, String what, String owner) {

        static Check of(Action action) {
            return new Check(action.nr(), action.what(), action.ownerName());
        }
    }

    record Shown(List<ClosingReport.ContributionLine> contributions, boolean noContributions, List<Row> promises, boolean noPromises,
            List<Check> checks, boolean noChecks) {
    }
}
