package org.commonground.candidate;

import static org.commonground.foundation.Words.said;

import org.commonground.organisation.FlagLevel;

/** A doubt about a candidate that the registry should know of. */
public record Doubt(FlagLevel level, String reason) {

    public Doubt {
        reason = said(reason, "Please say what the doubt is: it is looked into before anything is decided.");
    }
}
