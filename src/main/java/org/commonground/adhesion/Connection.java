package org.commonground.adhesion;

import static org.commonground.foundation.Words.said;

import org.commonground.foundation.Level;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.Refusal;

/** With whom a newcomer needs to be in partnership, about what and at which level. */
public record Connection(OrganisationId other, String about, Level level) {

    public Connection {
        Refusal.unless(other != null, "Please choose with whom it shall be connected.");
        about = said(about, "Please say what each connection is about.");
        Refusal.unless(level != null, "Please choose the level of each connection.");
    }
}
