package org.commonground.selection;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

import org.commonground.candidate.Candidate;
import org.commonground.foundation.OrganisationId;
import org.commonground.organisation.OrganisationCard;
import org.commonground.partnership.Coverage;
import org.commonground.partnership.NeededRole;

/**
 * A needed role, and who could take it.
 *
 * @param suggested organisations of the registry with this role that are not asked for anything yet: those that declared
 *                  the level and the area too come first
 * @param nominated names of the candidates who are asked for it; with those whom the registry does not know there it says so
 * @param taken     names of the members who take it from now on
 */
public record SoughtRole(NeededRole needed, List<OrganisationCard> suggested, List<String> nominated, List<String> taken) {

    /** Its name, and that the registry does not know it there where that is so: then it takes the role only with a word how it belongs. */
    public static String named(OrganisationCard card, NeededRole needed) {
        return card.worksAt(needed.level(), needed.area()) ? card.name() : card.name() + " (not known there by the registry)";
    }

    /** @param registry the cards of all candidates */
    static SoughtRole among(NeededRole needed, List<OrganisationCard> free, List<Candidate> candidates,
            Map<OrganisationId, OrganisationCard> registry, Coverage there) {
        return new SoughtRole(needed, free.stream().filter(card -> card.roles().contains(needed.role()))
                .sorted(Comparator.comparing((OrganisationCard card) -> fitsPlace(needed, card)).reversed()).toList(),
                candidates.stream().filter(candidate -> candidate.asked().stream().anyMatch(needed::isMetBy))
                .map(candidate -> named(registry.get(candidate.organisation()), needed)).toList(),
                there.takers(needed).stream().map(Coverage.Taker::inWords).toList());
    }

    /** The level counts more than the area: who never worked at that level cannot, in whatever area. */
    private static int fitsPlace(NeededRole needed, OrganisationCard card) {
        return (card.levels().contains(needed.level()) ? 2 : 0)
                + (needed.area() == null || card.areas().stream().anyMatch(needed.area()::equalsIgnoreCase) ? 1 : 0);
    }
}
