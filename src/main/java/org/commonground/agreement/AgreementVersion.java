package org.commonground.agreement;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Refusal;
import org.commonground.foundation.Words;
import org.commonground.negotiation.NegotiationId;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

/**
 * One version of the text, from its draft to its seal or its end; it refuses whatever comes too early or too late. Its text, parties and
 * signatures are rows of their own.
 */
class AgreementVersion {

    /** A partnership has partners, not a partner. */
    private static final int FEWEST = 2;

    @Id
    private UUID id;
    @Version
    private Integer version;
    private String partnership;
    private int nr;
    private String title;
    private UUID negotiation;
    private AgreementForm form;
    private VersionStage stage;
    private String sha256;
    private Instant draftedAt;
    private Instant releasedAt;
    private String releasedBy;
    private Instant sealedAt;
    private Instant voidedAt;
    private String voidReason;
    private UUID document;
    private String pdfSha256;
    private UUID openIn;
    private Integer base;
    private boolean membership;

    /**
     * @param base       number of the sealed version over which it is laid; null where it is the first agreement
     * @param membership whether only who belongs to the partnership is another than in that one
     */
    static AgreementVersion draft(PartnershipId partnership, int nr, Integer base, boolean membership, String title,
            NegotiationId negotiation, AgreementForm form, Instant at) {
        AgreementVersion draft = new AgreementVersion();
        draft.id = UUID.randomUUID();
        draft.partnership = partnership.value();
        draft.nr = nr;
        draft.base = base;
        draft.membership = membership;
        draft.title = title;
        draft.negotiation = negotiation.value();
        draft.form = form;
        draft.stage = VersionStage.DRAFT;
        draft.draftedAt = at;
        draft.openIn = negotiation.value();
        return draft;
    }

    UUID id() {
        return id;
    }

    int nr() {
        return nr;
    }

    String title() {
        return title;
    }

    VersionStage stage() {
        return stage;
    }

    PartnershipId partnership() {
        return new PartnershipId(partnership);
    }

    NegotiationId negotiation() {
        return new NegotiationId(negotiation);
    }

    AgreementForm form() {
        return form;
    }

    String sha256() {
        return sha256;
    }

    /** Whether it still lies over what binds the partners. */
    boolean liesOver(Integer newestSealed) {
        return Objects.equals(base, newestSealed);
    }

    /** Whether only who belongs to the partnership is another than in the version before: who signs it joins by that. */
    boolean isOfMembership() {
        return membership;
    }

    boolean isDraft() {
        return stage == VersionStage.DRAFT;
    }

    boolean isForSignature() {
        return stage == VersionStage.FOR_SIGNATURE;
    }

    boolean isSealed() {
        return stage == VersionStage.SEALED;
    }

    boolean isVoid() {
        return stage == VersionStage.VOID;
    }

    CanonicalText text(List<Clause> clauses) {
        return CanonicalText.of(title, form, partnership(), nr, clauses);
    }

    /**
     * Whether the clauses still say, letter by letter, what was frozen when signing opened; a draft is always intact.
     *
     * @param frozen as it was kept then
     */
    boolean isIntact(List<Clause> clauses, Optional<CanonicalText> frozen) {
        return sha256 == null || text(clauses).sha256().equals(sha256) && frozen.map(CanonicalText::sha256).filter(sha256::equals)
                .isPresent();
    }

    // From the draft to the seal

    /**
     * @param seen     the number of the version that the person looked at
     * @param upToDate whether it still says what was negotiated
     */
    void release(int seen, Completeness score, boolean upToDate, String person, Instant at) {
        Refusal.unless(isDraft() && nr == seen && releasedAt == null,
                "You looked at version %d, and that is no draft any more. Please open the page again.".formatted(seen));
        score.expectComplete();
        Refusal.unless(upToDate, "Something has changed since version %d was drafted. Please let it be drafted again.".formatted(nr));
        releasedBy = person;
        releasedAt = at;
    }

    /** From here on the text never changes. */
    void freeze(String hash) {
        Refusal.unless(isDraft() && releasedAt != null, "Version %d is not released for signing.".formatted(nr));
        stage = VersionStage.FOR_SIGNATURE;
        sha256 = hash;
    }

    private void mustBeForSignature() {
        Refusal.unless(isForSignature(), switch (stage) {
            case SEALED -> "Version %d is sealed already: everybody has signed.".formatted(nr);
            case VOID -> "Version %d can no longer be signed. %s".formatted(nr, voidReason);
            default -> "Version %d is a draft. You will be asked to sign when it is released.".formatted(nr);
        });
    }

    /** @param seen the hash of the text that the person looked at */
    void maySign(String seen) {
        mustBeForSignature();
        Refusal.unless(sha256.equals(seen), ("The page you opened shows another text than version %d, which is for signature now. "
                + "Please open it again and read what changed.").formatted(nr));
    }

    /**
     * @param missing names of those without whom it is not sealed
     * @param intact  whether its text is what they signed
     */
    void seal(List<String> missing, boolean intact, Instant at) {
        mustBeForSignature();
        Refusal.unless(missing.isEmpty(), "Still missing: %s.".formatted(Words.list(missing)));
        Refusal.unless(intact, "The text of version %d was changed after signing opened.".formatted(nr));
        stage = VersionStage.SEALED;
        sealedAt = at;
        openIn = null;
    }

    void keepAs(UUID pdf, String hash) {
        document = pdf;
        pdfSha256 = hash;
    }

    // When it does not come to a seal

    /** Nobody is bound by it any more, whoever signed it. */
    void end(String why, Instant at) {
        Refusal.unless(!isSealed(), "Version %d is sealed. It changes only by an amendment that all agree on.".formatted(nr));
        stage = VersionStage.VOID;
        voidReason = why;
        voidedAt = at;
        openIn = null;
    }

    /** @param declines who does not sign, and why, in a sentence each */
    void endDeclined(List<String> declines, Instant at) {
        Refusal.unless(!declines.isEmpty(), "Nobody has declined version %d.".formatted(nr));
        end(String.join(" ", declines), at);
    }

    /**
     * Whether the others may go on without those whose signature is missing.
     *
     * @param declined whether somebody has said no meanwhile
     */
    void mayGoOnWithout(int missing, int parties, boolean declined) {
        Refusal.unless(!declined, "A partner has declined meanwhile. Please extend the time: its topic is then open again at once.");
        Refusal.unless(missing > 0, "Everybody has signed meanwhile. Please extend the time: the agreement is then sealed at once.");
        Refusal.unless(parties - missing >= FEWEST, "Fewer than two partners would be left. You can extend the time, or end it here.");
    }

    VersionCard card() {
        return new VersionCard(id, partnership(), negotiation(), nr, base, form, stage, sha256, draftedAt, releasedAt, sealedAt, voidReason,
                document, pdfSha256);
    }
}
