package org.commonground.agreement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

import org.commonground.foundation.OrganisationId;
import org.commonground.organisation.OrganisationCard;
import org.commonground.partnership.Coverage;
import org.commonground.partnership.HeldSeat;
import org.commonground.partnership.Link;
import org.commonground.partnership.SeatIn;

/** Those who sign that they join, or have signed and are about to be let in: a text names them as if they were there. */
record Joining(List<Joiner> joiners) {

    static Joining nobody() {
        return new Joining(List.of());
    }

    /** Without those who are members already. */
    Joining besides(Collection<OrganisationId> members) {
        return new Joining(joiners.stream().filter(one -> !members.contains(one.organisation())).toList());
    }

    boolean isEmpty() {
        return joiners.isEmpty();
    }

    List<OrganisationId> and(List<OrganisationId> partners) {
        return Stream.concat(partners.stream(), joiners.stream().map(Joiner::organisation)).distinct().toList();
    }

    List<HeldSeat> andSeats(List<HeldSeat> seats, LocalDate today) {
        return Stream.concat(seats.stream(), joiners.stream().flatMap(one -> one.seats().stream()
                .map(seat -> new HeldSeat(one.organisation(), seat, today, null)))).toList();
    }

    /** With the connections that are still possible: who left meanwhile is connected with nobody. */
    List<Link> andLinks(List<Link> links, Collection<OrganisationId> members) {
        List<OrganisationId> known = Stream.concat(members.stream(), joiners.stream().map(Joiner::organisation)).toList();
        return Stream.concat(links.stream(), joiners.stream().flatMap(one -> one.links().stream())
                .filter(link -> known.contains(link.one()) && known.contains(link.other()))).toList();
    }

    Coverage and(Coverage coverage, Function<Collection<OrganisationId>, Map<OrganisationId, OrganisationCard>> registry) {
        Map<OrganisationId, List<SeatIn>> seats = new LinkedHashMap<>(coverage.seats());
        joiners.forEach(one -> seats.put(one.organisation(), new ArrayList<>(one.seats())));
        return isEmpty() ? coverage : new Coverage(seats, registry.apply(seats.keySet()));
    }
}
