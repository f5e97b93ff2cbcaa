package org.commonground.closure.process;

import static java.util.stream.Collectors.toSet;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import org.commonground.closure.ClosingReport;
import org.commonground.closure.ClosingReports;
import org.commonground.closure.ClosureService;
import org.commonground.engine.Choice;
import org.commonground.engine.For;
import org.commonground.engine.Step;
import org.commonground.engine.StepContext;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.orientation.OrientationService;
import org.springframework.stereotype.Component;

/** The meeting at which the partners look back together. */
@Component
@For("coordinator")
class ReviewJointly implements Step<ReviewJointly.Shown, ReviewJointly.Given> {

    private final ClosureService closures;
    private final ClosingReports reports;
    private final OrientationService orientations;

    ReviewJointly(ClosureService closures, ClosingReports reports, OrientationService orientations) {
        this.closures = closures;
        this.reports = reports;
        this.orientations = orientations;
    }

    @Override
    public Shown show(StepContext context) {
        PartnershipId partnership = context.partnership();
        return new Shown(reports.objectives(partnership), reports.contributions(partnership), reports.reconciliations(partnership),
                orientations.names(partnership).entrySet().stream()
                        .map(member -> new Choice(member.getValue(), member.getKey().code())).toList());
    }

    @Override
    public void take(Given given, StepContext context) {
        if (given.held().equals("yes")) {
            closures.reviewJointly(context.partnership(), given.heldOn(), given.organisations(), given.minutes(), context.person());
        }
    }

    record Shown(List<ClosingReport.ObjectiveLine> objectives, List<ClosingReport.ContributionLine> contributions,
            List<ClosingReport.ReconciliationLine> reconciliations, List<Choice> members) {
    }

    /** @param held where it was not, nothing is written down: the closing list names it as open */
    record Given(String held, LocalDate heldOn, List<String> present, String minutes) {

        Set<OrganisationId> organisations() {
            return present.stream().map(OrganisationId::new).collect(toSet());
        }
    }
}
