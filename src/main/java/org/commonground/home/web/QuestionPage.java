package org.commonground.home.web;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.commonground.engine.HouseIdentity;
import org.commonground.engine.Names;
import org.commonground.foundation.NotFound;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Refusal;
import org.commonground.home.AskedQuestion;
import org.commonground.home.Involvement;
import org.commonground.home.MyPartnerships;
import org.commonground.home.MyPartnerships.Viewer;
import org.commonground.home.OpenSteps;
import org.commonground.home.Questions;
import org.commonground.organisation.OrganisationCard;
import org.commonground.organisation.OrganisationService;
import org.commonground.webapp.LoggedIn;
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
import org.springframework.web.server.ResponseStatusException;

/** Questions about a partnership and their answers. For whoever has nothing to do with it the page does not exist. */
@Controller
@RequestMapping("/partnerships/{number}/questions")
class QuestionPage {

    private final LoggedIn loggedIn;
    private final MyPartnerships partnerships;
    private final Questions questions;
    private final OpenSteps steps;
    private final OrganisationService organisations;
    private final Names names;
    private final Moments moments;
    private final HouseIdentity house;

    QuestionPage(LoggedIn loggedIn, MyPartnerships partnerships, Questions questions, OpenSteps steps, OrganisationService organisations,
            Names names, Moments moments, HouseIdentity house) {
        this.loggedIn = loggedIn;
        this.partnerships = partnerships;
        this.questions = questions;
        this.steps = steps;
        this.organisations = organisations;
        this.names = names;
        this.moments = moments;
        this.house = house;
    }

    @ModelAttribute
    void keepInTheHouse(HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
    }

    /** @param step id of an open step of this partnership that a question is about; else null */
    @GetMapping
    String show(@PathVariable String number, @RequestParam(required = false) String step, HttpServletRequest request, Model model) {
        return shown(number, step, viewer(request), model);
    }

    @PostMapping
    String ask(@PathVariable String number, @RequestParam(defaultValue = "") String words, @RequestParam(defaultValue = "") String to,
            @RequestParam(required = false) String step, HttpServletRequest request, HttpServletResponse response, Model model) {
        Viewer viewer = viewer(request);
        return done(number, viewer, response, model, words, () -> questions.ask(line(number, viewer).id(), to.equals("coordinator"),
                label(number, step).orElse(null), words, viewer));
    }

    @PostMapping("/{id}/answer")
    String answer(@PathVariable String number, @PathVariable UUID id, @RequestParam(defaultValue = "") String words,
            HttpServletRequest request, HttpServletResponse response, Model model) {
        Viewer viewer = viewer(request);
        return done(number, viewer, response, model, words, () -> questions.answer(line(number, viewer).id(), id, words, viewer));
    }

    @PostMapping("/{id}/close")
    String close(@PathVariable String number, @PathVariable UUID id, HttpServletRequest request, HttpServletResponse response,
            Model model) {
        Viewer viewer = viewer(request);
        return done(number, viewer, response, model, "", () -> questions.close(line(number, viewer).id(), id, viewer));
    }

    /** What was typed stays where it is refused. */
    private String done(String number, Viewer viewer, HttpServletResponse response, Model model, String words, Runnable deed) {
        try {
            house.act(deed);
            return "redirect:/partnerships/" + number + "/questions";
        } catch (NotFound nothing) {
            throw nothing;
        } catch (Refusal refusal) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("refusal", refusal.sentence());
            model.addAttribute("typed", words);
            return shown(number, null, viewer, model);
        }
    }

    private String shown(String number, String step, Viewer viewer, Model model) {
        MyPartnerships.Line line = line(number, viewer);
        List<AskedQuestion> found = questions.of(line.id(), viewer, line.involvement());
        Map<OrganisationId, OrganisationCard> cards = organisations.cards(found.stream().flatMap(QuestionPage::named)
                .filter(Objects::nonNull).collect(Collectors.toSet()));
        model.addAttribute("person", viewer);
        model.addAttribute("line", line);
        model.addAttribute("asks", line.involvement() != Involvement.LEFT);
        model.addAttribute("ofAll", line.involvement().belongs() && line.involvement() != Involvement.STAFF);
        label(number, step).ifPresent(label -> model.addAttribute("step", label).addAttribute("task", step));
        model.addAttribute("questions", found.stream().map(one -> row(one, viewer, line.involvement(), cards)).toList());
        return "home/questions";
    }

    private static Stream<OrganisationId> named(AskedQuestion one) {
        return Stream.concat(Stream.ofNullable(one.organisation()), one.answers().stream().map(AskedQuestion.Answer::organisation));
    }

    private Row row(AskedQuestion one, Viewer viewer, Involvement involvement, Map<OrganisationId, OrganisationCard> cards) {
        boolean hidden = one.byCandidate() && !viewer.staff() && !Questions.isOf(one, viewer);
        return new Row(one.id(), hidden ? "A candidate" : who(one.organisation(), one.person(), cards),
                one.toCoordinator() ? "the coordinator" : "all partners", one.step(), one.words(), moments.inWords(one.at()), one.closed(),
                one.answers().stream().map(answer -> new AnswerRow(who(answer.organisation(), answer.person(), cards), answer.words(),
                        moments.inWords(answer.at()))).toList(),
                Questions.isAnsweredBy(one, viewer, involvement), !one.closed() && Questions.isOf(one, viewer));
    }

    private String who(OrganisationId organisation, String person, Map<OrganisationId, OrganisationCard> cards) {
        return names.person(person) + ", " + (organisation == null ? "coordinator" : cards.get(organisation).name());
    }

    /** Only of a step of this very partnership. */
    private Optional<String> label(String number, String step) {
        return step == null ? Optional.empty() : steps.those(List.of(step)).stream().filter(one -> number.equals(one.caseNumber()))
                .map(OpenSteps.OpenStep::label).findFirst();
    }

    private MyPartnerships.Line line(String number, Viewer viewer) {
        return Optional.of(number).filter(PartnershipId::isOne).flatMap(id -> partnerships.find(new PartnershipId(id), viewer))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Viewer viewer(HttpServletRequest request) {
        return loggedIn.person(request).map(visitor -> Viewer.of(visitor.user(), visitor.groups()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.UNAUTHORIZED));
    }

    @ExceptionHandler({NotFound.class, MethodArgumentTypeMismatchException.class})
    void notFound(HttpServletResponse response) throws IOException {
        response.sendError(HttpStatus.NOT_FOUND.value());
    }

    /**
     * A question as it is shown.
     *
     * @param answerable whether the viewer is asked
     * @param closable   whether the viewer asked it
     */
    record Row(UUID id, String who, String to, String step, String words, String at, boolean closed, List<AnswerRow> answers,
            boolean answerable, boolean closable) {
    }

    record AnswerRow(String who, String words, String at) {
    }
}
