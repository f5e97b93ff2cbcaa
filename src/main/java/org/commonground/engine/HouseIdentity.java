package org.commonground.engine;

import java.util.function.Supplier;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Lets the house itself act where a person or a request started it: a coordinator who verifies an organisation may not create
 * accounts, yet the house does so because of it. Code that asks the engine on a request before a person is known has to say so
 * here; {@link Doors} refuses it otherwise. The person is put back afterwards.
 */
@Component
public class HouseIdentity {

    private static final ThreadLocal<Boolean> ACTS = new ThreadLocal<>();

    // Mail and facts are heard while the engine's services are still being built.
    private final ObjectProvider<IdentityService> identities;

    HouseIdentity(ObjectProvider<IdentityService> identities) {
        this.identities = identities;
    }

    /** Whether what this thread does now is the house's own deed. */
    static boolean acts() {
        return ACTS.get() != null;
    }

    public void act(Runnable deed) {
        ask(() -> {
            deed.run();
            return null;
        });
    }

    public <T> T ask(Supplier<T> question) {
        IdentityService identity = identities.getObject();
        Authentication person = identity.getCurrentAuthentication();
        Boolean before = ACTS.get();
        identity.clearAuthentication();
        ACTS.set(true);
        try {
            return question.get();
        } finally {
            restore(before);
            identity.setAuthentication(person);
        }
    }

    private static void restore(Boolean before) {
        if (before == null) {
            ACTS.remove();
        } else {
            ACTS.set(before);
        }
    }
}
