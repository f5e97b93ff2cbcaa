package org.commonground.candidate;

import java.util.Arrays;
import java.util.List;

import org.commonground.foundation.OrganisationId;

/** A convener's or partner's profile as the candidates see it. How it rates itself is shown too, how others rate it never is. */
public record ShownProfile(String name, List<Line> statements, String expectsOfOthers, String capacityWanted) {

    public record Line(String dimension, String words, int rating) {
    }

    /** Those that were stated, without the organisation that looks. */
    public static List<ShownProfile> of(List<Convener> conveners, OrganisationId whoLooks) {
        return conveners.stream().filter(convener -> !convener.organisation().equals(whoLooks))
                .map(ShownProfile::of).toList();
    }

    private static ShownProfile of(Convener convener) {
        return new ShownProfile(convener.name(), Arrays.stream(Dimension.values())
                .map(dimension -> new Line(dimension.label(), convener.profile().on(dimension).words(),
                        convener.profile().on(dimension).rating())).toList(),
                convener.profile().expectsOfOthers(), convener.profile().capacityWanted());
    }
}
