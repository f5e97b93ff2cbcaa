package org.commonground.candidate.process;

import java.util.List;

import org.commonground.candidate.Assessment;
import org.commonground.candidate.Candidate;
import org.commonground.candidate.CandidateService;
import org.commonground.candidate.Dimension;
import org.commonground.candidate.PartnerFit;
import org.commonground.engine.Step;
import org.commonground.engine.StepContext;
import org.commonground.engine.Takes;
import org.springframework.stereotype.Component;

/** The decision how well a candidate fits. */
@Component
@Takes("partner-fit")
class RatePartnerFit implements Step<RatePartnerFit.Shown, RatePartnerFit.Given> {

    private final CandidateService candidates;

    RatePartnerFit(CandidateService candidates) {
        this.candidates = candidates;
    }

    @Override
    public Shown show(StepContext context) {
        Candidate candidate = candidates.candidate(CandidateVariables.search(context), context.party());
        Assessment assessment = candidate.assessment();
        return new Shown(assessment.on(Dimension.MANDATE).rating(),
                assessment.on(Dimension.ROLE).rating(),
                assessment.on(Dimension.INTERESTS).rating(),
                assessment.on(Dimension.APPROACH).rating(),
                assessment.on(Dimension.MOTIVATION).rating(),
                assessment.on(Dimension.EXPECTATIONS).rating(),
                assessment.on(Dimension.EXISTING_CAPACITY).rating(),
                candidate.profile().convenersFit());
    }

    @Override
    public void take(Given given, StepContext context) {
        Rule rule = given.rows.get(0);
        candidates.rate(CandidateVariables.search(context), context.party(), rule.outcome, rule.reason);
        context.set(CandidateVariables.FIT_CLEAR, rule.outcome != PartnerFit.COORDINATOR_DECIDES);
    }

    record Rule(PartnerFit outcome, String reason) {
    }

    /** @param convenersFit null where the candidate saw no convener's profile */
    record Shown(int mandate, int role, int interests, int approach, int motivation, int expectations, int existingCapacity,
            Integer convenersFit) {
    }

    record Given(List<Rule> rows) {
    }
}
