package org.commonground.candidate;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

import org.commonground.foundation.Refusal;

/** The coordinator's ratings of a candidate, one for each dimension. */
public record Assessment(Map<Dimension, Rating> ratings) {

    public Assessment {
        for (Dimension dimension : Dimension.values()) {
            Refusal.unless(ratings.containsKey(dimension), "Please rate “%s”.".formatted(dimension.label()));
        }
    }

    public Assessment(List<Rating> ratings) {
        this(ratings.stream().collect(toMap(Rating::dimension, Function.identity(), (one, same) -> same,
                () -> new EnumMap<>(Dimension.class))));
    }

    public Rating on(Dimension dimension) {
        return ratings.get(dimension);
    }

    /** The weak dimensions in words, or null when there is none. */
    public String weak() {
        String names = ratings.values().stream().filter(Rating::isWeak).map(rating -> rating.dimension().label().toLowerCase(Locale.ROOT))
                .collect(joining(", "));
        return names.isEmpty() ? null : names;
    }
}
