package org.commonground.candidate;

import java.util.List;

/** A profile as it is written on a form: seven dimensions, each in words and rated, and what goes with them. */
public record ProfileSheet(String mandate, Integer mandateRating,
        String role, Integer roleRating,
        String interests, Integer interestsRating,
        String approach, Integer approachRating,
        String motivation, Integer motivationRating,
        String expectations, Integer expectationsRating,
        String existingCapacity, Integer existingCapacityRating,
        String expectsOfOthers, String capacityWanted, Integer convenersFit, String convenersFitReason) {

    public Profile profile() {
        return new Profile(List.of(
                new Statement(Dimension.MANDATE, mandate, mandateRating),
                new Statement(Dimension.ROLE, role, roleRating),
                new Statement(Dimension.INTERESTS, interests, interestsRating),
                new Statement(Dimension.APPROACH, approach, approachRating),
                new Statement(Dimension.MOTIVATION, motivation, motivationRating),
                new Statement(Dimension.EXPECTATIONS, expectations, expectationsRating),
                new Statement(Dimension.EXISTING_CAPACITY, existingCapacity, existingCapacityRating)),
                expectsOfOthers, capacityWanted, convenersFit, convenersFitReason);
    }
}
