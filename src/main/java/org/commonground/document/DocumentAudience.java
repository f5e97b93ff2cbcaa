package org.commonground.document;

import org.commonground.foundation.OrganisationId;

/**
 * Who may read a document beside the secretariat.
 *
 * @param organisation the one it is for; null unless it is for one
 */
public record DocumentAudience(Kind kind, OrganisationId organisation) {

    public enum Kind { MEMBERS, STAFF, ORGANISATION }

    public static final DocumentAudience MEMBERS = new DocumentAudience(Kind.MEMBERS, null);
    public static final DocumentAudience STAFF = new DocumentAudience(Kind.STAFF, null);

    /** The people of one organisation. */
    public static DocumentAudience only(OrganisationId organisation) {
        return new DocumentAudience(Kind.ORGANISATION, organisation);
    }

    public String inWords() {
        return switch (kind) {
            case MEMBERS -> "All members";
            case STAFF -> "Secretariat";
            case ORGANISATION -> organisation + " and the secretariat";
        };
    }
}
