package org.commonground.agreement;

import java.time.Instant;
import java.time.LocalTime;
import java.util.UUID;

import org.commonground.negotiation.NegotiationId;
import org.commonground.negotiation.Terms;

/**
 * The agreement that binds the partners.
 *
 * @param sha256    of the text that everybody signed
 * @param terms     the partners' own rules, which the later rooms go by
 * @param calendar  when its dates come
 * @param document  the sealed PDF in the store of documents
 * @param pdfSha256 the hash of that PDF itself
 */
public record SealedAgreement(int version, NegotiationId negotiation, AgreementForm form, String sha256, Instant sealedAt, Terms terms,
        AgreementCalendar calendar, UUID document, String pdfSha256) {

    /** When the agreed time is over: so many months after the first sealing, at the beginning of the day. */
    public Instant termEnds() {
        return calendar.at(calendar.sealedOn().plusMonths(terms.durationMonths()), LocalTime.MIN);
    }
}
