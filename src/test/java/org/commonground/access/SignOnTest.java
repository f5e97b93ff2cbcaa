package org.commonground.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.commonground.access.Visitor.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who is known to another house comes in by its log-in. */
@AccessTest
class SignOnTest {

    private static final String WHO = "/camunda/api/admin/auth/user/default";

    @LocalServerPort
    int port;
    @Autowired
    IdentityService identities;

    @Test
    void the_page_offers_the_log_in_of_the_other_house() {
        assertThat(Visitor.anonymous(port).get("/login").text()).contains("Log in with the ministry");
    }

    @ParameterizedTest
    @CsvSource({"signOnAsha, asha@ministry.example, asha@ministry.example", "signOnBela, bela@ministry.example, BELA@Ministry.Example"})
    void the_account_with_the_verified_address_is_opened(String user, String address, String told) {
        account(user, address);
        Visitor guest = Visitor.anonymous(port);
        guest.get("/papers/P-2026-0042", "Accept", "text/html");
        assertThat(signsOn(guest, Map.of("email", told, "email_verified", true)).header("Location")).endsWith("/papers/P-2026-0042");
        assertThat(guest.get(WHO).json().path("userId").asText()).isEqualTo(user);
        assertThat(guest.get("/cases?task=none").status()).as("our own pages know the person too").isEqualTo(200);
    }

    @Test
    void an_address_that_was_not_verified_that_nobody_has_or_that_two_have_opens_nothing() {
        account("signOnCara", "cara@ministry.example");
        account("signOnDan", "shared@ministry.example");
        account("signOnDora", "Shared@ministry.example");
        for (Map<String, Object> claims : List.<Map<String, Object>>of(
                Map.of("email", "cara@ministry.example", "email_verified", false), Map.of("email", "cara@ministry.example"),
                Map.of("email", "cara@ministry.example", "email_verified", "no"),
                Map.of("email", "nobody@ministry.example", "email_verified", true), Map.of("email_verified", true),
                Map.of("email", "shared@ministry.example", "email_verified", true))) {
            Visitor guest = Visitor.anonymous(port);
            Answer refused = signsOn(guest, claims);
            assertThat(refused.header("Location")).as(claims.toString()).endsWith("/login?refused");
            assertThat(guest.get("/login?refused").text()).contains("You are known there, but no account here has that address");
            assertThat(guest.get(WHO).status()).isEqualTo(401);
        }
    }

    @Test
    void an_answer_that_nobody_asked_for_opens_nothing() {
        Visitor guest = Visitor.anonymous(port);
        assertThat(guest.get("/login/oauth2/code/house?code=stolen&state=guessed").header("Location")).endsWith("/login?refused");
        assertThat(guest.get(WHO).status()).isEqualTo(401);
    }

    /** From the button of the log-in page to the other house and back. */
    private Answer signsOn(Visitor guest, Map<String, Object> claims) {
        TestIssuer.knows(claims);
        Answer there = guest.get(guest.get("/oauth2/authorization/house").header("Location"));
        return guest.get(there.header("Location"));
    }

    private void account(String user, String address) {
        if (identities.createUserQuery().userId(user).count() == 0) {
            User account = identities.newUser(user);
            account.setEmail(address);
            account.setPassword("CommonGround-1");
            identities.saveUser(account);
            identities.createMembership(user, "partner");
        }
    }
}
