package org.commonground.agreement;

import java.time.Instant;
import java.util.UUID;

import org.commonground.negotiation.NegotiationId;
import org.commonground.negotiation.Terms;

/**
 * The agreement that binds the partners.
 *
 * @param sha256    of the text that everybody signed
 * @param terms     the partners' own rules, which the later rooms go by
 * @param document  the sealed PDF in the store of documents
 * @param pdfSha256 the hash of that PDF itself
 */
public record SealedAgreement(int version, NegotiationId negotiation, AgreementForm form, String sha256, Instant sealedAt, Terms terms,
        UUID document, String pdfSha256) {
}
