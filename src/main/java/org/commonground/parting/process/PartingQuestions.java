package org.commonground.parting.process;

import java.util.List;
import java.util.UUID;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.commonground.engine.OpenToModels;
import org.commonground.engine.Rounds;
import org.commonground.engine.StepContext;
import org.commonground.engine.Variable;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.parting.ReplacementService;
import org.commonground.parting.SettlingService;
import org.springframework.stereotype.Component;

/** What the diagram asks about a parting: {@code ${partings.settlers(execution)}}. */
@Component("partings")
@OpenToModels
public class PartingQuestions {

    static final Variable<Boolean> REPLACEMENT_SOUGHT = Variable.flag("replacementSought");

    private final SettlingService settling;
    private final ReplacementService replacements;
    private final Rounds rounds;

    PartingQuestions(SettlingService settling, ReplacementService replacements, Rounds rounds) {
        this.settling = settling;
        this.replacements = replacements;
        this.rounds = rounds;
    }

    /** Codes of the partners that stay and have not said what they take of what is left. */
    public List<String> settlers(DelegateExecution execution) {
        return settling.settlers(UUID.fromString((String) execution.getVariable(Variable.MATTER.name())),
                new PartnershipId(execution.getProcessBusinessKey())).stream().map(OrganisationId::code).toList();
    }

    /** Whether nobody need be asked any more: all have answered, or everything is taken. */
    public boolean allSettled(DelegateExecution execution) {
        return settling.left(UUID.fromString((String) execution.getVariable(Variable.MATTER.name()))).isEmpty()
                || rounds.allAnswered(execution);
    }

    /** Whether somebody joined whom nobody asked yet. */
    public boolean settlerMissing(DelegateExecution execution) {
        return !settlers(execution).isEmpty();
    }

    /** Whether somebody takes each role that the partnership needs, or it was said why it goes on without. */
    public boolean rolesCovered(DelegateExecution execution) {
        return replacements.openRoles(UUID.fromString((String) execution.getVariable(Variable.MATTER.name()))).isEmpty();
    }

    static UUID matter(StepContext context) {
        return UUID.fromString(context.get(Variable.MATTER));
    }
}
