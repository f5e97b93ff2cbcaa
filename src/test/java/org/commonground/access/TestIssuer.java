package org.commonground.access;

import java.util.List;
import java.util.Map;

import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** An issuer of log-ins beside the house, as an organisation would have one. It says of the next guest what the test wants. */
final class TestIssuer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final String NAME = "ministry";
    private static final MockOAuth2Server SERVER = new MockOAuth2Server();

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        SERVER.start();
        TestPropertyValues.of("commonground.sign-on.issuer=" + SERVER.issuerUrl(NAME), "commonground.sign-on.client-id=house",
                "commonground.sign-on.client-secret=secret", "commonground.sign-on.name=the ministry").applyTo(context);
    }

    /** @param claims what the issuer says of the person who comes next */
    static void knows(Map<String, Object> claims) {
        SERVER.enqueueCallback(new DefaultOAuth2TokenCallback(NAME, "subject-of-the-ministry", "JWT", List.of("house"), claims, 600));
    }
}
