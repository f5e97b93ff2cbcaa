package org.commonground.reckoning.process;

import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Set;

import org.commonground.closure.ClosingReport;
import org.commonground.closure.ClosingReports;
import org.commonground.closure.Reckonings;
import org.commonground.engine.For;
import org.commonground.engine.Step;
import org.commonground.engine.StepContext;
import org.commonground.foundation.PartnershipId;
import org.commonground.partnership.Action;
import org.commonground.partnership.ActionCheck;
import org.commonground.partnership.Actions;
import org.commonground.reckoning.ReckoningService;
import org.springframework.stereotype.Component;

/** What one member says of the list of its contributions, and what it saw of the actions that it verifies. */
@Component
@For("${organisations.group(party)}")
class ReconcileContributions implements Step<ReconcileContributions.Shown, ReconcileContributions.Given> {

    private final ReckoningService reckoning;
    private final Reckonings reckonings;
    private final ClosingReports reports;
    private final Actions actions;

    ReconcileContributions(ReckoningService reckoning, Reckonings reckonings, ClosingReports reports, Actions actions) {
        this.reckoning = reckoning;
        this.reckonings = reckonings;
        this.reports = reports;
        this.actions = actions;
    }

    @Override
    public Shown show(StepContext context) {
        PartnershipId partnership = context.partnership();
        List<Open> promises = reckonings.openCommitments(partnership).entrySet().stream()
                .filter(one -> one.getValue().seat().organisation().equals(context.party()))
                .map(one -> new Open(one.getKey(), one.getValue().inWords())).toList();
        List<ToCheck> checks = actions.toVerify(partnership, context.party()).stream().map(ToCheck::of).toList();
        List<ClosingReport.ContributionLine> contributions = reports.contributions(partnership, context.party());
        return new Shown(contributions, contributions.isEmpty(), promises, promises.isEmpty(), checks, checks.isEmpty());
    }

    @Override
    public void take(Given given, StepContext context) {
        reckoning.reconcile(context.partnership(), context.party(), given.kept(), given.seen(),
                given.answer().equals("right"), given.words(), context.person());
    }

    record Shown(List<ClosingReport.ContributionLine> contributions, boolean noContributions, List<Open> promises, boolean noPromises,
            List<ToCheck> checks, boolean noChecks) {
    }

    record Open(int nr, String what) {
    }

    record ToCheck(int nr, String what, String owner) {

        static ToCheck of(Action action) {
            return new ToCheck(action.nr(), action.what(), action.ownerName());
        }
    }

    record Given(List<Row> promises, List<Check> checks, String answer, String words) {

        Set<Integer> kept() {
            return promises.stream().filter(row -> row.kept().equals("yes")).map(Row::nr).collect(toSet());
        }

        List<ActionCheck> seen() {
            return checks.stream().map(row -> new ActionCheck(row.nr(), row.done().equals("yes"), row.seen())).toList();
        }
    }

    record Row(int nr, String kept) {
    }

    record Check(int nr, String done, String seen) {
    }
}
