package org.commonground.closure.process;

import java.util.List;

import org.commonground.closure.ClosingReport;
import org.commonground.closure.ClosingReports;
import org.commonground.engine.Choice;
import org.commonground.engine.Sheet;
import org.commonground.engine.StepContext;
import org.commonground.foundation.PartnershipId;
import org.springframework.stereotype.Component;

@Component
class ReviewJointlySheet implements Sheet<ReviewJointlySheet.Shown> {

    private final ClosingReports reports;
    private final ClosingMembers members;

    ReviewJointlySheet(ClosingReports reports, ClosingMembers members) {
        this.reports = reports;
        this.members = members;
    }

    @Override
    public Shown read(StepContext context) {
        PartnershipId partnership = context.partnership();
        return new Shown(reports.objectives(partnership), reports.contributions(partnership), reports.reconciliations(partnership), members.of(partnership));
    }

    record Shown(List<ClosingReport.ObjectiveLine> objectives, List<ClosingReport.ContributionLine> contributions,
            List<ClosingReport.ReconciliationLine> reconciliations, List<Choice> members) {
    }
}
