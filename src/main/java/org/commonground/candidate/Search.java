package org.commonground.candidate;

import java.util.UUID;

import org.commonground.foundation.PartnershipId;

/**
 * One search for partners: the one that founds a partnership, or one of a matter, while the partnership is under way. Several may be open
 * at once, of each matter one.
 *
 * @param matter which matter it belongs to; null where it founds the partnership
 */
public record Search(PartnershipId partnership, UUID matter) {

    public static Search founding(PartnershipId partnership) {
        return new Search(partnership, null);
    }

    /** @param matter as a process knows it; null where the partnership is founded */
    public static Search of(PartnershipId partnership, String matter) {
        return new Search(partnership, matter == null ? null : UUID.fromString(matter));
    }

    public boolean isFounding() {
        return matter == null;
    }

    /** What only one open search can have. */
    public String key() {
        return isFounding() ? partnership.value() : matter.toString();
    }
}
