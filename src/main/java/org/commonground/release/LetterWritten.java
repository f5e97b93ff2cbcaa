package org.commonground.release;

import java.time.Instant;
import java.util.List;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipFact;
import org.commonground.foundation.PartnershipId;

/**
 * A partner is asked whether it stays or leaves; the others know of it.
 *
 * @param until when it can answer
 */
public record LetterWritten(PartnershipId partnership, OrganisationId organisation, Ground ground, String why, Instant until,
        List<OrganisationId> others) implements PartnershipFact {
}
