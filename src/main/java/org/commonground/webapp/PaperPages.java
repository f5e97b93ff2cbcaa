package org.commonground.webapp;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.commonground.agreement.AgreementPage;
import org.commonground.agreement.AgreementService;
import org.commonground.agreement.Change;
import org.commonground.agreement.Paper;
import org.commonground.agreement.Stage;
import org.commonground.agreement.VersionCard;
import org.commonground.document.Document;
import org.commonground.document.Documents;
import org.commonground.document.FileName;
import org.commonground.document.FileType;
import org.commonground.foundation.NotFound;
import org.commonground.foundation.PartnershipId;
import org.commonground.partnership.PartnershipService;
import org.commonground.partnership.PartnershipTitle;
import org.commonground.review.ReviewCard;
import org.commonground.review.ReviewReports;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.server.ResponseStatusException;

/**
 * The papers of a partnership, to read and to take home. For everybody whom they are not for they do not exist, and nothing of them can
 * do anything in a reader's browser.
 */
@Controller
class PaperPages {

    private static final String VERSION = "/agreements/{number}/{nr:[0-9]{1,6}}";
    private static final String ONLY_TO_BE_LOOKED_AT = "sandbox allow-downloads; default-src 'none'; style-src 'unsafe-inline'; img-src data:; "
            + "base-uri 'none'; form-action 'none'; frame-ancestors 'self'";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private final LoggedIn loggedIn;
    private final Readers readers;
    private final PartnershipService partnerships;
    private final AgreementService agreements;
    private final AgreementPage page;
    private final ReviewReports reviews;
    private final Documents documents;

    PaperPages(LoggedIn loggedIn, Readers readers, PartnershipService partnerships, AgreementService agreements, AgreementPage page,
            ReviewReports reviews, Documents documents) {
        this.loggedIn = loggedIn;
        this.readers = readers;
        this.partnerships = partnerships;
        this.agreements = agreements;
        this.page = page;
        this.reviews = reviews;
        this.documents = documents;
    }

    /** Nothing of these pages stays behind in a browser or on the way to it. */
    @ModelAttribute
    void keepNothing(HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Robots-Tag", "noindex");
    }

    @GetMapping("/papers/{number}")
    String papers(@PathVariable String number, HttpServletRequest request, Model model) {
        PartnershipId partnership = new PartnershipId(number);
        LoggedIn.Visitor visitor = visitor(request);
        List<VersionCard> versions = agreements.versions(partnership).stream().filter(version -> readers.mayRead(visitor, version)).toList();
        expect(!versions.isEmpty() || readers.belongs(visitor, partnership));
        PartnershipTitle title = partnerships.title(partnership).orElseThrow(PaperPages::nothing);
        List<ReviewCard> reviewed = readers.belongs(visitor, partnership) ? reviews.written(partnership) : List.of();
        Set<UUID> named = Stream.concat(versions.stream().map(VersionCard::document), reviewed.stream().map(ReviewCard::report)).collect(Collectors.toSet());
        model.addAttribute("number", number);
        model.addAttribute("title", title);
        model.addAttribute("versions", versions.stream().map(this::line).toList());
        model.addAttribute("reviews", reviewed);
        model.addAttribute("documents", documents.of(partnership).stream().filter(document -> !named.contains(document.id()))
                .filter(document -> readers.mayRead(visitor, document)).map(FileLine::of).toList());
        return "papers";
    }

    @GetMapping(VERSION)
    ResponseEntity<String> agreement(@PathVariable String number, @PathVariable int nr, HttpServletRequest request, HttpServletResponse response) {
        VersionCard version = readable(number, nr, request);
        return page(page.html(agreements.paper(version.partnership(), nr)), response);
    }

