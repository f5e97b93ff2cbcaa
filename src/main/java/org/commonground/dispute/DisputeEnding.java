package org.commonground.dispute;

import org.commonground.foundation.Keyed;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.Refusal;

/**
 * How a dispute ends.
 *
 * @param leaver who leaves; null unless somebody does
 */
public record DisputeEnding(WayOut way, OrganisationId leaver) {

    private static final String BETWEEN = ":";

    /** As forms know it: {@code amendment}, or {@code leaving:Fao}. */
    public String key() {
        return leaver == null ? way.key() : way.key() + BETWEEN + leaver.code();
    }

    public static DisputeEnding of(String key) {
        String[] parts = key.split(BETWEEN, 2);
        WayOut way = Keyed.of(WayOut.class, parts[0]);
        Refusal.unless((way == WayOut.LEAVING) == (parts.length == 2), "Please say who leaves.");
        return new DisputeEnding(way, parts.length == 2 ? new OrganisationId(parts[1]) : null);
    }

    static DisputeEnding of(String way, String leaver) {
        return way == null ? null : new DisputeEnding(WayOut.valueOf(way), leaver == null ? null : new OrganisationId(leaver));
    }
}
