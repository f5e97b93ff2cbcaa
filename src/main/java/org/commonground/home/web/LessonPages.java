package org.commonground.home.web;

import java.io.IOException;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.commonground.engine.HouseIdentity;
import org.commonground.foundation.NotFound;
import org.commonground.foundation.Refusal;
import org.commonground.home.MyPartnerships.Viewer;
import org.commonground.partnership.LessonShelf;
import org.commonground.partnership.LessonShelf.Opened;
import org.commonground.partnership.LessonShelf.Reader;
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

/** What partnerships learned. A lesson that is not for whoever looks does not exist. */
@Controller
@RequestMapping("/lessons")
class LessonPages {

    private static final int LONGEST = 200;
    private static final int LAST_PAGE = 1000;

    private final LoggedIn loggedIn;
    private final LessonShelf lessons;
    private final HouseIdentity house;

    LessonPages(LoggedIn loggedIn, LessonShelf lessons, HouseIdentity house) {
        this.loggedIn = loggedIn;
        this.lessons = lessons;
        this.house = house;
    }

    @ModelAttribute
    void keepInTheHouse(HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
    }

    /**
     * @param find words; none for all lessons
     * @param page from 1; what is no such page is the nearest one
     */
    @GetMapping
    String search(@RequestParam(defaultValue = "") String find, @RequestParam(defaultValue = "1") String page, HttpServletRequest request,
            Model model) {
        Viewer viewer = viewer(request);
        String words = find.length() <= LONGEST ? find : find.substring(0, LONGEST);
        int nr = page.matches("[1-9][0-9]{0,3}") ? Math.min(Integer.parseInt(page), LAST_PAGE) : 1;
        LessonShelf.Found found = lessons.search(words, reader(viewer), nr - 1);
        model.addAttribute("person", viewer);
        model.addAttribute("find", words);
        model.addAttribute("asked", !words.isBlank());
        model.addAttribute("found", found);
        model.addAttribute("page", nr);
        model.addAttribute("more", found.all() > nr * LessonShelf.PAGE);
        return "learning/lessons";
    }

    @GetMapping("/{id}")
    String show(@PathVariable UUID id, HttpServletRequest request, Model model) {
        return shown(id, viewer(request), model);
    }

    @PostMapping("/{id}/share")
    String share(@PathVariable UUID id, HttpServletRequest request, HttpServletResponse response, Model model) {
        Viewer viewer = viewer(request);
        return done(id, "share", "", viewer, response, model, () -> lessons.share(id, reader(viewer)));
    }

    @PostMapping("/{id}/narrow")
    String narrow(@PathVariable UUID id, @RequestParam(defaultValue = "") String reason, HttpServletRequest request,
            HttpServletResponse response, Model model) {
        Viewer viewer = viewer(request);
        return done(id, "narrow", reason, viewer, response, model, () -> lessons.narrow(id, reason, reader(viewer)));
    }

    @PostMapping("/{id}/withdraw")
    String withdraw(@PathVariable UUID id, @RequestParam(defaultValue = "") String reason, HttpServletRequest request,
            HttpServletResponse response, Model model) {
        Viewer viewer = viewer(request);
        return done(id, "withdraw", reason, viewer, response, model, () -> lessons.withdraw(id, reason, reader(viewer)));
    }

    /** What was typed stays where it is refused. */
    private String done(UUID id, String what, String reason, Viewer viewer, HttpServletResponse response, Model model, Runnable deed) {
        try {
            house.act(deed);
            return "redirect:/lessons/" + id;
        } catch (NotFound nothing) {
            throw nothing;
        } catch (Refusal refusal) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("refusal", refusal.sentence());
            model.addAttribute("deed", what);
            model.addAttribute("typed", reason);
            return shown(id, viewer, model);
        }
    }

    private String shown(UUID id, Viewer viewer, Model model) {
        Opened lesson = lessons.find(id, reader(viewer)).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("person", viewer);
        model.addAttribute("lesson", lesson);
        return "learning/lesson";
    }

    private static Reader reader(Viewer viewer) {
        return new Reader(viewer.user(), viewer.own(), viewer.staff());
    }

    private Viewer viewer(HttpServletRequest request) {
        return loggedIn.person(request).map(visitor -> Viewer.of(visitor.user(), visitor.groups()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.UNAUTHORIZED));
    }

    @ExceptionHandler({NotFound.class, MethodArgumentTypeMismatchException.class})
    void notFound(HttpServletResponse response) throws IOException {
        response.sendError(HttpStatus.NOT_FOUND.value());
    }
}
