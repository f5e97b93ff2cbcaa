package org.commonground.selection.process;

import java.util.List;

import org.commonground.candidate.Candidate;
import org.commonground.candidate.CandidateService;
import org.commonground.candidate.Dimension;
import org.commonground.candidate.Profile;
import org.commonground.engine.For;
import org.commonground.engine.Step;
import org.commonground.engine.StepContext;
import org.commonground.selection.CommonGround;
import org.commonground.selection.SelectionService;
import org.springframework.stereotype.Component;

/** The coordinator lays all profiles side by side: what is shared, and what clashes. */
@Component
@For("coordinator")
class FindCommonGround implements Step<FindCommonGround.Shown, FindCommonGround.Given> {

    private final SelectionService selections;
    private final CandidateService candidates;

    FindCommonGround(SelectionService selections, CandidateService candidates) {
        this.selections = selections;
        this.candidates = candidates;
    }

    @Override
    public Shown show(StepContext context) {
        List<Candidate> all = candidates.candidates(context.partnership());
        CommonGround before = selections.commonGround(context.partnership()).orElse(null);
        return new Shown(all.stream().filter(Candidate::isThere).map(Row::of).toList(), WhoIsMissing.among(all),
                before == null ? null : before.shared(), before == null ? null : before.clashes(),
                before == null ? null : before.bridges());
    }

    @Override
    public void take(Given given, StepContext context) {
        selections.recordCommonGround(context.partnership(), new CommonGround(given.shared(), given.clashes(), given.bridges()),
                context.person());
    }

    record Row(String name, String roles, String fit, String convenersFit, String interests, String approach, String expectations,
            String expectsOfOthers, String capacityWanted) {

        static Row of(Candidate candidate) {
            Profile profile = candidate.profile();
            return new Row(candidate.name(), candidate.askedInWords(), candidate.fit().recommended().label(),
                    profile.convenersFit() == null ? "–" : "%d of 5: %s".formatted(profile.convenersFit(), profile.convenersFitReason()),
                    profile.on(Dimension.INTERESTS).words(), profile.on(Dimension.APPROACH).words(),
                    profile.on(Dimension.EXPECTATIONS).words(),
                    profile.expectsOfOthers(), profile.capacityWanted());
        }
    }

    /** @param shared and the two others: what was found before, when more candidates were looked for */
    record Shown(List<Row> candidates, String without, String shared, String clashes, String bridges) {
    }

    record Given(String shared, String clashes, String bridges) {
    }
}
