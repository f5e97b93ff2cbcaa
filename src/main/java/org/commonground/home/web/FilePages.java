package org.commonground.home.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.function.Supplier;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.commonground.document.DocumentAudience;
import org.commonground.document.Examination;
import org.commonground.filing.Bringer;
import org.commonground.filing.Brought;
import org.commonground.filing.CallsForFile;
import org.commonground.filing.Filed;
import org.commonground.filing.FiledKind;
import org.commonground.filing.FilingService;
import org.commonground.filing.Folder;
import org.commonground.foundation.NotFound;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Refusal;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.MultipartFile;

/**
 * Files of a partnership, and of an organisation in the registry: to add, to replace, to take back and to take home. For whom they are not
 * for they do not exist; nothing of them is ever shown in a browser, only saved by it.
 */
@Controller
@RequestMapping({"/partnerships/{number:P-\\d{4}-\\d+}/files", "/organisations/{code}/files"})
class FilePages {

    private static final String TOO_LARGE = "The file is larger than 20 MB, and was not kept. Please scan it with fewer dots per inch, or"
            + " save it smaller, and choose it again.";

    private final Bringers bringers;
    private final FilingService filing;
    private final FileList list;

    FilePages(Bringers bringers, FilingService filing, FileList list) {
        this.bringers = bringers;
        this.filing = filing;
        this.list = list;
    }

    @ModelAttribute
    void keepNothing(HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Robots-Tag", "noindex");
    }

    /** Which folder is meant, and who asks. */
    @ModelAttribute
    Asked asked(@PathVariable(required = false) String number, @PathVariable(required = false) String code, HttpServletRequest request) {
        if (number == null && !OrganisationId.isCode(code)) {
            throw new NotFound("There is nothing here.");
        }
        return new Asked(number == null ? Folder.of(new OrganisationId(code)) : Folder.of(new PartnershipId(number)), bringers.of(request));
    }

    @GetMapping
    String show(@ModelAttribute(binding = false) Asked asked, @RequestParam(required = false) String step,
            @RequestParam(required = false) String done, @RequestParam(required = false) String large, Model model) {
        String refusal = large == null ? null : TOO_LARGE;
        return page(asked, new FileList.Chosen(step, null, null, null), refusal, done, model);
    }

    @PostMapping
    String add(@ModelAttribute(binding = false) Asked asked, @RequestParam(required = false) String kind,
            @RequestParam(required = false) String audience, @RequestParam(required = false) String organisation,
            @RequestParam(required = false) String step, @RequestParam(required = false) MultipartFile file, HttpServletResponse response,
            Model model) {
        return orSay(asked, new FileList.Chosen(step, kind, audience, organisation), response, model, () -> filing.add(asked.bringer(),
                asked.folder(), organisation(organisation), kind == null || kind.isBlank() ? null : FiledKind.of(kind),
                audience(audience), CallsForFile.of(step).orElse(null), brought(file)));
    }

    @PostMapping("/{file}/versions")
    String replace(@ModelAttribute(binding = false) Asked asked, @PathVariable UUID file,
            @RequestParam(name = "file", required = false) MultipartFile sent, HttpServletResponse response, Model model) {
        return orSay(asked, FileList.Chosen.NOTHING, response, model, () -> filing.replace(asked.bringer(), asked.folder(), file,
                brought(sent)));
    }

    @PostMapping("/{file}/taken-back")
    String takeBack(@ModelAttribute(binding = false) Asked asked, @PathVariable UUID file,
            @RequestParam(required = false) String reason, HttpServletResponse response, Model model) {
        return orSay(asked, FileList.Chosen.NOTHING, response, model, () -> {
            filing.takeBack(asked.bringer(), asked.folder(), file, reason);
            return filing.file(asked.bringer(), asked.folder(), file);
        });
    }

    /** Saved, never shown: whatever it is, it can do nothing in a reader's browser. */
    @GetMapping("/{file}/{nr:[0-9]{1,6}}")
    void download(@ModelAttribute(binding = false) Asked asked, @PathVariable UUID file, @PathVariable int nr, HttpServletRequest request,
            HttpServletResponse response) throws IOException {
        Filed filed = filing.file(asked.bringer(), asked.folder(), file);
        Filed.Version version = filing.version(filed, nr);
        response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(version.name(), StandardCharsets.UTF_8).build().toString());
        response.setContentType(version.type().mediaType());
        response.setContentLength(version.size());
        if (!request.getMethod().equals("HEAD")) {
            filing.write(filed, version, response.getOutputStream());
        }
    }

    /** What cannot be a number of ours does not exist either. */
    @ExceptionHandler({NotFound.class, MethodArgumentTypeMismatchException.class})
    void notFound(HttpServletResponse response) throws IOException {
        response.sendError(HttpStatus.NOT_FOUND.value());
    }

    @ExceptionHandler(MultipartException.class)
    void brokenOff(HttpServletResponse response) throws IOException {
        response.sendError(HttpStatus.BAD_REQUEST.value());
    }

    /** Does it and leads back to the list, or shows the list with the sentence that says why not. */
    private String orSay(Asked asked, FileList.Chosen chosen, HttpServletResponse response, Model model, Supplier<Filed> verb) {
        try {
            Filed filed = verb.get();
            return "redirect:" + FileList.address(asked.folder()) + "?done=" + filed.id();
        } catch (NotFound none) {
            throw none;
        } catch (Refusal refusal) {
            response.setStatus(HttpStatus.CONFLICT.value());
            return page(asked, chosen, refusal.sentence(), null, model);
        }
    }

    private String page(Asked asked, FileList.Chosen chosen, String refusal, String done, Model model) {
        model.addAttribute("page", list.of(asked.bringer(), asked.folder(), chosen, done));
        model.addAttribute("refusal", refusal);
        return "home/files";
    }

    private static Brought brought(MultipartFile file) {
        String name = file == null || file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        Refusal.unless(!name.isBlank(), "Please choose a file first.");
        Examination.expectSize(name, file.getSize());
        try {
            return new Brought(name, file.getBytes());
        } catch (IOException broken) {
            throw new Refusal("The file did not arrive in full. Please send it again.");
        }
    }

    private static OrganisationId organisation(String code) {
        return OrganisationId.isCode(code) ? new OrganisationId(code) : null;
    }

    private static DocumentAudience.Kind audience(String chosen) {
        return chosen == null ? null : switch (chosen) {
            case "all" -> DocumentAudience.Kind.MEMBERS;
            case "own" -> DocumentAudience.Kind.ORGANISATION;
            default -> null;
        };
    }

    /** One folder, and one person before it. */
    record Asked(Folder folder, Bringer bringer) {
    }
}
