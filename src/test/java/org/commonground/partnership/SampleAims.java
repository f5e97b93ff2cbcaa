package org.commonground.partnership;

import java.util.List;

import org.commonground.foundation.Level;
import org.commonground.foundation.OrganisationId;

/** Aims to test with: cotton farmers in Guntur, where the work began, and in Warangal, where it is new. */
public final class SampleAims {

    public static final Objective FEWER_SPRAYINGS = new Objective("Farmers spray less", "Sprayings per season", "12", "5");
    public static final Place GUNTUR = new Place("Guntur", Level.LOCAL, true);
    public static final Place WARANGAL = new Place("Warangal", Level.LOCAL, false);

    private static final Objective YIELDS_HOLD = new Objective("Yields hold", "Quintals per hectare", "15", "15");

    private SampleAims() {
    }

    /** Into a new area, up to state policy, with a new challenge. */
    public static Aims of(String lead) {
        return of(lead, new ScaleUp(false, true, Level.STATE, false), List.of(GUNTUR, WARANGAL));
    }

    /** Into a new area, with a second objective and without words about the challenge. */
    public static Aims withTwoObjectives(String lead) {
        return new Aims("Bring integrated pest management to more cotton farmers", List.of(FEWER_SPRAYINGS, YIELDS_HOLD), "Cotton farmers",
                "Their federation decides with us", new ScaleUp(false, true, null, false), List.of(GUNTUR, WARANGAL), null, null, 36, false,
                new OrganisationId(lead));
    }

    public static Aims of(String lead, ScaleUp scaleUp, List<Place> places) {
        return new Aims("Bring integrated pest management to more cotton farmers", List.of(FEWER_SPRAYINGS), "Cotton farmers",
                "Their federation decides with us and trains others", scaleUp, places, "Whitefly", "Entomology", 36, false,
                new OrganisationId(lead));
    }
}
