package org.commonground.home.web;

import jakarta.servlet.http.HttpServletRequest;

import org.commonground.filing.Bringer;
import org.commonground.home.GroupName;
import org.commonground.webapp.LoggedIn;
import org.commonground.webapp.LoggedIn.Visitor;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Who is before a page with files, with the organisations of this moment. */
@Component
class Bringers {

    private final LoggedIn loggedIn;

    Bringers(LoggedIn loggedIn) {
        this.loggedIn = loggedIn;
    }

    Bringer of(HttpServletRequest request) {
        Visitor visitor = loggedIn.person(request).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return new Bringer(visitor.user(), GroupName.organisations(visitor.groups()), GroupName.anyOfStaff(visitor.groups()),
                visitor.groups().contains("coordinator"));
    }
}
