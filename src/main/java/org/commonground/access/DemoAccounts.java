package org.commonground.access;

import java.util.Map;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The accounts of the demo: everybody has the one password that README prints. Nothing of this exists outside the demo. */
@Component
@Profile("demo")
public class DemoAccounts {

    static final String PASSWORD = "CommonGround-1";
    private static final Map<String, StandingGroup> STAFF = Map.of("manager", StandingGroup.MANAGER,
            "designer", StandingGroup.DESIGNER, "coordinator", StandingGroup.COORDINATOR);

    private final IdentityService identities;

    DemoAccounts(IdentityService identities) {
        this.identities = identities;
    }

    /** Accounts for coordinator, manager and designer; the administrator's is there already. */
    public void openStaff() {
        STAFF.forEach((user, group) -> {
            User account = identities.newUser(user);
            account.setFirstName("The");
            account.setLastName(user);
            account.setEmail(user + "@example.org");
            account.setPassword(PASSWORD);
            identities.saveUser(account);
            identities.createMembership(user, group.id());
        });
    }

    /** Lets somebody log in with the shared password. */
    public void open(String user) {
        User account = identities.createUserQuery().userId(user).singleResult();
        account.setPassword(PASSWORD);
        identities.saveUser(account);
    }
}
