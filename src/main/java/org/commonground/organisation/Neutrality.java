package org.commonground.organisation;

import static java.util.stream.Collectors.joining;

import java.util.Collection;
import java.util.List;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Refusal;
import org.springframework.context.ApplicationEventPublisher;
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
    private final ApplicationEventPublisher facts;

    Neutrality(OrganisationService organisations, ApplicationEventPublisher facts) {
        this.organisations = organisations;
        this.facts = facts;
    }

    /** Whether one of the coordinators belongs to none of these. */
    public boolean hasCoordinator(Collection<OrganisationId> concerned) {
        return organisations.coordinators().stream().anyMatch(user -> organisations.ownOf(user).filter(concerned::contains).isEmpty());
    }

    /** The group whose people serve where these are concerned. */
    public List<String> serving(Collection<OrganisationId> concerned) {
        return List.of(hasCoordinator(concerned) ? COORDINATOR : MANAGER);
    }

    /**
     * Tells who else serves where somebody who coordinates belongs to those concerned; where nobody does there is nothing to tell.
     *
     * @param told         who hears of it
     * @param confidential whether nobody else does, not even the coordinators
     */
    public void tell(PartnershipId partnership, Collection<OrganisationId> concerned, List<OrganisationId> told, boolean confidential) {
        List<String> coordinators = organisations.coordinators();
        List<OrganisationId> own = coordinators.stream().flatMap(user -> organisations.ownOf(user).stream()).filter(concerned::contains)
                .distinct().toList();
        if (!own.isEmpty()) {
            facts.publishEvent(new CaseLeftToOthers(partnership, own.stream().map(one -> organisations.card(one).name()).sorted()
                    .collect(joining(", ")), !hasCoordinator(concerned), told, confidential));
        }
    }

    /** Refused for who belongs to one of those concerned. */
    public void expect(String person, Collection<OrganisationId> concerned) {
        organisations.ownOf(person).filter(concerned::contains).ifPresent(own -> {
            throw new Refusal(("You belong to %s, whom this is about. Nobody decides in a case of their own: please leave it to somebody"
                    + " else.").formatted(organisations.card(own).name()));
        });
    }
}
