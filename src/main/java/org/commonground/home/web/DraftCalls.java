package org.commonground.home.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import jakarta.servlet.http.HttpServletRequest;

import org.camunda.bpm.engine.IdentityService;
import org.commonground.engine.DraftDesk;
import org.commonground.engine.DraftDesk.Saved;
import org.commonground.engine.SentAnswer.Said;
import org.commonground.foundation.Refusal;
import org.commonground.webapp.LoggedIn;
import org.commonground.webapp.LoggedIn.Visitor;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What Tasklist keeps of a form that is not sent yet. Of what is not this person's to write nothing is told, not even that it is there. */
@RestController
@RequestMapping("/drafts/{task}")
class DraftCalls {

    /** Twice the longest form, filled to its end. */
    private static final int LARGEST = 256 * 1024;
    private static final String TOO_LONG = "This is too long to be kept as a draft. You can go on and send it; until then it is in this"
            + " window only.";
    private static final String ELSEWHERE = "This draft was changed in another tab or on another machine. What you write here is not kept"
            + " until you decide which one counts.";
    private static final String NOT_YOURS = "No draft is kept for this step. Perhaps somebody has done it meanwhile.";

    private final LoggedIn loggedIn;
    private final IdentityService identities;
    private final DraftDesk desk;

    DraftCalls(LoggedIn loggedIn, IdentityService identities, DraftDesk desk) {
        this.loggedIn = loggedIn;
        this.identities = identities;
        this.desk = desk;
    }

    /** What is kept, and the token without which nothing is. */
    @GetMapping
    ResponseEntity<Answer> look(@PathVariable String task, CsrfToken token, HttpServletRequest request) {
        Map<String, String> header = Map.of(token.getHeaderName(), token.getToken());
        ResponseEntity<Answer> nothing = answer(HttpStatus.OK, new Answer(false, 0, null, List.of(), null, header));
        return asVisitor(request, () -> desk.look(task)
                .map(kept -> answer(HttpStatus.OK, new Answer(true, kept.nr(), kept.at(), kept.aside(), null, header)))
                .orElse(nothing), nothing);
    }

    @PutMapping
    ResponseEntity<Answer> save(@PathVariable String task, @RequestParam(defaultValue = "0") int seen, HttpServletRequest request)
            throws IOException {
        byte[] words = request.getInputStream().readNBytes(LARGEST + 1);
        if (words.length > LARGEST) {
            return said(HttpStatus.PAYLOAD_TOO_LARGE, TOO_LONG);
        }
        String text = new String(words, StandardCharsets.UTF_8);
        return asVisitor(request, () -> {
            try {
                Saved saved = desk.save(task, seen, text);
                return switch (saved.outcome()) {
                    case KEPT -> answer(HttpStatus.OK, new Answer(true, saved.nr(), null, List.of(), null, Map.of()));
                    case CHANGED_ELSEWHERE -> said(HttpStatus.CONFLICT, ELSEWHERE);
                    case NOT_YOURS -> said(HttpStatus.NOT_FOUND, NOT_YOURS);
                };
            } catch (RuntimeException exception) {
                return said(HttpStatus.BAD_REQUEST, refusal(exception));
            }
        }, said(HttpStatus.NOT_FOUND, NOT_YOURS));
    }

    @DeleteMapping
    ResponseEntity<Answer> throwAway(@PathVariable String task, HttpServletRequest request) {
        return asVisitor(request, () -> desk.throwAway(task)
                ? answer(HttpStatus.OK, new Answer(true, 0, null, List.of(), null, Map.of())) : said(HttpStatus.NOT_FOUND, NOT_YOURS),
                said(HttpStatus.NOT_FOUND, NOT_YOURS));
    }

    /** @param nobody the answer to whoever belongs to nobody any more */
    private ResponseEntity<Answer> asVisitor(HttpServletRequest request, Supplier<ResponseEntity<Answer>> deed,
            ResponseEntity<Answer> nobody) {
        Visitor visitor = loggedIn.person(request).orElse(null);
        if (visitor == null) {
            return ResponseEntity.status(HttpStatus.UNAUTHORIZED).build();
        }
        return visitor.groups().isEmpty() ? nobody : visitor.ask(identities, deed);
    }

    /** The sentence for the person; whatever is none goes on as the failure that it is. */
    private static String refusal(RuntimeException exception) {
        for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return refusal.sentence();
            }
        }
        throw exception;
    }

    private static ResponseEntity<Answer> said(HttpStatus status, String sentence) {
        return answer(status, new Answer(false, 0, null, List.of(), sentence, Map.of()));
    }

    private static ResponseEntity<Answer> answer(HttpStatus status, Answer answer) {
        return ResponseEntity.status(status).cacheControl(CacheControl.noStore()).body(answer);
    }

    /**
     * @param keeps   whether a draft is kept for this step
     * @param nr      of the draft; 0 where there is none
     * @param aside   words that answer something that has changed since
     * @param message a sentence for the person, or null
     * @param token   the header that a change has to bring
     */
    record Answer(boolean keeps, int nr, Instant at, List<Said> aside, String message, Map<String, String> token) {
    }
}
