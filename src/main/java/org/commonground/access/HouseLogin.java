package org.commonground.access;

import java.util.List;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.commonground.engine.HouseIdentity;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/**
 * Sign-on with the log-in that an organisation has already (OpenID Connect). It opens the one account that has the address which the
 * issuer says it verified, and makes no accounts.
 */
@Component
@ConditionalOnProperty("commonground.sign-on.issuer")
class HouseLogin implements OAuth2UserService<OidcUserRequest, OidcUser> {

    static final String REFUSED = "You are known there, but no account here has that address, or several have, or it was not verified. "
            + "Please ask your organisation's focal point or the coordinator.";
    private static final String ID = "house";

    private final String name;
    private final ClientRegistrationRepository registrations;
    private final OidcUserService issuer = new OidcUserService();
    private final IdentityService identities;
    private final HouseIdentity house;

    /** @param url of the issuer, asked when the first person comes: whether it can be reached is no matter at start-up */
    HouseLogin(@Value("${commonground.sign-on.name:}") String name, @Value("${commonground.sign-on.issuer}") String url,
            @Value("${commonground.sign-on.client-id}") String client, @Value("${commonground.sign-on.client-secret}") String secret,
            IdentityService identities, HouseIdentity house) {
        this.name = name.isBlank() ? "your organisation" : name;
        this.registrations = new SupplierClientRegistrationRepository(() -> new InMemoryClientRegistrationRepository(
                registration(url, client, secret)));
        this.identities = identities;
        this.house = house;
    }

    private static ClientRegistration registration(String url, String client, String secret) {
        return ClientRegistrations.fromIssuerLocation(url).registrationId(ID).clientId(client).clientSecret(secret)
                .scope("openid", "email").build();
    }

    /** What people call it. */
    String name() {
        return name;
    }

    ClientRegistrationRepository registrations() {
        return registrations;
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        OidcUser known = issuer.loadUser(request);
        String user = Boolean.TRUE.equals(known.getEmailVerified()) && known.getEmail() != null ? accountOf(known.getEmail()) : null;
        if (user == null) {
            throw new OAuth2AuthenticationException(new OAuth2Error("no_account"), REFUSED);
        }
        return new Guest(user, known);
    }

    /** The user id of the only account with this address; null when there is none, or more than one. */
    private String accountOf(String address) {
        List<User> found = house.ask(() -> identities.createNativeUserQuery()
                .sql("select * from ACT_ID_USER where lower(EMAIL_) = lower(#{address})").parameter("address", address.strip()).list());
        return found.size() == 1 ? found.get(0).getId() : null;
    }

    /** Known by the name that the account has here. Of what the issuer tells no more is kept than who it was. */
    private static final class Guest extends DefaultOidcUser {

        private static final long serialVersionUID = 1;
        private final String user;

        Guest(String user, OidcUser known) {
            super(known.getAuthorities(), known.getIdToken());
            this.user = user;
        }

        @Override
        public String getName() {
            return user;
        }
    }
}
