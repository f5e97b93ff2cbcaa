package org.commonground.access;

import java.time.Duration;

import org.springframework.security.core.AuthenticationException;

/** Whoever guessed too often waits, whether the next try were right or not. */
class TooManyTries extends AuthenticationException {

    private final long seconds;

    TooManyTries(Duration wait) {
        super("Too many tries with a wrong password. Please wait " + (wait.toSeconds() + 1) + " seconds, then try again.");
        this.seconds = wait.toSeconds() + 1;
    }

    /** How long to wait, in whole seconds. */
    long seconds() {
        return seconds;
    }
}
