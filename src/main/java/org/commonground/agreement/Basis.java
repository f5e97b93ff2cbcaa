package org.commonground.agreement;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.commonground.foundation.OrganisationId;
import org.commonground.negotiation.AgreedTopic;
import org.commonground.negotiation.Terms;
import org.commonground.negotiation.Topic;
import org.commonground.negotiation.WaivedRule;
import org.commonground.organisation.OrganisationCard;
import org.commonground.partnership.Coverage;
import org.commonground.partnership.HeldSeat;
import org.commonground.partnership.Link;
import org.commonground.partnership.NeededRole;
import org.commonground.partnership.PartnershipCard;
import org.commonground.vision.AgendaItem;
import org.commonground.vision.SettledStep;
import org.commonground.vision.SharedVision;

/**
 * All that an agreement is made from: what was said, chosen and negotiated so far.
 *
 * @param change       what it changes in what was agreed before; null where the partnership begins with it
 * @param obligatory   the topics that must be agreed: all at a founding, later those that were negotiated
 * @param partners     the full partners, by name
 * @param signing      those of them who sign: the parties of the negotiation
 * @param allies       members who are named and do not sign
 * @param cards        of both
 * @param coverage     who of its members takes which needed role
 * @param settled      what became of steps of the agenda whose owner left
 * @param termsInWords what a topic yields besides its wording, as the parties saw it when they accepted
 */
record Basis(PartnershipCard partnership, Amended change, Set<Topic> obligatory, ChosenForm form, List<OrganisationId> partners,
        List<OrganisationId> signing, List<OrganisationId> allies, Map<OrganisationId, OrganisationCard> cards, List<HeldSeat> seats,
                List<NeededRole> neededRoles,
        Coverage coverage, List<Link> links, Optional<SharedVision> vision, List<AgendaItem> agenda,
        List<SettledStep> settled,
        List<AgreedTopic> topics,
        Map<Topic, List<String>> termsInWords, Terms terms, List<WaivedRule> overrides) {

    boolean founding() {
        return change == null;
    }

    String name(OrganisationId organisation) {
        OrganisationCard card = cards.get(organisation);
        return card == null ? organisation.code() : card.name();
    }

    List<HeldSeat> seatsOf(OrganisationId organisation) {
        return seats.stream().filter(held -> held.organisation().equals(organisation)).toList();
    }

    /** Those seats of parties to which no contribution belongs. */
    Set<HeldSeat> withoutContribution() {
        return seats.stream().filter(held -> partners.contains(held.organisation()))
                .filter(held -> terms.contributions().stream()
                        .noneMatch(contribution -> contribution.organisation().equals(held.organisation())
                        && contribution.role() == held.seat().role()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
