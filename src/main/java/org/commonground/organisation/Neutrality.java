package org.commonground.organisation;

import java.util.Collection;
import java.util.List;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.Refusal;
import org.springframework.stereotype.Component;

/**
 * Nobody decides in a case of their own, whatever group they are in: who belongs to one of those concerned leaves it to another
 * coordinator, and where every coordinator does, to the manager.
 */
@Component
public class Neutrality {

    private static final String COORDINATOR = "coordinator";
    private static final String MANAGER = "manager";

    private final OrganisationService organisations;

    Neutrality(OrganisationService organisations) {
        this.organisations = organisations;
    }

    /** Whether one of the coordinators belongs to none of these. */
    public boolean hasCoordinator(Collection<OrganisationId> concerned) {
        return organisations.coordinators().stream().anyMatch(user -> organisations.ownOf(user).filter(concerned::contains).isEmpty());
    }

    /** The group whose people serve where these are concerned. */
    public List<String> serving(Collection<OrganisationId> concerned) {
        return List.of(hasCoordinator(concerned) ? COORDINATOR : MANAGER);
    }

    /** Refused for who belongs to one of those concerned. */
    public void expect(String person, Collection<OrganisationId> concerned) {
        organisations.ownOf(person).filter(concerned::contains).ifPresent(own -> {
            throw new Refusal(("You belong to %s, whom this is about. Nobody decides in a case of their own: please leave it to somebody"
                    + " else.").formatted(organisations.card(own).name()));
        });
    }
}
