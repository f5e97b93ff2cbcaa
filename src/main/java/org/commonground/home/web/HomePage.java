package org.commonground.home.web;

import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.commonground.engine.Names;
import org.commonground.home.MyPartnerships;
import org.commonground.home.MyPartnerships.Viewer;
import org.commonground.webapp.LoggedIn;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Where everybody begins: what waits for me, where my partnerships stand, and what comes next. */
@Controller
class HomePage {

    private static final int STEPS = 20;
    private static final int PARTNERSHIPS = 20;
    private static final int LONGEST_WORDS = 100;
    private static final int LAST_PAGE = 10_000;

    private final LoggedIn loggedIn;
    private final MyTasks tasks;
    private final MyPartnerships partnerships;
    private final Lines lines;
    private final Names names;

    HomePage(LoggedIn loggedIn, MyTasks tasks, MyPartnerships partnerships, Lines lines, Names names) {
        this.loggedIn = loggedIn;
        this.tasks = tasks;
        this.partnerships = partnerships;
        this.lines = lines;
        this.names = names;
    }

    /**
     * @param find part of a title, a number or a member's name
     * @param page of the partnerships, from 1
     */
    @GetMapping("/")
    String show(@RequestParam(defaultValue = "") String find, @RequestParam(defaultValue = "1") int page, HttpServletRequest request,
            HttpServletResponse response, Model model) {
        response.setHeader("Cache-Control", "no-store");
        Viewer viewer = viewer(request);
        String words = find.strip().substring(0, Math.min(find.strip().length(), LONGEST_WORDS));
        int shown = Math.max(1, Math.min(page, LAST_PAGE));
        MyTasks.Mine mine = tasks.of(viewer, STEPS);
        List<MyPartnerships.Line> found = partnerships.of(viewer, words, (shown - 1) * PARTNERSHIPS, PARTNERSHIPS + 1);
        model.addAttribute("name", names.person(viewer.user()));
        model.addAttribute("person", viewer);
        model.addAttribute("tasks", mine.dated().stream().map(lines::task).toList());
        model.addAttribute("moreTasks", Math.max(0, mine.all() - STEPS));
        model.addAttribute("always", mine.always().stream().map(lines::task).toList());
        model.addAttribute("partnerships", lines.partnerships(found.stream().limit(PARTNERSHIPS).toList(), viewer));
        model.addAttribute("find", words);
        model.addAttribute("page", shown);
        model.addAttribute("further", found.size() > PARTNERSHIPS);
        return "home/home";
    }

    private Viewer viewer(HttpServletRequest request) {
        return loggedIn.person(request).map(visitor -> Viewer.of(visitor.user(), visitor.groups()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.UNAUTHORIZED));
    }
}
