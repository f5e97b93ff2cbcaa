package org.commonground.decision;

import org.commonground.foundation.OrganisationId;

/**
 * What one partner said.
 *
 * @param name  of the organisation
 * @param words may be null, but not of who is against
 */
public record Vote(OrganisationId organisation, String name, Voice voice, String words) {

    /** One line for people. */
    public String inWords() {
        return words == null ? "%s: %s".formatted(name, voice.label().toLowerCase())
                : "%s: %s – “%s”".formatted(name, voice.label().toLowerCase(), words);
    }
}
