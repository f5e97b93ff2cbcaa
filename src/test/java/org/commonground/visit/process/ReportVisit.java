package org.commonground.visit.process;

import org.commonground.engine.For;
import org.commonground.engine.Step;
import org.commonground.engine.StepContext;
import org.commonground.foundation.Days;
import org.commonground.visit.VisitService;
import org.springframework.stereotype.Component;

/** What a visitor saw. */
@Component
@For("${organisations.group(party)}")
class ReportVisit implements Step<ReportVisit.Shown, ReportVisit.Given> {

    private final VisitService visits;

    ReportVisit(VisitService visits) {
        this.visits = visits;
    }

    @Override
    public Shown show(StepContext context) {
        return new Shown(Days.inWords(visits.day(VisitVariables.matter(context))));
    }

    @Override
    public void take(Given given, StepContext context) {
        visits.report(VisitVariables.matter(context), context.party(), given.words());
    }

    record Shown(String day) {
    }

    record Given(String words) {
    }
}
