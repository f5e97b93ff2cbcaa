package org.commonground.access;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.commonground.engine.HouseIdentity;
import org.commonground.foundation.NotFound;
import org.commonground.foundation.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How a person whose account was opened gets in: with a link that works once, by choosing a password. */
@Service
class Invitations {

    static final String GONE =
            "This link is used up or no longer good. Please ask your coordinator or your organisation's focal point for help.";

    private final AccountLinks links;
    private final IdentityService identities;
    private final HouseIdentity house;

    Invitations(AccountLinks links, IdentityService identities, HouseIdentity house) {
        this.links = links;
        this.identities = identities;
        this.house = house;
    }

    /** Whose account the link opens; empty when it opens none any more. */
    Optional<Guest> guest(String token) {
        return links.personOf(token).map(person -> house.ask(() -> identities.createUserQuery().userId(person).singleResult()))
                .map(user -> new Guest(user.getId(), nameOf(user)));
    }

    static String nameOf(User user) {
        return Stream.of(user.getFirstName(), user.getLastName()).filter(Objects::nonNull).collect(Collectors.joining(" ")).strip();
    }

    /** Sets the password and uses the link up; a password that the policy refuses leaves the link good. */
    @Transactional
    public void choosePassword(String token, String password, String again) {
        house.act(() -> choose(token, password, again));
    }

    private void choose(String token, String password, String again) {
        String person = links.personOf(token).orElseThrow(() -> new NotFound(GONE));
        User user = identities.createUserQuery().userId(person).singleResult();
        Refusal.unless(user != null, GONE);
        Refusal.unless(password.equals(again), "The two passwords differ. Please type the same one twice.");
        Refusal.unless(password.length() <= 200, "This password is longer than 200 characters. Please take a shorter one.");
        Refusal.unless(identities.checkPasswordAgainstPolicy(password, user).isValid(),
                "This password is too easy to guess. " + PasswordRules.INSTRUCTION);
        if (!links.use(token, person)) {
            throw new NotFound(GONE);
        }
        user.setPassword(password);
        identities.saveUser(user);
        identities.unlockUser(person);
    }

    /** The person behind a link. */
    record Guest(String user, String name) {
    }
}
