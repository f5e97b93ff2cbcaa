package org.commonground.filing;

import java.util.Collection;
import java.util.Optional;

import org.commonground.document.Papers;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;

/** Sheets that a room prints for those who sign by hand, and who bring them back as a file. */
public interface SheetsToSign {

    /** One for each of these organisations that still has to sign this paper; empty where none has. */
    Optional<Papers.Printed> print(PartnershipId partnership, int nr, Collection<OrganisationId> own);
}
