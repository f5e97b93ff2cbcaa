package org.commonground.closure.process;

import org.commonground.closure.ClosureService;
import org.commonground.closure.Trajectory;
import org.commonground.engine.Answer;
import org.commonground.engine.StepContext;
import org.springframework.stereotype.Component;

@Component
class ChooseTrajectoryAnswer implements Answer<ChooseTrajectoryAnswer.Given> {

    private final ClosureService closures;

    ChooseTrajectoryAnswer(ClosureService closures) {
        this.closures = closures;
    }

    @Override
    public void take(Given given, StepContext context) {
        closures.chooseTrajectory(context.partnership(), Trajectory.of(given.trajectory()), given.reason(), context.person());
    }

    record Given(String trajectory, String reason) {
    }
}
