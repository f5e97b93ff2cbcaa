package org.commonground.agreement;

import static org.commonground.foundation.Words.said;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.commonground.agreement.AgreementTables.Signatory;
import org.commonground.document.Alphabet;
import org.commonground.document.FileName;
import org.commonground.document.FileType;
import org.commonground.document.Papers.Printed;
import org.commonground.document.Pdf;
import org.commonground.filing.Filed;
import org.commonground.filing.FiledKind;
import org.commonground.filing.FilingService;
import org.commonground.filing.HeldFast;
import org.commonground.filing.SheetsToSign;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Refusal;
import org.commonground.negotiation.NegotiationId;
import org.commonground.organisation.Neutrality;
import org.commonground.organisation.OrganisationService;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Signing by hand: a sheet with the fingerprint of the text is printed, signed and handed in as a scan, and counts once somebody who
 * serves the partners, and belongs to no side of it, has held it against the text.
 */
@Service
public class PaperSigningService implements HeldFast, SheetsToSign {

    private static final String SHEET = "agreement/sheet-to-sign";

    private final AgreementVersions versions;
    private final AgreementTables tables;
    private final PaperTables papers;
    private final SigningService signing;
    private final FilingService filing;
    private final OrganisationService organisations;
    private final Neutrality neutrality;
    private final Pdf pdf;
    private final ApplicationEventPublisher facts;

    PaperSigningService(AgreementVersions versions, AgreementTables tables, PaperTables papers, SigningService signing,
            FilingService filing, OrganisationService organisations, Neutrality neutrality, Pdf pdf, ApplicationEventPublisher facts) {
        this.versions = versions;
        this.tables = tables;
        this.papers = papers;
        this.signing = signing;
        this.filing = filing;
        this.organisations = organisations;
        this.neutrality = neutrality;
        this.pdf = pdf;
        this.facts = facts;
    }

    // What the diagram asks

    /** Whether this organisation is asked for its signature: it gave none, and no sheet of it waits to be looked at. */
    public boolean isAwaited(NegotiationId negotiation, OrganisationId organisation) {
        return papers.isAwaited(negotiation, organisation);
    }

    /** Whether a sheet of this organisation waits to be looked at. */
    public boolean isToVerify(NegotiationId negotiation, OrganisationId organisation) {
        return papers.isToVerify(negotiation, organisation);
    }

    // The sheet

    /** A sheet for each of these organisations that still has to sign this version, with its fingerprint and code; else nothing. */
    @Override
    public Optional<Printed> print(PartnershipId partnership, int nr, Collection<OrganisationId> own) {
        return versions.findByPartnershipAndNr(partnership.value(), nr).filter(AgreementVersion::isForSignature)
                .flatMap(version -> print(version, own));
    }

    private Optional<Printed> print(AgreementVersion version, Collection<OrganisationId> own) {
        Map<OrganisationId, List<String>> maySign = organisations.signatories(own);
        List<Sheet> sheets = tables.signatories(version.id()).stream().filter(one -> own.contains(one.organisation()) && !one.hasSigned()
                && !one.stopped()).map(one -> new Sheet(one.name(), SheetCode.of(version.sha256(), one.organisation()),
                        maySign.getOrDefault(one.organisation(), List.of()))).toList();
        return sheets.isEmpty() ? Optional.empty() : Optional.of(new Printed(
                FileName.of("%s – sheet to sign, version %d".formatted(version.partnership(), version.nr()), FileType.PDF.ending()),
                pdf.of(SHEET, Map.of("title", version.title(), "number", version.partnership().value(), "version",
                        version.nr(), "form",
                        version.form().label(), "sha256", version.sha256(), "sheets", sheets))));
    }

    /** @param people who may sign for the organisation today */
    public record Sheet(String organisation, String code, List<String> people) {
    }

    /** What an organisation needs to hand one in. */
    public PaperToSign toSign(VersionCard version, OrganisationId organisation) {
        return new PaperToSign(scans(version.partnership(), organisation), papers.refusedLast(version.id(), organisation).orElse(null));
    }

    private List<Filed> scans(PartnershipId partnership, OrganisationId organisation) {
        return filing.of(partnership, organisation, FiledKind.SIGNATURE);
    }

