package org.commonground.access;

import java.util.List;
import java.util.regex.Pattern;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.commonground.engine.OpenToModels;
import org.commonground.foundation.Role;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The groups of the person who looks at a task list, for the ready filters. Never empty, which a task query would refuse. */
@Component("mySeats")
@OpenToModels
public class MySeats {

    private static final Pattern ORGANISATION = Pattern.compile("org[A-Z]\\w+");
    private static final String NOBODY = "nobody";

    // The expression manager, and with it this bean, is there before the engine's services.
    private final ObjectProvider<IdentityService> identities;

    MySeats(ObjectProvider<IdentityService> identities) {
        this.identities = identities;
    }

    /** Groups of the person's organisations, and of their seats. */
    public List<String> all() {
        return matching(ORGANISATION);
    }

    /** Seat groups of the person in one role, such as {@code expert}. */
    public List<String> in(String role) {
        return matching(Pattern.compile("org[A-Z][a-z0-9]+" + Role.of(role).suffix()));
    }

    /** Everything the person may work on: organisations, seats, and the secretariat for a coordinator. */
    public List<String> everywhere() {
        return matching(Pattern.compile(ORGANISATION.pattern() + "|" + StandingGroup.COORDINATOR.id()));
    }

    private List<String> matching(Pattern pattern) {
        Authentication person = identities.getObject().getCurrentAuthentication();
        if (person == null || person.getGroupIds() == null) {
            return List.of(NOBODY);
        }
        List<String> groups = person.getGroupIds().stream().filter(pattern.asMatchPredicate()).toList();
        return groups.isEmpty() ? List.of(NOBODY) : groups;
    }
}
