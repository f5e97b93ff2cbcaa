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
    /** What they are called in letters; {@code demo.DemoCast} says the same on the log-in page. */
    private static final Map<String, String> NAMES = Map.of("manager", "Daniel Weber", "designer", "Ines Koch", "coordinator",
            "Miriam Okafor");

    private final IdentityService identities;

    DemoAccounts(IdentityService identities) {
        this.identities = identities;
    }

    /** Accounts for coordinator, manager and designer; the administrator's is there already. */
    public void openStaff() {
        STAFF.forEach((user, group) -> {
            User account = identities.newUser(user);
            String[] name = NAMES.get(user).split(" ");
            account.setFirstName(name[0]);
            account.setLastName(name[1]);
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
