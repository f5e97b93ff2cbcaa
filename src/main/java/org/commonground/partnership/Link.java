package org.commonground.partnership;

import static org.commonground.foundation.Words.said;

import org.commonground.foundation.Level;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.Refusal;

/**
 * Two members that need to be in partnership with each other, about what and at which level. It has no direction: the two
 * stand in alphabetical order of their codes.
 */
public record Link(OrganisationId one, OrganisationId other, String about, Level level) {

    public Link {
        Refusal.unless(one != null && other != null, "A connection has two organisations. Please choose both.");
        Refusal.unless(!one.equals(other), "An organisation cannot be connected with itself. Please choose two different ones.");
        about = said(about, "Please say what each connection is about.");
        Refusal.unless(level != null, "Please choose the level of each connection.");
        if (one.code().compareTo(other.code()) > 0) {
            OrganisationId first = other;
            other = one;
            one = first;
        }
    }
}
