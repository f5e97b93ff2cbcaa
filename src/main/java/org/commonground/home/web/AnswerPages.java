package org.commonground.home.web;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.commonground.engine.Anew;
import org.commonground.engine.Heading;
import org.commonground.engine.Names;
import org.commonground.engine.SentAnswer.Said;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Refusal;
import org.commonground.home.AnswerTables;
import org.commonground.home.KeptAnswer;
import org.commonground.webapp.LoggedIn;
import org.commonground.webapp.LoggedIn.Visitor;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/** What one has answered one can read. For whoever may not read an answer its page does not exist. */
@Controller
@RequestMapping("/answers")
class AnswerPages {

    private static final int LATEST = 200;
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final LoggedIn loggedIn;
    private final AnswerTables answers;
    private final List<Heading> headings;
    private final Names names;
    private final Anew anew;

    AnswerPages(LoggedIn loggedIn, AnswerTables answers, List<Heading> headings, Names names, Anew anew) {
        this.loggedIn = loggedIn;
        this.answers = answers;
        this.headings = headings;
        this.names = names;
        this.anew = anew;
    }

    @ModelAttribute
    void keepInTheHouse(HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
    }

    @GetMapping
    String list(HttpServletRequest request, Model model) {
        Visitor visitor = visitor(request);
        model.addAttribute("answers", answers.of(visitor.user(), LATEST).stream()
                .filter(answer -> answer.mayBeReadBy(visitor.user(), visitor.groups()))
                .map(answer -> new Row(answer.id(), moment(answer.at()), answer.label(), about(answer), number(answer))).toList());
        return "home/answers";
    }

    @GetMapping("/{id}")
    String show(@PathVariable String id, HttpServletRequest request, Model model) {
        return shown(readable(id, visitor(request)), model);
    }

    /** Opens the step once more, for the organisation that answered it; leads to the step, or says why not. */
    @PostMapping("/{id}/change")
    String change(@PathVariable String id, HttpServletRequest request, HttpServletResponse response, Model model) {
        KeptAnswer answer = readable(id, visitor(request));
        try {
            return "redirect:/camunda/app/tasklist/default/#/?task=" + anew.open(earlier(answer)) + "&forceDisplayTask=true";
        } catch (Refusal refusal) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("refusal", refusal.sentence());
            return shown(answer, model);
        }
    }

    private String shown(KeptAnswer answer, Model model) {
        model.addAttribute("answer", page(answer));
        model.addAttribute("changeable", anew.isOpen(earlier(answer)));
        return "home/answer";
    }

    private static Anew.Earlier earlier(KeptAnswer answer) {
        return new Anew.Earlier(answer.id(), answer.form(), answer.box(), answer.instance(), answer.organisation());
    }

    private Visitor visitor(HttpServletRequest request) {
        return loggedIn.person(request).orElseThrow(() -> new ResponseStatusException(HttpStatus.UNAUTHORIZED));
    }

    private KeptAnswer readable(String id, Visitor visitor) {
        return answers.find(id).filter(answer -> answer.mayBeReadBy(visitor.user(), visitor.groups()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Page page(KeptAnswer answer) {
        List<Line> lines = new ArrayList<>();
        String within = null;
        for (Said said : answer.said()) {
            lines.add(new Line(said.within() != null && !Objects.equals(within, said.within()), said.within(), said.question(),
                    said.words()));
            within = said.within();
        }
        return new Page(answer.id(), answer.label(), about(answer),
                number(answer), moment(answer.at()), names.person(answer.person()),
                answer.organisation() == null ? null : names.people(List.of(answer.organisation().groupId())).replace("people of ", ""),
                lines);
    }

    private String about(KeptAnswer answer) {
        return answer.caseNumber() == null ? null : headings.stream().map(heading -> heading.of(answer.caseNumber()))
                .flatMap(Optional::stream).findFirst().map(line -> line.title() + " · " + line.number()).orElse(answer.caseNumber());
    }

    private static String number(KeptAnswer answer) {
        return PartnershipId.isOne(answer.caseNumber()) ? answer.caseNumber() : null;
    }

    private static String moment(Instant at) {
        return MOMENT.format(at);
    }

    /** @param number of the partnership; null for any other case */
    record Row(String id, String at, String label, String about, String number) {
    }

    /**
     * @param number       of the partnership; null for any other case
     * @param organisation whose answer it is, or about whom; null where it is of none
     */
    record Page(String id, String label, String about, String number, String at, String person, String organisation, List<Line> lines) {
    }

    /** @param begins whether another list or group begins with it */
    record Line(boolean begins, String within, String question, String words) {
    }
}
