package org.commonground.engine;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.SecretariatGroup;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Who is asked where the coordinators are: the secretariat of the case as well, if it has one. It is answered here for all boxes, so that
 * no diagram has to say it.
 */
@Component
class Servants {

    static final String COORDINATOR = "coordinator";
    private static final String PARTNERSHIP = "P-";

    private final ObjectProvider<Secretariats> secretariats;
    private final ObjectProvider<Concerned> rooms;

    Servants(ObjectProvider<Secretariats> secretariats, ObjectProvider<Concerned> rooms) {
        this.secretariats = secretariats;
        this.rooms = rooms;
    }

    /** The groups that are asked beside these; none where these are not the coordinators, or nobody else serves the case. */
    Set<String> beside(Collection<String> groups, DelegateExecution execution) {
        String key = execution.getProcessBusinessKey();
        Set<String> beside = new HashSet<>();
        if (key != null && key.startsWith(PARTNERSHIP) && groups.contains(COORDINATOR)) {
            PartnershipId partnership = new PartnershipId(key);
            secretariats.stream().filter(one -> !one.serving(partnership, Set.of()).isEmpty())
                    .forEach(one -> beside.addAll(one.serving(partnership, concerned(groups, execution))));
            beside.removeAll(groups);
        }
        return beside;
    }

    /** The same, of somebody: who is in no secretariat need not be looked for there. */
    Set<String> beside(Collection<String> groups, DelegateExecution execution, Collection<String> own) {
        return own.stream().anyMatch(SecretariatGroup::isOne) ? beside(groups, execution) : Set.of();
    }

    /** The organisation whose turn the round is, where others are asked about it, and whom the rooms name. */
    private Set<OrganisationId> concerned(Collection<String> groups, DelegateExecution execution) {
        Set<OrganisationId> concerned = new HashSet<>();
        if (execution.getVariable(Variable.PARTY.name()) instanceof String party
                && groups.stream().noneMatch(new OrganisationId(party)::isGroupOf)) {
            concerned.add(new OrganisationId(party));
        }
        StepContext context = new ExecutionContext(execution);
        rooms.forEach(room -> concerned.addAll(room.in(context)));
        return concerned;
    }
}
