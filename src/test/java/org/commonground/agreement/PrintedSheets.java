package org.commonground.agreement;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.commonground.document.DocumentAudience;
import org.commonground.filing.Bringer;
import org.commonground.filing.Brought;
import org.commonground.filing.CallsForFile;
import org.commonground.filing.Filed;
import org.commonground.filing.FiledKind;
import org.commonground.filing.FilingService;
import org.commonground.filing.Folder;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.springframework.stereotype.Component;

/** People print a sheet, sign it and bring the scan; what stands on the sheet is read from the print itself. */
@Component
public class PrintedSheets {

    private static final Pattern CODE = Pattern.compile("\\b[0-9A-Z]{4}-[0-9A-Z]{4}\\b");

    private final PaperSigningService papers;
    private final FilingService filing;
    private int scans;

    PrintedSheets(PaperSigningService papers, FilingService filing) {
        this.papers = papers;
        this.filing = filing;
    }

    /** All words on the sheet of this organisation. */
    public String words(PartnershipId partnership, int version, OrganisationId organisation) {
        try (PDDocument sheet = Loader.loadPDF(papers.print(partnership, version, List.of(organisation)).orElseThrow().pdf())) {
            return new PDFTextStripper().getText(sheet);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    public String code(PartnershipId partnership, int version, OrganisationId organisation) {
        Matcher code = CODE.matcher(words(partnership, version, organisation).replace(partnership.value(), ""));
        if (!code.find()) {
            throw new AssertionError("No code on the sheet");
        }
        return code.group();
    }

    /** Adds a scan to the files, each another one. */
    public Filed scan(PartnershipId partnership, OrganisationId organisation, String user) {
        byte[] scan = ("Signed by hand, scan " + ++scans).getBytes(StandardCharsets.UTF_8);
        return filing.add(new Bringer(user, Set.of(organisation), false, false), Folder.of(partnership), organisation, FiledKind.SIGNATURE,
                DocumentAudience.Kind.ORGANISATION, CallsForFile.SIGN_AGREEMENT, new Brought("sheet " + scans + ".txt", scan));
    }
}
