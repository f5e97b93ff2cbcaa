package org.commonground.dispute.process;

import java.util.Date;
import java.util.List;
import java.util.UUID;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.commonground.dispute.DisputeService;
import org.commonground.dispute.Steering;
import org.commonground.engine.OpenToModels;
import org.commonground.engine.Variable;
import org.commonground.foundation.OrganisationId;
import org.springframework.stereotype.Component;

/** What the diagram asks about a dispute: {@code ${disputes.goesOn(execution)}}. */
@Component("disputes")
@OpenToModels
public class DisputeQuestions {

    private final DisputeService disputes;
    private final Steering steering;

    DisputeQuestions(DisputeService disputes, Steering steering) {
        this.disputes = disputes;
        this.steering = steering;
    }

    /** The group whose people say what it is about. */
    public List<String> raiser(DelegateExecution execution) {
        return List.of(disputes.raiser(matter(execution)).groupId());
    }

    /** Whether it is neither settled nor decided, and both sides are still there. */
    public boolean goesOn(DelegateExecution execution) {
        return !disputes.isOver(matter(execution));
    }

    /** Codes of the full partners without a side who have not decided yet. */
    public List<String> deciders(DelegateExecution execution) {
        return steering.awaited(matter(execution)).stream().map(OrganisationId::code).toList();
    }

    /** Whether there is such a partner. */
    public boolean deciderMissing(DelegateExecution execution) {
        return !deciders(execution).isEmpty();
    }

    /** Until when the rung lasts on which it stands. */
    public Date rungEnds(DelegateExecution execution) {
        return Date.from(disputes.card(matter(execution)).rungEnds());
    }

    private static UUID matter(DelegateExecution execution) {
        return UUID.fromString((String) execution.getVariable(Variable.MATTER.name()));
    }
}
