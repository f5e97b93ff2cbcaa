package org.commonground.organisation;

/** Where the registration of an organisation stands. */
public enum RegistrationState {
    REGISTERED("Registered, not verified yet"),
    INCOMPLETE("More is needed"),
    VERIFIED("Verified"),
    REFUSED("Registration refused");

    private final String label;

    RegistrationState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
