package org.commonground.selection;

import static java.util.function.Predicate.not;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.commonground.candidate.Candidate;
import org.commonground.foundation.OrganisationId;
import org.commonground.partnership.Coverage;
import org.commonground.partnership.NeededRole;
import org.commonground.partnership.Place;
import org.commonground.partnership.SeatIn;

/**
 * What a search is about, beside those who are there already and beside the other open searches of the partnership.
 *
 * @param needed    all roles the aims call for
 * @param there     who takes which of them from now on: members without those who leave; nobody where the partnership is founded
 * @param elsewhere who is in question in other open searches, with the seats it is asked for there
 */
record RolesToFill(SearchPurpose purpose, List<NeededRole> needed, Coverage there, Map<OrganisationId, List<SeatIn>> elsewhere) {

    /** The roles for which candidates are looked for: where somebody is replaced those that nobody takes, else all. */
    List<NeededRole> sought() {
        return needed.stream().filter(role -> role.waiver() == null)
                .filter(role -> purpose != SearchPurpose.REPLACEMENT || !there.isTaken(role)).toList();
    }

    /**
     * The roles that have to be taken or waived when partners are chosen. Who joins answers for no gap that was there before and for which
     * nobody was asked; what another search looks for is that one's.
     */
    List<NeededRole> toBeTaken(List<Candidate> asked) {
        return needed.stream().filter(role -> switch (purpose) {
            case FOUNDING -> true;
            case REPLACEMENT -> !isSoughtElsewhere(role);
            case ACCESSION -> !isSoughtElsewhere(role)
                    && asked.stream().anyMatch(candidate -> candidate.asked().stream().anyMatch(role::isMetBy));
        }).toList();
    }

    private boolean isSoughtElsewhere(NeededRole role) {
        return seatsElsewhere().anyMatch(role::isMetBy);
    }

    /** The areas that have to have a local partner when partners are chosen: those where the work is new. */
    List<Place> toHaveLocalPartner(List<Place> places) {
        return purpose == SearchPurpose.ACCESSION ? List.of() : places.stream().filter(not(Place::workedBefore))
                .filter(place -> seatsElsewhere().noneMatch(place::isHomeOf)).toList();
    }

    private Stream<SeatIn> seatsElsewhere() {
        return elsewhere.values().stream().flatMap(List::stream);
    }
}
