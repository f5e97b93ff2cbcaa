package org.commonground.agreement;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Refusal;
import org.commonground.negotiation.NegotiationId;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

/** One version of the text, from its draft to its seal or its end. Its text, parties and signatures are rows of their own. */
class AgreementVersion {

    @Id
    private UUID id;
    @Version
    private Integer version;
    private String partnership;
    private int nr;
    private String title;
    private UUID negotiation;
    private AgreementForm form;
    private Stage stage;
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

    static AgreementVersion draft(PartnershipId partnership, int nr, String title, NegotiationId negotiation, AgreementForm form, Instant at) {
        AgreementVersion draft = new AgreementVersion();
        draft.id = UUID.randomUUID();
        draft.partnership = partnership.value();
        draft.nr = nr;
        draft.title = title;
        draft.negotiation = negotiation.value();
        draft.form = form;
        draft.stage = Stage.DRAFT;
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

    Stage stage() {
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

    boolean isReleased() {
        return releasedAt != null;
    }

    CanonicalText text(List<Clause> clauses) {
        return CanonicalText.of(title, form, partnership(), nr, clauses);
    }

    /** @param seen the number of the version that the person looked at */
    void mayBeReleased(int seen) {
        Refusal.unless(stage == Stage.DRAFT && nr == seen && !isReleased(),
                "You looked at version %d, and that is no draft any more. Please open the page again.".formatted(seen));
    }

    void release(String person, Instant at) {
        mayBeReleased(nr);
        releasedBy = person;
        releasedAt = at;
    }

    /** From here on the text never changes. */
    void freeze(String hash) {
        Refusal.unless(stage == Stage.DRAFT && isReleased(), "Version %d is not released for signing.".formatted(nr));
        stage = Stage.FOR_SIGNATURE;
        sha256 = hash;
    }

    void maySign() {
        Refusal.unless(stage == Stage.FOR_SIGNATURE, switch (stage) {
            case SEALED -> "Version %d is sealed already: everybody has signed.".formatted(nr);
            case VOID -> "Version %d can no longer be signed. %s".formatted(nr, voidReason);
            default -> "Version %d is a draft. You will be asked to sign when it is released.".formatted(nr);
        });
    }

    /** @param seen the hash of the text that the person looked at */
    void maySign(String seen) {
        maySign();
        Refusal.unless(sha256.equals(seen),
                "The page you opened shows another text than version %d, which is for signature now. Please open it again and read what changed.".formatted(nr));
    }

    void seal(Instant at) {
        maySign();
        stage = Stage.SEALED;
        sealedAt = at;
        openIn = null;
    }

    void keepAs(UUID pdf, String hash) {
        document = pdf;
        pdfSha256 = hash;
    }

    /** Nobody is bound by it any more, whoever signed it. */
    void end(String why, Instant at) {
        Refusal.unless(stage != Stage.SEALED, "Version %d is sealed. It changes only by an amendment that all agree on.".formatted(nr));
        stage = Stage.VOID;
        voidReason = why;
        voidedAt = at;
        openIn = null;
    }

    VersionCard card() {
        return new VersionCard(id, partnership(), negotiation(), nr, form, stage, sha256, draftedAt, releasedAt, sealedAt, voidReason,
                document, pdfSha256);
    }
}
