package org.commonground.agreement;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.commonground.document.FileName;
import org.commonground.document.FileType;
import org.commonground.document.Papers;
import org.commonground.foundation.Days;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.negotiation.NegotiationService;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The versions of the agreement, the newest first. Who negotiated one reads it, though it joins the partnership later. */
@Component
@Order(1)
class AgreementPapers implements Papers {

    private static final String CHANGED = "The text of this version no longer fits its hash: somebody changed it after signing had opened. "
            + "Please do not rely on it, and tell the coordinator.";

    private final AgreementService agreements;
    private final NegotiationService negotiations;
    private final AgreementPage page;

    AgreementPapers(AgreementService agreements, NegotiationService negotiations, AgreementPage page) {
        this.agreements = agreements;
        this.negotiations = negotiations;
        this.page = page;
    }

    @Override
    public String shelf() {
        return "agreements";
    }

    @Override
    public String heading() {
        return "Agreement";
    }

    @Override
    public Optional<String> whileThereIsNone() {
        return Optional.of("There is no text yet. It is written from what the partners negotiate, as soon as all topics are agreed.");
    }

    @Override
    public List<Listed> of(PartnershipId partnership) {
        List<VersionCard> versions = agreements.versions(partnership);
        VersionCard binding = versions.stream().filter(one -> one.stage() == VersionStage.SEALED).findFirst().orElse(null);
        Set<OrganisationId> joining = new HashSet<>();
        versions.stream().filter(one -> one.stage() == VersionStage.DRAFT || one.stage() == VersionStage.FOR_SIGNATURE)
                .filter(one -> negotiations.card(one.negotiation()).isMembership())
                .forEach(one -> joining.addAll(negotiations.parties(one.negotiation())));
        return versions.stream().map(one -> listed(one, binding, joining)).toList();
    }

    /**
     * @param binding the version that holds now; null while there is none
     * @param joining who is asked to sign that it joins: it reads over what its text is laid
     */
    private Listed listed(VersionCard version, VersionCard binding, Set<OrganisationId> joining) {
        Set<OrganisationId> also = new HashSet<>(negotiations.parties(version.negotiation()));
        if (binding != null && binding.nr() == version.nr()) {
            also.addAll(joining);
        }
        return new Listed(version.nr(), "Version " + version.nr(), new Mark(version.stage().label(), weight(version.stage())),
                version.form().label() + ". " + became(version, binding),
                version.stage() == VersionStage.SEALED ? "Download as PDF" : "Download as PDF (not a signed copy)", version.document(),
                Set.copyOf(also));
    }

    private static Weight weight(VersionStage stage) {
        return switch (stage) {
            case DRAFT, FOR_SIGNATURE -> Weight.OPEN;
            case SEALED -> Weight.BINDING;
            case VOID -> Weight.VOID;
        };
    }

    private String became(VersionCard version, VersionCard binding) {
        return switch (version.stage()) {
            case DRAFT -> "Generated on %s. The text can still change.".formatted(day(version.draftedAt()));
            case FOR_SIGNATURE -> "The parties have been signing it since %s.".formatted(day(version.releasedAt()));
            case SEALED -> "%s on %s.%s".formatted(negotiations.card(version.negotiation()).isFounding()
                    ? "Signed by all parties and sealed" : "The whole text with what was changed, sealed", day(version.sealedAt()),
                    version.nr() == binding.nr() ? "" : " Version %d has taken its place.".formatted(binding.nr()));
            case VOID -> "Binds nobody." + (version.voidReason() == null ? "" : " " + version.voidReason());
        };
    }

    private static String day(Instant moment) {
        return moment == null ? "this day" : Days.inWords(LocalDate.ofInstant(moment, ZoneOffset.UTC));
    }

    @Override
    public Details details(PartnershipId partnership, int nr) {
        VersionCard version = agreements.versions(partnership).stream().filter(one -> one.nr() == nr).findFirst().orElseThrow();
        List<String> hashes = new ArrayList<>();
        if (version.sha256() != null) {
            hashes.add("Hash of the text (SHA-256): " + version.sha256());
        }
        if (version.pdfSha256() != null) {
            hashes.add("Hash of the PDF file (SHA-256): " + version.pdfSha256());
        }
        return new Details(agreements.isIntact(partnership, nr) ? null : CHANGED, hashes, differences(agreements.changes(partnership, nr)));
    }

    private static Differences differences(List<Change> changes) {
        if (changes.isEmpty()) {
            return null;
        }
        String summary = changes.size() == 1 ? "One clause differs from the version before"
                : "%d clauses differ from the version before".formatted(changes.size());
        return new Differences(summary, "Clause",
                changes.stream().map(one -> new Difference(one.clause(), one.before(), one.after())).toList());
    }

    @Override
    public String page(PartnershipId partnership, int nr) {
        return page.html(agreements.paper(partnership, nr));
    }

    /** Whatever is not sealed; the sealed one is the one that was kept when it was sealed, byte by byte. */
    @Override
    public Printed print(PartnershipId partnership, int nr) {
        Paper paper = agreements.paper(partnership, nr);
        String name = "%s %s – agreement v%d %s"
                .formatted(paper.caseNumber(), paper.title(), nr, paper.stage().label().toLowerCase(Locale.ENGLISH));
        return new Printed(FileName.of(name, FileType.PDF.ending()), page.pdf(paper));
    }
}
