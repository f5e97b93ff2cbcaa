package org.commonground.reckoning.process;

import org.commonground.closure.ClosureService;
import org.commonground.engine.For;
import org.commonground.engine.Step;
import org.commonground.engine.StepContext;
import org.commonground.learning.Lesson;
import org.commonground.learning.Reach;
import org.commonground.reckoning.ReckoningService;
import org.springframework.stereotype.Component;

/** What one member learned. */
@Component
@For("${organisations.group(party)}")
class ShareLessons implements Step<ShareLessons.Shown, ShareLessons.Given> {

    private final ReckoningService reckoning;
    private final ClosureService closures;

    ShareLessons(ReckoningService reckoning, ClosureService closures) {
        this.reckoning = reckoning;
        this.closures = closures;
    }

    @Override
    public Shown show(StepContext context) {
        return new Shown(closures.card(context.partnership()).trajectory().label());
    }

    @Override
    public void take(Given given, StepContext context) {
        reckoning.share(context.partnership(), context.party(), given.lesson(), Reach.asked(given.reach()), context.person());
    }

    record Shown(String trajectory) {
    }

    record Given(String worked, String setting, String failed, String evidence, String tags, String reach) {

        Lesson lesson() {
            return Lesson.atTheEnd(worked, setting, failed, evidence, tags);
        }
    }
}
