package org.commonground.document;

import org.commonground.foundation.OrganisationId;

/**
 * Who may read a document beside the secretariat.
 *
 * @param organisation the one it is for; null unless it is for one
 */
public record Audience(Kind kind, OrganisationId organisation) {

    public enum Kind { MEMBERS, STAFF, ORGANISATION }

    public static final Audience MEMBERS = new Audience(Kind.MEMBERS, null);
    public static final Audience STAFF = new Audience(Kind.STAFF, null);

    /** The people of one organisation. */
    public static Audience only(OrganisationId organisation) {
        return new Audience(Kind.ORGANISATION, organisation);
    }

    public String inWords() {
        return switch (kind) {
            case MEMBERS -> "All members";
            case STAFF -> "Secretariat";
            case ORGANISATION -> organisation + " and the secretariat";
        };
    }
}
