package org.commonground.access;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.PasswordPolicyResult;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;

/** There is an administrator before the first request, or the application does not start. */
@Component
class FirstAdministrator {

    private final IdentityService identities;
    private final AdministratorSettings settings;

    FirstAdministrator(IdentityService identities, AdministratorSettings settings) {
        this.identities = identities;
        this.settings = settings;
    }

    void provide() {
        if (identities.createUserQuery().memberOfGroup(StandingGroup.ADMINISTRATOR.id()).count() > 0) {
            return;
        }
        if (!settings.present()) {
            throw new NoAdministrator("Common Ground has no administrator, and whoever came first could make himself one.");
        }
        if (!settings.id().matches("[A-Za-z0-9]+")) {
            throw new NoAdministrator("COMMONGROUND_ADMIN_ID may have letters and digits only.");
        }
        if (identities.createUserQuery().userId(settings.id()).count() > 0) {
            throw new NoAdministrator("COMMONGROUND_ADMIN_ID names “" + settings.id() + "”, who has an account and is no administrator.");
        }
        User user = identities.newUser(settings.id());
        user.setFirstName("Administrator");
        user.setPassword(settings.password());
        PasswordPolicyResult result = identities.checkPasswordAgainstPolicy(settings.password(), user);
        if (!result.isValid()) {
            throw new NoAdministrator("COMMONGROUND_ADMIN_PASSWORD is too easy to guess. " + PasswordRules.INSTRUCTION);
        }
        identities.saveUser(user);
        identities.createMembership(user.getId(), StandingGroup.ADMINISTRATOR.id());
    }
}
