package org.commonground.closure.process;

import org.commonground.closure.ClosureService;
import org.commonground.closure.Lesson;
import org.commonground.engine.Answer;
import org.commonground.engine.StepContext;
import org.springframework.stereotype.Component;

@Component
class ShareLessonsAnswer implements Answer<ShareLessonsAnswer.Given> {

    private final ClosureService closures;

    ShareLessonsAnswer(ClosureService closures) {
        this.closures = closures;
    }

    @Override
    public void take(Given given, StepContext context) {
        closures.share(context.partnership(), context.party(), new Lesson(given.worked(), given.setting(), given.failed()), context.person());
    }

    record Given(String worked, String setting, String failed) {
    }
}