    private static ResponseEntity<String> page(String html, HttpServletResponse response) {
        // Instead of the house's own policy, not beside it.
        response.setHeader("Content-Security-Policy", ONLY_TO_BE_LOOKED_AT);
        return ResponseEntity.ok().contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8)).body(html);
    }

    /** The sealed one is the one that was kept when it was sealed, byte by byte; any other is printed now. */
    @GetMapping(VERSION + "/pdf")
    ResponseEntity<byte[]> print(@PathVariable String number, @PathVariable int nr, HttpServletRequest request, HttpServletResponse response) {
        VersionCard version = readable(number, nr, request);
        if (version.document() != null) {
            return download(documents.find(version.document()).orElseThrow(PaperPages::nothing), response);
        }
        Paper paper = agreements.paper(version.partnership(), nr);
        String name = "%s %s – agreement v%d %s".formatted(paper.caseNumber(), paper.title(), nr, paper.stage().label().toLowerCase(Locale.ENGLISH));
        return download(FileName.of(name, FileType.PDF.ending()), FileType.PDF, page.pdf(paper), response);
    }

    /** What a review came to. The same as a PDF is one of the documents. */
    @GetMapping("/reviews/{number}/{nr:[0-9]{1,6}}")
    ResponseEntity<String> review(@PathVariable String number, @PathVariable int nr, HttpServletRequest request, HttpServletResponse response) {
        PartnershipId partnership = new PartnershipId(number);
        expect(readers.belongs(visitor(request), partnership));
        return page(reviews.page(partnership, nr).orElseThrow(PaperPages::nothing), response);
    }

    @GetMapping("/documents/{id}")
    ResponseEntity<byte[]> document(@PathVariable UUID id, HttpServletRequest request, HttpServletResponse response) {
        LoggedIn.Visitor visitor = visitor(request);
        Document document = documents.find(id).orElseThrow(PaperPages::nothing);
        expect(readers.mayRead(visitor, document));
        return download(document, response);
    }

    /** What cannot be a number of ours does not exist either. */
    @ExceptionHandler({NotFound.class, MethodArgumentTypeMismatchException.class})
    void notFound(HttpServletResponse response) throws IOException {
        response.sendError(HttpStatus.NOT_FOUND.value());
    }

    private LoggedIn.Visitor visitor(HttpServletRequest request) {
        return loggedIn.person(request).orElseThrow(PaperPages::nothing);
    }

    private VersionCard readable(String number, int nr, HttpServletRequest request) {
        LoggedIn.Visitor visitor = visitor(request);
        VersionCard version = agreements.versions(new PartnershipId(number)).stream().filter(one -> one.nr() == nr).findFirst()
                .orElseThrow(PaperPages::nothing);
        expect(readers.mayRead(visitor, version));
        return version;
    }

    private ResponseEntity<byte[]> download(Document document, HttpServletResponse response) {
        return download(document.fileName(), document.type(), documents.content(document.id()), response);
    }

    private static ResponseEntity<byte[]> download(String name, FileType type, byte[] content, HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'");
        return ResponseEntity.ok().contentType(MediaType.parseMediaType(type.mediaType()))
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build().toString())
                .body(content);
    }

    private static void expect(boolean allowed) {
        if (!allowed) {
            throw nothing();
        }
    }

    private static ResponseStatusException nothing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    private Line line(VersionCard version) {
        return new Line(version.nr(), version.form().label(), version.stage(), became(version), version.sha256(), version.pdfSha256(),
                agreements.isIntact(version.partnership(), version.nr()), agreements.changes(version.partnership(), version.nr()));
    }

    private static String became(VersionCard version) {
        return switch (version.stage()) {
            case DRAFT -> "Generated on %s. The text can still change.".formatted(day(version.draftedAt()));
            case FOR_SIGNATURE -> "The parties have been signing it since %s.".formatted(day(version.releasedAt()));
            case SEALED -> "Signed by all parties and sealed on %s.".formatted(day(version.sealedAt()));
            case VOID -> "Binds nobody." + (version.voidReason() == null ? "" : " " + version.voidReason());
        };
    }

    private static String day(Instant moment) {
        return moment == null ? "this day" : DAY.format(moment);
    }

    /** @param intact whether the text still fits its hash */
    record Line(int nr, String form, Stage stage, String became, String sha256, String pdfSha256, boolean intact, List<Change> changes) {
    }

    record FileLine(UUID id, String name, String fileName, String kind, String size, String day, String audience) {

        static FileLine of(Document document) {
            return new FileLine(document.id(), document.name(), document.fileName(), document.type().name(), size(document.size()),
                    DAY.format(document.createdAt()), switch (document.audience().kind()) {
                        case MEMBERS -> "All members";
                        case STAFF -> "Secretariat";
                        case ORGANISATION -> document.audience().organisation() + " and the secretariat";
                    });
        }

        private static String size(int bytes) {
            return bytes < 1_000_000 ? Math.max(1, bytes / 1000) + " kB" : String.format(Locale.ENGLISH, "%.1f MB", bytes / 1_000_000.0);
        }
    }
}
