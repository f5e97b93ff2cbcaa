package org.commonground.access;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.commonground.engine.OpenToModels;
import org.commonground.foundation.Role;
import org.commonground.foundation.SecretariatGroup;
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
        return matching(ORGANISATION.asMatchPredicate());
    }

    /** Seat groups of the person in one role, such as {@code expert}. */
    public List<String> in(String role) {
        return matching(Pattern.compile("org[A-Z][a-z0-9]+" + Role.of(role).suffix()).asMatchPredicate());
    }

    /** The groups of the secretariats in which the person works. */
    public List<String> inSecretariats() {
        return matching(SecretariatGroup::isOne);
    }

    /** Everything the person may work on: organisations, seats, and what the person serves in. */
    public List<String> everywhere() {
        return matching(group -> ORGANISATION.matcher(group).matches() || serves(group));
    }

    private static boolean serves(String group) {
        return StandingGroup.COORDINATOR.id().equals(group) || SecretariatGroup.isOne(group);
    }

    private List<String> matching(Predicate<String> wanted) {
        Authentication person = identities.getObject().getCurrentAuthentication();
        if (person == null || person.getGroupIds() == null) {
            return List.of(NOBODY);
        }
        List<String> groups = person.getGroupIds().stream().filter(wanted).toList();
        return groups.isEmpty() ? List.of(NOBODY) : groups;
    }
}
