package org.commonground.home.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.commonground.document.FileType;
import org.commonground.document.Papers.Printed;
import org.commonground.filing.SheetsToSign;
import org.commonground.foundation.NotFound;
import org.commonground.foundation.PartnershipId;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The sheet to sign by hand: for those who have to sign, as long as they have to; for everybody else there is none. */
@Controller
class SheetPages {

    private final Bringers bringers;
    private final List<SheetsToSign> rooms;

    SheetPages(Bringers bringers, List<SheetsToSign> rooms) {
        this.bringers = bringers;
        this.rooms = rooms;
    }

    @GetMapping("/partnerships/{number:P-\\d{4}-\\d+}/sheets/{nr:[0-9]{1,6}}")
    ResponseEntity<byte[]> print(@PathVariable String number, @PathVariable int nr, HttpServletRequest request,
            HttpServletResponse response) {
        PartnershipId partnership = new PartnershipId(number);
        Printed sheet = rooms.stream().map(room -> room.print(partnership, nr, bringers.of(request).organisations()))
                .flatMap(Optional::stream).findFirst().orElseThrow(() -> new NotFound("There is no sheet to sign."));
        response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'");
        return ResponseEntity.ok().contentType(MediaType.parseMediaType(FileType.PDF.mediaType()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store").header(HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(sheet.fileName(), StandardCharsets.UTF_8).build().toString())
                .body(sheet.pdf());
    }

    @ExceptionHandler(NotFound.class)
    void notFound(HttpServletResponse response) throws IOException {
        response.sendError(HttpStatus.NOT_FOUND.value());
    }
}