    /**
     * Hands in a sheet that was signed by hand. Whoever of the organisation brings it: who signed it must have a mandate.
     *
     * @param seen   the hash of the text that the person looked at
     * @param signer user id of who signed it
     * @param code   that stands on the sheet
     * @param scan   of the sheet, among the files of the partnership
     */
    @Transactional
    public void handIn(NegotiationId negotiation, OrganisationId organisation, String seen, String signer, String code, UUID scan,
            String person) {
        AgreementVersion version = versions.newest(negotiation);
        signing.expectAsked(version, organisation, seen);
        signing.expectIntact(version);
        signing.expectUnblocked(version, organisation);
        String name = organisations.mandated(said(signer, "Please say who signed the sheet."), organisation)
                .orElseThrow(() -> new Refusal("Who signed the sheet has no mandate to sign for your organisation today. Your focal point"
                        + " can give one in “Update people”."));
        Alphabet.expectPrintable("The name “%s”".formatted(name), name);
        expectCode(version, organisation, said(code, "Please type the code that stands on the sheet you signed."));
        Filed file = scans(version.partnership(), organisation).stream().filter(one -> one.id().equals(scan)).findFirst()
                .orElseThrow(() -> new Refusal("Please add the scan of your sheet to the files first, as “%s”, and choose it here."
                        .formatted(FiledKind.SIGNATURE.label())));
        Refusal.unless(version.card().releasedAt() == null || !file.newest().at().isBefore(version.card().releasedAt()),
                "“%s” was added before version %d was out for signature, so it is the scan of another sheet.".formatted(
                        file.newest().name(), version.nr()));
        Refusal.unless(!papers.wasRefused(file.id(), file.newest().nr()),
                "“%s” was looked at already and did not count. Please add another scan.".formatted(file.newest().name()));
        papers.handIn(version.id(), organisation, version.sha256(), signer, name, file.id(), file.newest().nr(), person);
    }

    private void expectCode(AgreementVersion version, OrganisationId organisation, String code) {
        if (SheetCode.fits(code, version.sha256(), organisation)) {
            return;
        }
        versions.findByPartnershipOrderByNrDesc(version.partnership().value()).stream()
                .filter(other -> other.sha256() != null && SheetCode.fits(code, other.sha256(), organisation)).findFirst()
                .ifPresent(other -> {
                    throw new Refusal(("This is the sheet of version %d, and version %d is to be signed. Please print the sheet anew, sign"
                            + " that one and scan it.").formatted(other.nr(), version.nr()));
                });
        throw new Refusal(("“%s” is not the code on your sheet of version %d. It has eight letters and digits, and stands above the line to"
                + " sign on.").formatted(code, version.nr()));
    }

    // Looking at it

    /** The sheet that waits. Refused where there is none any more. */
    public PaperToVerify toVerify(NegotiationId negotiation, OrganisationId organisation) {
        return papers.open(versions.newest(negotiation), organisation)
                .orElseThrow(() -> new Refusal("There is no sheet to look at any more."));
    }

    /**
     * Counts the signature: the scan shows the fingerprint and the code of this very text, signed by whom it says. Refused for who
     * belongs to the organisation.
     *
     * @param code   as whoever verifies reads it on the scan
     * @param person a user id
     * @param name   how that person is called, as it is printed
     */
    @Transactional
    public void verify(NegotiationId negotiation, OrganisationId organisation, String code, String person, String name) {
        AgreementVersion version = versions.newest(negotiation);
        PaperToVerify sheet = looked(negotiation, organisation, person);
        List<Signatory> signatories = signing.expectAsked(version, organisation, sheet.sha256());
        signing.expectIntact(version);
        signing.expectUnblocked(version, organisation);
        Refusal.unless(SheetCode.fits(said(code, "Please type the code that you read on the scan."), sheet.sha256(), organisation),
                ("“%s” is not the code of this version for %s. If it stands so on the scan, it is the sheet of another text: please refuse"
                        + " it.").formatted(code, nameIn(signatories, organisation)));
        Alphabet.expectPrintable("Your name, “%s”".formatted(name), name);
        papers.check(sheet.id(), null, person);
        tables.signOnPaper(version.id(), sheet, name);
    }

    /** Does not count the signature, and says why: its organisation is told and asked again. */
    @Transactional
    public void refuse(NegotiationId negotiation, OrganisationId organisation, String reason, String person) {
        PaperToVerify sheet = looked(negotiation, organisation, person);
        String why = said(reason, "Please say why it does not count: they read it.");
        papers.check(sheet.id(), why, person);
        facts.publishEvent(new PaperSignatureRefused(versions.newest(negotiation).partnership(), organisation, sheet.version(),
                sheet.signerName(), why));
    }

    private PaperToVerify looked(NegotiationId negotiation, OrganisationId organisation, String person) {
        neutrality.expect(person, List.of(organisation));
        return toVerify(negotiation, organisation);
    }

    private static String nameIn(List<Signatory> signatories, OrganisationId organisation) {
        return signatories.stream().filter(one -> one.organisation().equals(organisation)).map(Signatory::name).findFirst().orElseThrow();
    }

    @Override
    public Optional<String> why(UUID filed) {
        return papers.isReliedOn(filed) ? Optional.of("This scan was handed in as a signature, so it stays as it is.") : Optional.empty();
    }
}
