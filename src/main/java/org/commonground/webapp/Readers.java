package org.commonground.webapp;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import org.commonground.document.Document;
import org.commonground.document.DocumentAudience;
import org.commonground.document.Papers;
import org.commonground.document.Readership;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.springframework.stereotype.Component;

/** Who may read the papers of a partnership: the people of those whom the rooms name, and staff. */
@Component
public class Readers {

    private static final Set<String> STAFF = Set.of("coordinator", "manager", "camunda-admin");

    private final List<Readership> readerships;

    Readers(List<Readership> readerships) {
        this.readerships = readerships;
    }

    /** Whether the person belongs to it now; who has left reads nothing any more. */
    boolean belongs(LoggedIn.Visitor visitor, PartnershipId partnership) {
        return staff(visitor) || readerships.stream().anyMatch(one -> anyOf(visitor, one.readers(partnership)));
    }

    /** Which papers of a room the person may read: where a paper is for some alone, only they do. */
    public Predicate<Papers.Listed> readable(Papers room, LoggedIn.Visitor visitor, PartnershipId partnership) {
        Predicate<Papers.Listed> readable = readable(visitor, partnership);
        return paper -> room.onlyFor(partnership, paper.nr()).map(circle -> isIn(circle, visitor)).orElseGet(() -> readable.test(paper));
    }

    /** Which papers of the partnership the person may read. */
    Predicate<Papers.Listed> readable(LoggedIn.Visitor visitor, PartnershipId partnership) {
        boolean belongs = belongs(visitor, partnership);
        return paper -> belongs || anyOf(visitor, paper.alsoFor());
    }

    /** Whether the person is one of those who alone read this paper; staff is, for being staff, only where the circle says so. */
    boolean isIn(Papers.Circle circle, LoggedIn.Visitor visitor) {
        return circle.persons().contains(visitor.user()) || anyOf(visitor, circle.organisations()) || circle.staff() && staff(visitor);
    }

    boolean mayRead(LoggedIn.Visitor visitor, Document document) {
        DocumentAudience audience = document.audience();
        return staff(visitor) || switch (audience.kind()) {
            case MEMBERS -> document.partnership() != null && belongs(visitor, document.partnership());
            case ORGANISATION -> anyOf(visitor, List.of(audience.organisation()));
            case STAFF -> false;
        };
    }

    private static boolean staff(LoggedIn.Visitor visitor) {
        return visitor.groups().stream().anyMatch(STAFF::contains);
    }

    private static boolean anyOf(LoggedIn.Visitor visitor, Collection<OrganisationId> organisations) {
        List<String> groups = visitor.groups();
        return organisations.stream().map(OrganisationId::groupId).anyMatch(groups::contains);
    }
}
