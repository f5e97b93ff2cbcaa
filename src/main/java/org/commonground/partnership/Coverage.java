package org.commonground.partnership;

import static java.util.stream.Collectors.joining;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.commonground.foundation.Level;
import org.commonground.foundation.OrganisationId;
import org.commonground.organisation.OrganisationCard;

/**
 * Who takes which needed role. The registry judges it, not the label of a seat: a seat counts where the registry knows its holder at that
 * level and in that area, or where it was said how the holder belongs there.
 *
 * @param seats    of each organisation that takes part
 * @param registry the cards of these, at least
 */
public record Coverage(Map<OrganisationId, List<SeatIn>> seats, Map<OrganisationId, OrganisationCard> registry) {

    /** @param belongs how it belongs there, where the registry does not know it; else null */
    public record Taker(OrganisationId organisation, String name, String belongs) {

        /** Its name, and how it belongs there where that had to be said. */
        public String inWords() {
            return belongs == null ? name : "%s (how it belongs there: %s)".formatted(name, belongs);
        }
    }

    /** The same as if these were not there any more. */
    public Coverage without(Collection<OrganisationId> gone) {
        Map<OrganisationId, List<SeatIn>> rest = new LinkedHashMap<>(seats);
        rest.keySet().removeAll(gone);
        return new Coverage(rest, registry);
    }

    /** The same as if these were there too. */
    public Coverage with(Coverage joining) {
        Map<OrganisationId, List<SeatIn>> together = new LinkedHashMap<>(seats);
        together.putAll(joining.seats);
        Map<OrganisationId, OrganisationCard> cards = new LinkedHashMap<>(registry);
        cards.putAll(joining.registry);
        return new Coverage(together, cards);
    }

    public boolean isTaken(NeededRole role) {
        return !takers(role).isEmpty();
    }

    /** Those who take the role, each once. */
    public List<Taker> takers(NeededRole role) {
        return seats.keySet().stream().map(holder -> seatFor(role, holder).filter(seat -> counts(holder, seat))
                .map(seat -> new Taker(holder, name(holder), seat.belongs())).orElse(null)).filter(Objects::nonNull).toList();
    }

    /** Whether somebody local takes part there: a seat in that area that counts. */
    public boolean hasLocalPartner(Place place) {
        return seats.keySet().stream().anyMatch(holder -> isLocalPartner(holder, place));
    }

    public boolean isLocalPartner(OrganisationId holder, Place place) {
        return held(holder).anyMatch(seat -> place.isHomeOf(seat) && counts(holder, seat));
    }

    /** Whether it is at home there: by the registry, or by a seat that counts. */
    public boolean isAtHome(OrganisationId holder, Place place) {
        return isKnown(holder, Level.LOCAL, place.name()) || isLocalPartner(holder, place);
    }

    /** Why those who have a seat for one of these roles do not take it, as sentences, a blank before each; empty where nobody has one. */
    public String doubts(Collection<NeededRole> roles) {
        return roles.stream().flatMap(role -> seats.keySet().stream().flatMap(holder -> seatFor(role, holder)
                .filter(seat -> !counts(holder, seat)).stream()
                .map(seat -> " The registry does not know %s as %s.".formatted(name(holder), seat.where())))).distinct().collect(joining());
    }

    private Optional<SeatIn> seatFor(NeededRole role, OrganisationId holder) {
        return held(holder).filter(role::isMetBy).findFirst();
    }

    private Stream<SeatIn> held(OrganisationId holder) {
        return seats.getOrDefault(holder, List.of()).stream();
    }

    private boolean counts(OrganisationId holder, SeatIn seat) {
        return seat.belongs() != null || isKnown(holder, seat.level(), seat.area());
    }

    private boolean isKnown(OrganisationId holder, Level level, String area) {
        OrganisationCard card = registry.get(holder);
        return card != null && card.worksAt(level, area);
    }

    private String name(OrganisationId holder) {
        OrganisationCard card = registry.get(holder);
        return card == null ? holder.code() : card.name();
    }
}
