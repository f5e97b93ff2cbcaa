package org.commonground.webapp;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.commonground.document.Document;
import org.commonground.document.Documents;
import org.commonground.document.FileType;
import org.commonground.document.Papers;
import org.commonground.engine.Heading;
import org.commonground.foundation.Days;
import org.commonground.foundation.NotFound;
import org.commonground.foundation.PartnershipId;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.Assert;
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

    private static final String PAPER = "/{shelf}/{number:P-\\d{4}-\\d+}/{nr:[0-9]{1,6}}";
    private static final String ONLY_TO_BE_LOOKED_AT = "sandbox allow-downloads; default-src 'none'; style-src 'unsafe-inline'; "
            + "img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

    private final LoggedIn loggedIn;
    private final Readers readers;
    private final List<Heading> headings;
    private final List<Papers> rooms;
    private final Documents documents;

    PaperPages(LoggedIn loggedIn, Readers readers, List<Heading> headings, List<Papers> rooms, Documents documents) {
        this.loggedIn = loggedIn;
        this.readers = readers;
        this.headings = headings;
        this.rooms = rooms;
        rooms.stream().collect(Collectors.groupingBy(Papers::shelf)).forEach((shelf, those) -> Assert.state(those.size() == 1, () ->
                "Two rooms keep their papers on the shelf “%s”: give %s another.".formatted(shelf,
                        those.get(1).getClass().getSimpleName())));
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
        Heading.Line title = headings.stream().map(heading -> heading.of(number)).flatMap(Optional::stream).findFirst()
                .orElseThrow(PaperPages::nothing);
        List<Section> sections = rooms.stream().map(papers -> section(papers, partnership, readers.readable(papers, visitor, partnership)))
                .toList();
        expect(readers.belongs(visitor, partnership) || sections.stream().anyMatch(section -> !section.lines.isEmpty()));
        Set<UUID> named = sections.stream().flatMap(section -> section.lines.stream()).map(line -> line.paper.kept())
                .collect(Collectors.toSet());
        model.addAttribute("title", title);
        model.addAttribute("sections", sections);
        model.addAttribute("documents", documents.of(partnership).stream().filter(document -> !named.contains(document.id()))
                .filter(document -> readers.mayRead(visitor, document)).map(FileLine::of).toList());
        return "webapp/papers";
    }

    private static Section section(Papers papers, PartnershipId partnership, Predicate<Papers.Listed> readable) {
        return new Section(papers.shelf(), papers.heading(), papers.whileThereIsNone().orElse(null), papers.of(partnership).stream()
                .filter(readable).map(paper -> new Line(paper, papers.details(partnership, paper.nr()))).toList());
    }

    @GetMapping(PAPER)
    ResponseEntity<String> page(@PathVariable String shelf, @PathVariable String number, @PathVariable int nr, HttpServletRequest request,
            HttpServletResponse response) {
        PartnershipId partnership = new PartnershipId(number);
        Papers papers = papers(shelf);
        readable(papers, partnership, nr, request);
        return page(papers.page(partnership, nr), response);
    }

    private static ResponseEntity<String> page(String html, HttpServletResponse response) {
        // Instead of the house's own policy, not beside it.
        response.setHeader("Content-Security-Policy", ONLY_TO_BE_LOOKED_AT);
        return ResponseEntity.ok().contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8)).body(html);
    }

    /** What is kept comes out as it was put in, byte by byte; any other paper is printed now. */
    @GetMapping(PAPER + "/pdf")
    ResponseEntity<byte[]> print(@PathVariable String shelf, @PathVariable String number, @PathVariable int nr, HttpServletRequest request,
            HttpServletResponse response) {
        PartnershipId partnership = new PartnershipId(number);
        Papers papers = papers(shelf);
        Papers.Listed paper = readable(papers, partnership, nr, request);
        if (paper.kept() != null) {
            return download(documents.find(paper.kept()).orElseThrow(PaperPages::nothing), response);
        }
        Papers.Printed printed = papers.print(partnership, nr);
        return download(printed.fileName(), FileType.PDF, printed.pdf(), response);
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

    private Papers papers(String shelf) {
        return rooms.stream().filter(papers -> papers.shelf().equals(shelf)).findFirst().orElseThrow(PaperPages::nothing);
    }

    private Papers.Listed readable(Papers papers, PartnershipId partnership, int nr, HttpServletRequest request) {
        LoggedIn.Visitor visitor = visitor(request);
        Papers.Listed paper = papers.of(partnership).stream().filter(one -> one.nr() == nr).findFirst().orElseThrow(PaperPages::nothing);
        expect(readers.readable(papers, visitor, partnership).test(paper));
        return paper;
    }

    private ResponseEntity<byte[]> download(Document document, HttpServletResponse response) {
        return download(document.fileName(), document.type(), documents.content(document.id()), response);
    }

    private static ResponseEntity<byte[]> download(String name, FileType type, byte[] content, HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'");
        return ResponseEntity.ok().contentType(MediaType.parseMediaType(type.mediaType()))
                .header(HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build().toString())
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

    /** @param none what is said where there are no lines, or null */
    record Section(String shelf, String heading, String none, List<Line> lines) {

        /** Whether one line is enough for each. */
        public boolean isBrief() {
            return lines.stream().allMatch(line -> line.paper.mark() == null && line.details.equals(Papers.Details.NONE));
        }
    }

    record Line(Papers.Listed paper, Papers.Details details) {
    }

    record FileLine(UUID id, String name, String fileName, String kind, String size, String day, String audience) {

        static FileLine of(Document document) {
            return new FileLine(document.id(), document.name(), document.fileName(), document.type().name(), size(document.size()),
                    Days.inWords(LocalDate.ofInstant(document.createdAt(), ZoneOffset.UTC)), document.audience().inWords());
        }

        private static String size(int bytes) {
            return bytes < 1_000_000 ? Math.max(1, bytes / 1000) + " kB" : String.format(Locale.ENGLISH, "%.1f MB", bytes / 1_000_000.0);
        }
    }
}
