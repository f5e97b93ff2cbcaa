package org.commonground.home.web;

import java.util.List;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.home.Involvement;
import org.commonground.home.MyPartnerships;
import org.commonground.home.MyPartnerships.Viewer;
import org.commonground.home.OpenSteps;
import org.commonground.partnership.PartnershipService;
import org.commonground.webapp.LoggedIn;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** What the page of a partnership says, in short, to be read beside one of its steps. For a stranger it does not exist. */
@Controller
class PartnershipInShort {

    private static final int AWAITED = 5;
    private static final int DATES = 3;
    private static final int HAPPENED = 5;

    private final LoggedIn loggedIn;
    private final MyPartnerships mine;
    private final PartnershipService partnerships;
    private final OpenSteps steps;
    private final ComingDates dates;
    private final Lines lines;
    private final Past past;

    PartnershipInShort(LoggedIn loggedIn, MyPartnerships mine, PartnershipService partnerships, OpenSteps steps, ComingDates dates,
            Lines lines, Past past) {
        this.loggedIn = loggedIn;
        this.mine = mine;
        this.partnerships = partnerships;
        this.steps = steps;
        this.dates = dates;
        this.lines = lines;
        this.past = past;
    }

    /** A part of a page, without its frame. */
    @GetMapping("/partnerships/{number}/short")
    String show(@PathVariable String number, HttpServletRequest request, HttpServletResponse response, Model model) {
        Viewer viewer = loggedIn.person(request).map(visitor -> Viewer.of(visitor.user(), visitor.groups()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.UNAUTHORIZED));
        MyPartnerships.Line line = Optional.of(number).filter(PartnershipId::isOne)
                .flatMap(id -> mine.find(new PartnershipId(id), viewer))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        List<OrganisationId> known = partnerships.memberIds(line.id());
        List<Lines.AwaitedLine> awaited = lines.awaited(steps.awaitedIn(List.of(number)), viewer, line.involvement(), known);
        response.setHeader("Cache-Control", "no-store");
        model.addAttribute("line", line);
        model.addAttribute("phases", Lines.phasesOf(line.phase()));
        model.addAttribute("awaited", awaited.stream().limit(AWAITED).toList());
        model.addAttribute("more", Math.max(0, awaited.size() - AWAITED));
        model.addAttribute("happened", past.happened(viewer, line).stream().limit(HAPPENED).toList());
        if (line.involvement().belongs()) {
            model.addAttribute("dates", dates.in(List.of(number)).stream().limit(DATES).map(lines::date).toList());
        }
        model.addAttribute("left", line.involvement() == Involvement.LEFT);
        return "home/short";
    }
}
