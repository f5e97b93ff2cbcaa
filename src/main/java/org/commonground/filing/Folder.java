package org.commonground.filing;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.springframework.util.Assert;

/**
 * Where files lie.
 *
 * @param partnership  the one they belong to; null in the folder that an organisation has in the registry
 * @param organisation whose folder in the registry it is; null in that of a partnership
 */
public record Folder(PartnershipId partnership, OrganisationId organisation) {

    public Folder {
        Assert.isTrue((partnership == null) != (organisation == null), "A folder is of a partnership or of an organisation");
    }

    public static Folder of(PartnershipId partnership) {
        return new Folder(partnership, null);
    }

    public static Folder of(OrganisationId organisation) {
        return new Folder(null, organisation);
    }

    public boolean isOfPartnership() {
        return partnership != null;
    }
}
