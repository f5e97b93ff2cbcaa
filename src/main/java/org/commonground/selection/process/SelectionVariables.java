package org.commonground.selection.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.commonground.candidate.Search;
import org.commonground.engine.StepContext;
import org.commonground.engine.Variable;
import org.commonground.foundation.PartnershipId;
import org.commonground.selection.SearchPurpose;

/** The facts that the selection's gateways ask, and in which search all of it happens. */
final class SelectionVariables {

    static final Variable<Boolean> MORE_CANDIDATES_WANTED = Variable.flag("moreCandidatesWanted");
    /** The corridor asks it too. */
    static final Variable<Boolean> END_PROPOSED = Variable.flag("endProposed");
    static final Variable<Boolean> COMMON_GROUND_FOUND = Variable.flag("commonGroundFound");

    /** Why somebody is looked for while the partnership is under way, as the caller says with the matter. */
    static final Variable<String> PURPOSE = Variable.text("purpose");

    private SelectionVariables() {
    }

    static Search search(StepContext context) {
        return Search.of(context.partnership(), context.get(Variable.MATTER));
    }

    static SearchPurpose purpose(StepContext context) {
        return search(context).isFounding() ? SearchPurpose.FOUNDING : SearchPurpose.of(context.get(PURPOSE));
    }

    static Search search(DelegateExecution execution) {
        return Search.of(new PartnershipId(execution.getProcessBusinessKey()), (String) execution.getVariable(Variable.MATTER.name()));
    }
}
