package org.commonground.visit.process;

import java.time.LocalDate;

import org.commonground.engine.For;
import org.commonground.engine.Step;
import org.commonground.engine.StepContext;
import org.commonground.visit.VisitService;
import org.springframework.stereotype.Component;

/** The host names the day. */
@Component
@For("${visits.host(execution)}")
class PlanVisit implements Step<Step.Nothing, PlanVisit.Given> {

    private final VisitService visits;

    PlanVisit(VisitService visits) {
        this.visits = visits;
    }

    @Override
    public Nothing show(StepContext context) {
        return new Nothing();
    }

    @Override
    public void take(Given given, StepContext context) {
        visits.plan(VisitVariables.matter(context), given.day());
    }

    record Given(LocalDate day) {
    }
}
