package org.commonground.webapp;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.commonground.agreement.VersionCard;
import org.commonground.document.Audience;
import org.commonground.document.Document;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.negotiation.NegotiationService;
import org.commonground.partnership.Member;
import org.commonground.partnership.PartnershipService;
import org.springframework.stereotype.Component;

/** Who may read the papers of a partnership: the people of its members, those who negotiate with them, and staff. */
@Component
class Readers {

    private static final Set<String> STAFF = Set.of("coordinator", "manager", "camunda-admin");

    private final PartnershipService partnerships;
    private final NegotiationService negotiations;

    Readers(PartnershipService partnerships, NegotiationService negotiations) {
        this.partnerships = partnerships;
        this.negotiations = negotiations;
    }

    /** Whether the person belongs to it now; who has left reads nothing any more. */
    boolean belongs(LoggedIn.Visitor visitor, PartnershipId partnership) {
        return staff(visitor) || anyOf(visitor, partnerships.members(partnership).stream().map(Member::organisation))
                || negotiations.founding(partnership).map(negotiations::parties).filter(parties -> anyOf(visitor, parties.stream())).isPresent();
    }

    /** Whether the person may read this version: who negotiated it, may, though it joins the partnership later. */
    boolean mayRead(LoggedIn.Visitor visitor, VersionCard version) {
        return belongs(visitor, version.partnership()) || anyOf(visitor, negotiations.parties(version.negotiation()).stream());
    }

    boolean mayRead(LoggedIn.Visitor visitor, Document document) {
        Audience audience = document.audience();
        return staff(visitor) || switch (audience.kind()) {
            case MEMBERS -> document.partnership() != null && belongs(visitor, document.partnership());
            case ORGANISATION -> anyOf(visitor, Stream.of(audience.organisation()));
            case STAFF -> false;
        };
    }

    private static boolean staff(LoggedIn.Visitor visitor) {
        return visitor.groups().stream().anyMatch(STAFF::contains);
    }

    private static boolean anyOf(LoggedIn.Visitor visitor, Stream<OrganisationId> organisations) {
        List<String> groups = visitor.groups();
        return organisations.map(OrganisationId::groupId).anyMatch(groups::contains);
    }
}
