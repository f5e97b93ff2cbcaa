package org.commonground.candidate.process;

import java.util.Arrays;
import java.util.List;

import org.commonground.candidate.Candidate;
import org.commonground.candidate.CandidateService;
import org.commonground.candidate.Dimension;
import org.commonground.candidate.PartnerFit;
import org.commonground.candidate.Rating;
import org.commonground.engine.For;
import org.commonground.engine.Step;
import org.commonground.engine.StepContext;
import org.springframework.stereotype.Component;

/** The coordinator says what the decision about a candidate left open. */
@Component
@For("${candidates.neutralCoordinators(party)}")
class JudgePartnerFit implements Step<JudgePartnerFit.Shown, JudgePartnerFit.Given> {

    private final CandidateService candidates;

    JudgePartnerFit(CandidateService candidates) {
        this.candidates = candidates;
    }

    @Override
    public Shown show(StepContext context) {
        Candidate candidate = candidates.candidate(CandidateVariables.search(context), context.party());
        return new Shown(candidate.name(), candidate.askedInWords(), candidate.fit().reason(), candidate.assessment().weak(),
                Arrays.stream(Dimension.values()).map(dimension -> row(candidate, dimension)).toList());
    }

    @Override
    public void take(Given given, StepContext context) {
        candidates.judge(CandidateVariables.search(context), context.party(), given.outcome, given.judgement, context.person());
    }

    private static Row row(Candidate candidate, Dimension dimension) {
        Rating rating = candidate.assessment().on(dimension);
        return new Row(dimension.label(), candidate.profile().on(dimension).rating(), rating.rating(), rating.note());
    }

    record Row(String dimension, int own, int rating, String note) {
    }

    record Shown(String organisation, String roles, String reason, String weak, List<Row> ratings) {
    }

    record Given(PartnerFit outcome, String judgement) {
    }
}
