package org.commonground.selection.process;

import java.util.List;

import org.commonground.engine.Sheet;
import org.commonground.engine.StepContext;
import org.commonground.selection.Candidate;
import org.commonground.selection.CommonGround;
import org.commonground.selection.Dimension;
import org.commonground.selection.Profile;
import org.commonground.selection.SelectionService;
import org.springframework.stereotype.Component;

@Component
class FindCommonGroundSheet implements Sheet<FindCommonGroundSheet.Shown> {

    private final SelectionService selections;

    FindCommonGroundSheet(SelectionService selections) {
        this.selections = selections;
    }

    @Override
    public Shown read(StepContext context) {
        List<Candidate> all = selections.candidates(context.partnership());
        CommonGround before = selections.commonGround(context.partnership()).orElse(null);
        return new Shown(all.stream().filter(Candidate::isThere).map(Row::of).toList(), WhoIsMissing.among(all),
                before == null ? null : before.shared(), before == null ? null : before.clashes(), before == null ? null : before.bridges());
    }

    record Row(String name, String roles, String fit, String convenersFit, String interests, String approach, String expectations,
            String expectsOfOthers, String capacityWanted) {

        static Row of(Candidate candidate) {
            Profile profile = candidate.profile();
            return new Row(candidate.name(), candidate.askedInWords(), candidate.fit().recommended().label(),
                    profile.convenersFit() == null ? "–" : profile.convenersFit() + " of 5: " + profile.convenersFitReason(),
                    profile.on(Dimension.INTERESTS).words(), profile.on(Dimension.APPROACH).words(), profile.on(Dimension.EXPECTATIONS).words(),
                    profile.expectsOfOthers(), profile.capacityWanted());
        }
    }

    /** @param shared and the two others: what was found before, when more candidates were looked for */
    record Shown(List<Row> candidates, String without, String shared, String clashes, String bridges) {
    }
}
