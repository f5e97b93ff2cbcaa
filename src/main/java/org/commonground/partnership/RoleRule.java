package org.commonground.partnership;

import static org.commonground.foundation.Words.maybe;
import static org.commonground.foundation.Words.said;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.commonground.foundation.Level;
import org.commonground.foundation.Role;

/**
 * One rule of the decision "needed roles" that fired, as the table spells it.
 *
 * @param place     {@code each area}, {@code each new area}, or {@code anywhere}
 * @param expertise the kind of expertise, or null
 */
public record RoleRule(String role, String level, String place, String expertise, String reason) {

    /** The roles that it asks for, one for each place it names. */
    Stream<NeededRole> roles(List<Place> places) {
        String why = said(reason, "Each rule of the decision about needed roles says why.");
        return areas(places).map(area -> new NeededRole(UUID.randomUUID(), Role.of(role), Level.of(level), area.orElse(null),
                maybe(expertise), why, null));
    }

    /** Empty where it is bound to none. */
    private Stream<Optional<String>> areas(List<Place> places) {
        return switch (place) {
            case "each area" -> places.stream().map(one -> Optional.of(one.name()));
            case "each new area" -> places.stream().filter(one -> !one.workedBefore()).map(one -> Optional.of(one.name()));
            case "anywhere" -> Stream.of(Optional.empty());
            default -> throw new IllegalStateException(("The decision about needed roles names the place “%s”; "
                    + "it knows “each area”, “each new area” and “anywhere”.").formatted(place));
        };
    }
}
