package org.commonground.home.web;

import java.util.List;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;

import org.commonground.filing.Bringer;
import org.commonground.foundation.OrganisationId;
import org.commonground.webapp.LoggedIn;
import org.commonground.webapp.LoggedIn.Visitor;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Who is before a page with files, with the organisations of this moment. */
@Component
class Bringers {

    private static final Set<String> STAFF = Set.of("coordinator", "manager", "camunda-admin");
    private static final String GROUPS_OF_PARTNERS = "org";

    private final LoggedIn loggedIn;

    Bringers(LoggedIn loggedIn) {
        this.loggedIn = loggedIn;
    }

    Bringer of(HttpServletRequest request) {
        Visitor visitor = loggedIn.person(request).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        List<OrganisationId> organisations = visitor.groups().stream().filter(group -> group.startsWith(GROUPS_OF_PARTNERS))
                .map(group -> group.substring(GROUPS_OF_PARTNERS.length())).filter(OrganisationId::isCode).map(OrganisationId::new)
                .toList();
        return new Bringer(visitor.user(), organisations, visitor.groups().stream().anyMatch(STAFF::contains),
                visitor.groups().contains("coordinator"));
    }
}
