package org.commonground.closure.process;

import org.commonground.closure.ClosureService;
import org.commonground.engine.Sheet;
import org.commonground.engine.StepContext;
import org.springframework.stereotype.Component;

@Component
class ShareLessonsSheet implements Sheet<ShareLessonsSheet.Shown> {

    private final ClosureService closures;

    ShareLessonsSheet(ClosureService closures) {
        this.closures = closures;
    }

    @Override
    public Shown read(StepContext context) {
        return new Shown(closures.card(context.partnership()).trajectory().label());
    }

    record Shown(String trajectory) {
    }
}
