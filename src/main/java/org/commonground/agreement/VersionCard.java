package org.commonground.agreement;

import java.time.Instant;
import java.util.UUID;

import org.commonground.foundation.PartnershipId;
import org.commonground.negotiation.NegotiationId;

/**
 * A version as the register lists it.
 *
 * @param nr         counted from 1 within the partnership
 * @param base       number of the sealed version over which it is laid; null for the first agreement
 * @param sha256     of its text; null while it is a draft
 * @param releasedAt when signing opened, or null
 * @param sealedAt   when the last one had signed, or null
 * @param voidReason why it binds nobody; null unless it is void
 * @param document   the sealed PDF in the store of documents, or null
 * @param pdfSha256  the hash of that PDF itself, or null
 */
public record VersionCard(UUID id, PartnershipId partnership, NegotiationId negotiation, int nr, Integer base, AgreementForm form,
        VersionStage stage, String sha256, Instant draftedAt, Instant releasedAt, Instant sealedAt, String voidReason, UUID document,
                String pdfSha256) {
}
