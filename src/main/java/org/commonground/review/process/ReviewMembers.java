package org.commonground.review.process;

import java.util.Comparator;
import java.util.List;

import org.commonground.engine.Choice;
import org.commonground.foundation.PartnershipId;
import org.commonground.organisation.OrganisationService;
import org.commonground.partnership.PartnershipService;
import org.springframework.stereotype.Component;

/** The members of a partnership to choose from, by name. */
@Component
class ReviewMembers {

    private final PartnershipService partnerships;
    private final OrganisationService organisations;

    ReviewMembers(PartnershipService partnerships, OrganisationService organisations) {
        this.partnerships = partnerships;
        this.organisations = organisations;
    }

    List<Choice> of(PartnershipId partnership) {
        return partnerships.members(partnership).stream()
                .map(member -> new Choice(organisations.card(member.organisation()).name(), member.organisation().code()))
                .sorted(Comparator.comparing(choice -> choice.label().toLowerCase())).toList();
    }
}
