package org.commonground.closure.process;

import org.commonground.closure.ClosureService;
import org.commonground.engine.Answer;
import org.commonground.engine.StepContext;
import org.springframework.stereotype.Component;

@Component
class FollowUpAnswer implements Answer<FollowUpAnswer.Given> {

    private final ClosureService closures;

    FollowUpAnswer(ClosureService closures) {
        this.closures = closures;
    }

    @Override
    public void take(Given given, StepContext context) {
        boolean asked = given.outcome().equals("asked");
        closures.followUp(context.partnership(), asked, given.words());
        context.set(ClosureVariables.FOLLOWED_UP, asked);
    }

    record Given(String outcome, String words) {
    }
}
