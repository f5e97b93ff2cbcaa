package org.commonground.webapp;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.commonground.engine.HouseIdentity;
import org.springframework.stereotype.Component;

/** Who is logged in to the webapps, for the pages of our own. No page of ours opens a session. */
@Component
public class LoggedIn {

    /** Where the platform keeps it in the session. */
    private static final String ATTRIBUTE = "authenticatedUser";

    private final ProcessEngine engine;
    private final HouseIdentity house;

    LoggedIn(ProcessEngine engine, HouseIdentity house) {
        this.engine = engine;
        this.house = house;
    }

    /** The person with the groups of this moment, not of the login. */
    public Optional<Visitor> person(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        Object logins = session == null ? null : session.getAttribute(ATTRIBUTE);
        return logins instanceof Authentications all
                ? Optional.ofNullable(all.getAuthenticationForProcessEngine(engine.getName())).map(login -> visitor(login.getIdentityId()))
                : Optional.empty();
    }

    private Visitor visitor(String user) {
        return new Visitor(user, house.ask(() -> engine.getIdentityService().createGroupQuery().groupMember(user).list().stream()
                .map(Group::getId).toList()));
    }

    public record Visitor(String user, List<String> groups) {

        public boolean administrator() {
            return groups.contains("camunda-admin");
        }

        /** Asks the engine with the rights of this person. */
        public <T> T ask(IdentityService identities, Supplier<T> question) {
            identities.setAuthentication(user, groups);
            try {
                return question.get();
            } finally {
                identities.clearAuthentication();
            }
        }
    }
}
