package org.commonground.document;

import java.util.Collection;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;

/** Whose people read the papers of a partnership, told by the rooms that know who is in it. */
public interface Readership {

    /** Those of this moment: who has left reads nothing any more. */
    Collection<OrganisationId> readers(PartnershipId partnership);
}
