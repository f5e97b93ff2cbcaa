package org.commonground.access;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.commonground.engine.HouseIdentity;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;

/** Who is staff: designers, managers and administrators. */
@Component
class StaffGroups implements AuthorizationManager<RequestAuthorizationContext> {

    private static final Set<String> STAFF = Set.of(StandingGroup.DESIGNER.id(), StandingGroup.MANAGER.id(),
            StandingGroup.ADMINISTRATOR.id());

    private final IdentityService identities;
    private final HouseIdentity house;

    StaffGroups(IdentityService identities, HouseIdentity house) {
        this.identities = identities;
        this.house = house;
    }

    @Override
    public AuthorizationDecision check(Supplier<Authentication> person, RequestAuthorizationContext request) {
        return new AuthorizationDecision(person.get().isAuthenticated() && of(person.get().getName()).stream().anyMatch(STAFF::contains));
    }

    /** The groups of this moment. */
    List<String> of(String user) {
        return house.ask(() -> identities.createGroupQuery().groupMember(user).list().stream().map(Group::getId).toList());
    }
}
