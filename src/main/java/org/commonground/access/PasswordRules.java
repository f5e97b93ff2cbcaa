package org.commonground.access;

/** The engine's password policy in words. */
final class PasswordRules {

    static final String INSTRUCTION = "Take at least 10 characters, among them a small letter, a capital, a digit and a special "
            + "character such as - or !, and neither your name nor your user name.";

    private PasswordRules() {
    }
}
