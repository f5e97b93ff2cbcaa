package org.commonground.review.process;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.commonground.engine.Choice;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.organisation.OrganisationService;
import org.commonground.partnership.Member;
import org.commonground.partnership.PartnershipService;
import org.commonground.partnership.Standing;
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
        return choices(partnerships.members(partnership).stream());
    }

    /** Those who take something on: whoever has given notice does not. */
    List<Choice> staying(PartnershipId partnership) {
        Set<OrganisationId> leaving = partnerships.leaving(partnership).keySet();
        return choices(partnerships.members(partnership).stream().filter(member -> !leaving.contains(member.organisation())));
    }

    /** The full partners: whom reviews ask. */
    List<Choice> partners(PartnershipId partnership) {
        return choices(partnerships.members(partnership).stream().filter(member -> member.standing() == Standing.PARTNER));
    }

    private List<Choice> choices(Stream<Member> members) {
        return members
                .map(member -> new Choice(organisations.card(member.organisation()).name(), member.organisation().code()))
                .sorted(Comparator.comparing(choice -> choice.label().toLowerCase())).toList();
    }
}
