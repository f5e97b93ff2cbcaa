package org.commonground.talks.process;

import java.util.Date;
import java.util.List;
import java.util.UUID;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.commonground.dispute.DisputeCard;
import org.commonground.dispute.DisputeService;
import org.commonground.dispute.Side;
import org.commonground.engine.Concerned;
import org.commonground.engine.OpenToModels;
import org.commonground.engine.StepContext;
import org.commonground.engine.Variable;
import org.commonground.foundation.OrganisationId;
import org.commonground.talks.TalksService;
import org.springframework.stereotype.Component;

/** What the diagram asks about talks: {@code ${talks.over(execution)}}. */
@Component("talks")
@OpenToModels
public class TalksQuestions implements Concerned {

    private final TalksService talks;
    private final DisputeService disputes;

    TalksQuestions(TalksService talks, DisputeService disputes) {
        this.talks = talks;
        this.disputes = disputes;
    }

    /** Nobody of a side is asked to help the sides, also where it has left. */
    @Override
    public List<OrganisationId> in(StepContext context) {
        String matter = context.get(Variable.MATTER);
        return matter == null ? List.of() : disputes.sides(UUID.fromString(matter)).stream().map(Side::organisation).toList();
    }

    /** Codes of the sides that are still there. */
    public List<String> sides(DelegateExecution execution) {
        return disputes.parties(matter(execution)).stream().map(OrganisationId::code).toList();
    }

    /** Until when the rung lasts. */
    public Date until(DelegateExecution execution) {
        return Date.from(card(execution).rungEnds());
    }

    /** Whether nobody has to say anything more on this rung. */
    public boolean over(DelegateExecution execution) {
        return talks.isOver(matter(execution));
    }

    /** Whether another side has said something since this one spoke. */
    public boolean othersSpoke(DelegateExecution execution, String party) {
        return talks.isBehind(matter(execution), new OrganisationId(party));
    }

    /** Whether the sides are helped on this rung, and nobody has taken that on yet. */
    public boolean helperMissing(DelegateExecution execution) {
        return card(execution).rung().hasHelper() && card(execution).helper() == null;
    }

    /** Whether somebody helps on this rung who has taken that on before. */
    public boolean helped(DelegateExecution execution) {
        return card(execution).rung().hasHelper() && card(execution).helper() != null;
    }

    /** The groups from which somebody helps. */
    public List<String> secretariat(DelegateExecution execution) {
        return talks.secretariat(matter(execution));
    }

    /** The user id of who helps. */
    public String secretariatPerson(DelegateExecution execution) {
        return card(execution).helper();
    }

    private DisputeCard card(DelegateExecution execution) {
        return disputes.card(matter(execution));
    }

    private static UUID matter(DelegateExecution execution) {
        return UUID.fromString((String) execution.getVariable(Variable.MATTER.name()));
    }
}
