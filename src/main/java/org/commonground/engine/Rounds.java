package org.commonground.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.bpmn.behavior.BoundaryEventActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.pvm.delegate.ActivityExecution;
import org.camunda.bpm.engine.impl.task.TaskDecorator;
import org.springframework.stereotype.Component;

/**
 * The rounds in which several organisations are asked the same: {@code ${rounds.allAnswered(execution)}}. Who answers anew is in the round
 * once more, and the round never waits for that.
 */
@Component("rounds")
@OpenToModels
public class Rounds {

    /**
     * Whether nobody is awaited any more in the round that this branch belongs to. Asked of the branches and not of the tables: who was
     * silent until the time was over is not awaited either, and has no row.
     */
    public boolean allAnswered(DelegateExecution execution) {
        ExecutionEntity ended = (ExecutionEntity) execution;
        return ended.getParent().getExecutions().stream().filter(branch -> branch != ended).noneMatch(Rounds::isAwaited);
    }

    /** As the engine sees it: an open branch is active, or has no box of its own because others are within it. */
    private static boolean isAwaited(ExecutionEntity branch) {
        return !branch.isEventScope() && (branch.isActive() || branch.getActivity() == null) && !holdsAnew(branch);
    }

    private static boolean holdsAnew(ExecutionEntity branch) {
        return Boolean.TRUE.equals(branch.getVariableLocal(Variable.ANEW.name()))
                || branch.getExecutions().stream().anyMatch(Rounds::holdsAnew);
    }

    /** Whether what happens here is an answer given anew. */
    static boolean isAnew(DelegateExecution execution) {
        return Boolean.TRUE.equals(execution.getVariable(Variable.ANEW.name()));
    }

    /** A box of people: what followed the first answer has been walked, so a branch of an answer given anew ends with it. */
    static final class Box extends UserTaskActivityBehavior {

        Box(TaskDecorator decorator) {
            super(decorator);
        }

        @Override
        public void doLeave(ActivityExecution execution) {
            if (isAnew(execution)) {
                execution.end(true);
            } else {
                super.doLeave(execution);
            }
        }
    }

    /** What is drawn at the edge of such a box: time is over. */
    static final class Edge extends BoundaryEventActivityBehavior {

        @Override
        public void doLeave(ActivityExecution execution) {
            if (isAnew(execution)) {
                execution.end(true);
            } else {
                super.doLeave(execution);
            }
        }
    }
}
