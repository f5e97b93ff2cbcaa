package org.commonground.access;

import java.util.List;
import java.util.Optional;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.commonground.engine.HouseIdentity;
import org.commonground.notice.Recipient;
import org.commonground.notice.StaffAddresses;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Mail addresses as the accounts have them. */
@Component
class EngineAddresses implements StaffAddresses {

    // Mail is needed by what the engine is made of.
    private final ObjectProvider<IdentityService> identities;
    private final ObjectProvider<HouseIdentity> house;

    EngineAddresses(ObjectProvider<IdentityService> identities, ObjectProvider<HouseIdentity> house) {
        this.identities = identities;
        this.house = house;
    }

    @Override
    public List<Recipient> inGroup(String group) {
        return house.getObject().ask(() -> identities.getObject().createUserQuery().memberOfGroup(group).list().stream()
                .filter(EngineAddresses::reachable).map(EngineAddresses::recipient).toList());
    }

    @Override
    public Optional<Recipient> person(String user) {
        return house.getObject().ask(() -> Optional.ofNullable(identities.getObject().createUserQuery().userId(user).singleResult())
                .filter(EngineAddresses::reachable).map(EngineAddresses::recipient));
    }

    private static boolean reachable(User user) {
        return user.getEmail() != null && !user.getEmail().isBlank();
    }

    private static Recipient recipient(User user) {
        return new Recipient(Invitations.nameOf(user), user.getEmail());
    }
}
