package org.commonground.amendment.process;

import static java.util.stream.Collectors.toMap;
import static org.commonground.amendment.process.AmendmentVariables.matter;

import java.util.Collection;
import java.util.List;

import org.commonground.amendment.AmendmentKind;
import org.commonground.amendment.AmendmentService;
import org.commonground.amendment.Signs;
import org.commonground.engine.Step;
import org.commonground.engine.StepContext;
import org.commonground.engine.Takes;
import org.springframework.stereotype.Component;

/** Who negotiates and signs a change: that follows from what it changes. */
@Component
@Takes("who-signs-again")
class ChooseWhoSignsAgain implements Step<ChooseWhoSignsAgain.Shown, ChooseWhoSignsAgain.Given> {

    private final AmendmentService amendments;

    ChooseWhoSignsAgain(AmendmentService amendments) {
        this.amendments = amendments;
    }

    @Override
    public Shown show(StepContext context) {
        Collection<AmendmentKind> kinds = amendments.kinds(matter(context));
        return new Shown(kinds.contains(AmendmentKind.ADMINISTRATIVE), kinds.contains(AmendmentKind.DATES),
                kinds.contains(AmendmentKind.CONTRIBUTIONS), kinds.contains(AmendmentKind.ROLES), kinds.contains(AmendmentKind.OBJECTIVES),
                kinds.contains(AmendmentKind.RULES), kinds.contains(AmendmentKind.ANNEX));
    }

    @Override
    public void take(Given given, StepContext context) {
        amendments.chooseSigners(matter(context), given.rows().stream().collect(toMap(Row::reason, Row::signs)));
    }

    /** Each says whether a change of this kind is among them. */
    record Shown(boolean administrative, boolean dates, boolean contributions, boolean roles, boolean objectives, boolean rules,
            boolean annex) {
    }

    record Row(Signs signs, String reason) {
    }

    record Given(List<Row> rows) {
    }
}
