package org.commonground.agreement;

import java.time.LocalDate;
import java.util.List;

import org.commonground.partnership.Standing;

/**
 * All that the page and the PDF of one version show.
 *
 * @param suffix     {@code A1} for the version of the first amendment; null for the first agreement
 * @param formLabel  what kind of document it is, such as {@code Memorandum of understanding}
 * @param date       the day it was sealed; before that, the day it was generated
 * @param sha256     of the canonical text, in hexadecimal; null while it is a draft
 * @param webSvg     the web of partners as a picture; the clause with the key {@code web} says the same in rows
 * @param holds      from which day to which the agreement holds, in words; null before it is sealed
 * @param signatures empty unless it is sealed: nobody gets a partly signed copy that looks final
 * @param membership who joins or left, where that alone is new in it; else null
 * @param readers    of a change those who need not sign it; empty unless it is sealed
 */
public record Paper(String caseNumber, String suffix, String title, String formLabel, int version, VersionStage stage, LocalDate date,
        String sha256, String holds, String membership,
        List<Party> parties, List<Clause> clauses, String webSvg, List<SignatureLine> signatures,
        List<ReaderLine> readers) {

    /** Those whom it binds: allies are named and not bound. */
    public List<Party> partners() {
        return parties.stream().filter(party -> party.standing().equals(Standing.PARTNER.label())).toList();
    }

    /** {@code P-2026-0007/A1}. */
    public String number() {
        return suffix == null ? caseNumber : caseNumber + "/" + suffix;
    }
}
