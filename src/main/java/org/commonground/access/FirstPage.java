package org.commonground.access;

import java.util.List;

import jakarta.servlet.http.HttpServletRequest;

import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.commonground.engine.HouseIdentity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Where a person begins: in Tasklist; who has none begins in Cockpit or in Admin. */
@Controller
class FirstPage {

    private static final List<String> WEBAPPS = List.of("tasklist", "cockpit", "admin");

    private final AuthorizationService authorizations;
    private final GroupsOfNow groups;
    private final HouseIdentity house;

    FirstPage(AuthorizationService authorizations, GroupsOfNow groups, HouseIdentity house) {
        this.authorizations = authorizations;
        this.groups = groups;
        this.house = house;
    }

    @GetMapping("/")
    String open(HttpServletRequest request) {
        return "redirect:" + of(request.getRemoteUser());
    }

    /** The path of the page; Tasklist's for whoever has none at all, which says so. */
    String of(String user) {
        List<String> mine = groups.of(user);
        return house.ask(() -> WEBAPPS.stream().filter(app -> opens(user, mine, app)).findFirst().map(FirstPage::page)
                .orElse(page(WEBAPPS.get(0))));
    }

    private boolean opens(String user, List<String> groups, String app) {
        return authorizations.isUserAuthorized(user, groups, Permissions.ACCESS, Resources.APPLICATION, app);
    }

    private static String page(String app) {
        return "/camunda/app/" + app + "/default/";
    }
}
