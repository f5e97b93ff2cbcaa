package org.commonground.candidate;

import java.util.Arrays;
import java.util.List;


/** Profiles and assessments to test with. */
public final class SampleProfiles {

    private SampleProfiles() {
    }

    /** Something said and rated 4 in each dimension. */
    public static Profile of(String who) {
        return of(who, 4);
    }

    /** @param convenersFit how well it finds that the conveners fit, or null */
    public static Profile of(String who, Integer convenersFit) {
        return new Profile(statements(who), "Clear plans before the season", "Reporting to donors", convenersFit,
                convenersFit == null ? null : "Our aims meet");
    }

    public static List<Statement> statements(String who) {
        return Arrays.stream(Dimension.values()).map(dimension -> new Statement(dimension, dimension.label() + " of " + who, 4)).toList();
    }

    /** The same rating in each dimension. */
    public static Assessment rated(int rating) {
        return new Assessment(Arrays.stream(Dimension.values()).map(dimension -> new Rating(dimension, rating, "Seen in the field"))
                .toList());
    }
}
