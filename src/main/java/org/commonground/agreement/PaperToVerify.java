package org.commonground.agreement;

import java.time.Instant;
import java.util.UUID;

import org.commonground.foundation.OrganisationId;

/**
 * A sheet that was signed by hand and handed in, and that nobody has looked at yet.
 *
 * @param nr   of the version of the scan that was handed in
 */
public record PaperToVerify(UUID id, OrganisationId organisation, String organisationName, int version, String sha256, String signer,
        String signerName, UUID scan, int nr, String scanName, String handedInBy, Instant handedInAt) {
}
