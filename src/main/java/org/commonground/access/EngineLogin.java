package org.commonground.access;

import java.time.Duration;
import java.util.List;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.commonground.engine.HouseIdentity;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Knows people by the accounts of the engine. A name is found whatever its capitals, and stands in the session as the account has it. */
@Component
class EngineLogin implements AuthenticationProvider {

    private final IdentityService identities;
    private final HouseIdentity house;
    private final Guessing guessing;

    EngineLogin(IdentityService identities, HouseIdentity house, Guessing guessing) {
        this.identities = identities;
        this.house = house;
        this.guessing = guessing;
    }

    @Override
    public Authentication authenticate(Authentication login) {
        String typed = login.getName().strip();
        String address = login.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
        Duration wait = guessing.wait(typed, address);
        if (!wait.isZero()) {
            throw new TooManyTries(wait);
        }
        String user = house.ask(() -> nameOf(typed));
        if (!house.ask(() -> identities.checkPassword(user, String.valueOf(login.getCredentials())))) {
            guessing.failed(typed, address);
            throw new BadCredentialsException("User name or password is wrong.");
        }
        guessing.succeeded(typed, address);
        UsernamePasswordAuthenticationToken known = UsernamePasswordAuthenticationToken.authenticated(user, null, List.of());
        known.setDetails(login.getDetails());
        return known;
    }

    private String nameOf(String typed) {
        List<User> found = identities.createNativeUserQuery().sql("select * from ACT_ID_USER where lower(ID_) = lower(#{user})")
                .parameter("user", typed).list();
        return found.size() == 1 ? found.get(0).getId() : typed;
    }

    @Override
    public boolean supports(Class<?> login) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(login);
    }
}
