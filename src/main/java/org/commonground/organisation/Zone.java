package org.commonground.organisation;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneRules;
import java.util.List;

/**
 * A part of a country whose clocks agree.
 *
 * @param place the town or island after which it is called
 */
public record Zone(ZoneId id, String place) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    /** Who does not know the name may know the time: {@code Manaus, where it is 15:20 now}. */
    String inWords(Instant now) {
        return "%s, where it is %s now".formatted(place, TIME.format(now.atZone(id)));
    }

    /** Equal for zones whose clocks agree from this moment on, whatever they showed before. */
    Object clockFrom(Instant now) {
        ZoneRules rules = id.getRules();
        return List.of(rules.getOffset(now), rules.getTransitionRules(),
                rules.getTransitions().stream().filter(change -> change.getInstant().isAfter(now)).toList());
    }
}
