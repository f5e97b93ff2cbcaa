package org.commonground.home.web;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Refusal;
import org.commonground.home.Involvement;
import org.commonground.home.MyPartnerships;
import org.commonground.home.MyPartnerships.Viewer;
import org.commonground.home.OpenSteps;
import org.commonground.home.Partners;
import org.commonground.home.Questions;
import org.commonground.matter.MatterKind;
import org.commonground.matter.MatterService;
import org.commonground.partnership.PartnershipService;
import org.commonground.picture.PartnershipWeb;
import org.commonground.picture.PartnershipWebs;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** All about one partnership, as far as it is for whoever looks. For a stranger it does not exist. */
@Controller
@RequestMapping("/partnerships/{number}")
class PartnershipPage {

    private static final int STEPS = 30;
    private static final int DATES = 10;

    private final LoggedIn loggedIn;
    private final MyPartnerships mine;
    private final MyTasks tasks;
    private final OpenSteps steps;
    private final ComingDates dates;
    private final Lines lines;
    private final Partners partners;
    private final PartnershipService partnerships;
    private final PartnershipWebs webs;
    private final LivePictures pictures;
    private final Past past;
    private final Questions questions;
    private final MatterService matters;
    private final Raising raising;
    private final BuiltOnLessons lessons;

    PartnershipPage(LoggedIn loggedIn, MyPartnerships mine, MyTasks tasks, OpenSteps steps, ComingDates dates, Lines lines,
            Partners partners, PartnershipService partnerships, PartnershipWebs webs, LivePictures pictures, Past past,
            Questions questions, MatterService matters, Raising raising, BuiltOnLessons lessons) {
        this.loggedIn = loggedIn;
        this.mine = mine;
        this.tasks = tasks;
        this.steps = steps;
        this.dates = dates;
        this.lines = lines;
        this.partners = partners;
        this.partnerships = partnerships;
        this.webs = webs;
        this.pictures = pictures;
        this.past = past;
        this.questions = questions;
        this.matters = matters;
        this.raising = raising;
        this.lessons = lessons;
    }

    @ModelAttribute
    void keepInTheHouse(HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
    }

    /** @param room whose diagram is shown; where it is over meanwhile, the one in which the partnership stands */
    @GetMapping
    String show(@PathVariable String number, @RequestParam(required = false) String room, HttpServletRequest request, Model model) {
        return shown(number, room, visitor(request), model);
    }

    /** Begins to raise something in this partnership and leads to its step, or says why that cannot be. */
    @PostMapping("/raise")
    String raise(@PathVariable String number, HttpServletRequest request, HttpServletResponse response, Model model) {
        Visitor visitor = visitor(request);
        Involvement involvement = line(number, visitor).involvement();
        if (involvement != Involvement.PARTNER && involvement != Involvement.ALLY) {
            throw nothing();
        }
        try {
            return "redirect:" + raising.begin(number, visitor);
        } catch (Refusal refusal) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("refusal", refusal.sentence());
            return shown(number, null, visitor, model);
        }
    }

    private String shown(String number, String room, Visitor visitor, Model model) {
        MyPartnerships.Line line = line(number, visitor);
        Viewer viewer = viewer(visitor);
        model.addAttribute("person", viewer);
        model.addAttribute("line", line);
        model.addAttribute("phases", Lines.phasesOf(line.phase()));
        model.addAttribute("tasks", tasks.in(number, viewer, STEPS).stream().map(lines::task).toList());
        model.addAttribute("papers", past.papers(visitor, line.id()));
        model.addAttribute("answers", past.answers(viewer, number));
        model.addAttribute("happened", past.happened(viewer, line));
        if (line.involvement() != Involvement.LEFT) {
            List<OrganisationId> known = partnerships.memberIds(line.id());
            model.addAttribute("awaited", lines.awaited(steps.awaitedIn(List.of(number)), viewer, line.involvement(), known));
            model.addAttribute("open", questions.of(line.id(), viewer, line.involvement()).stream()
                    .filter(one -> !one.closed() && one.answers().isEmpty()).count());
            model.addAttribute("aims", partnerships.card(line.id()));
            model.addAttribute("lessons", lessons.of(line.id(), line.involvement()));
            PartnershipWeb web = webs.of(line.id());
            model.addAttribute("web", web);
            model.addAttribute("webPicture", line.involvement().belongs() ? web.svg(one -> "#org-" + one.code()) : web.svg());
        }
        if (line.involvement().belongs()) {
            addInside(line, room, model);
        }
        return "home/partnership";
    }

    private void addInside(MyPartnerships.Line line, String room, Model model) {
        String number = line.id().value();
        Set<String> secret = matters.kinds().stream().filter(MatterKind::isConfidential).map(MatterKind::room).collect(Collectors.toSet());
        String address = "/partnerships/" + number;
        model.addAttribute("dates", dates.in(List.of(number)).stream().limit(DATES).map(lines::date).toList());
        model.addAttribute("partners", partners.of(line.id()));
        model.addAttribute("matters", matters.open(line.id()).stream().map(one -> one.kind().standing(one)).toList());
        pictures.of(number, room, secret, address).or(() -> pictures.of(number, null, secret, address))
                .ifPresent(picture -> model.addAttribute("picture", picture));
    }

    private MyPartnerships.Line line(String number, Visitor visitor) {
        return Optional.of(number).filter(PartnershipId::isOne).flatMap(id -> mine.find(new PartnershipId(id), viewer(visitor)))
                .orElseThrow(PartnershipPage::nothing);
    }

    private static Viewer viewer(Visitor visitor) {
        return Viewer.of(visitor.user(), visitor.groups());
    }

    private Visitor visitor(HttpServletRequest request) {
        return loggedIn.person(request).orElseThrow(() -> new ResponseStatusException(HttpStatus.UNAUTHORIZED));
    }

    private static ResponseStatusException nothing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
