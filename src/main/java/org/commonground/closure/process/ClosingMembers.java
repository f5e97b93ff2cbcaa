package org.commonground.closure.process;

import java.util.Comparator;
import java.util.List;

import org.commonground.closure.ClosureService;
import org.commonground.engine.Choice;
import org.commonground.foundation.PartnershipId;
import org.commonground.organisation.OrganisationService;
import org.springframework.stereotype.Component;

/** The members to choose from, by name. */
@Component
class ClosingMembers {

    private final ClosureService closures;
    private final OrganisationService organisations;

    ClosingMembers(ClosureService closures, OrganisationService organisations) {
        this.closures = closures;
        this.organisations = organisations;
    }

    List<Choice> of(PartnershipId partnership) {
        return closures.members(partnership).stream().map(one -> new Choice(organisations.card(one).name(), one.code()))
                .sorted(Comparator.comparing(choice -> choice.label().toLowerCase())).toList();
    }
}
