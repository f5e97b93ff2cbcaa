package org.commonground.picture;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.commonground.foundation.NotFound;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.organisation.OrganisationService;
import org.commonground.partnership.HeldSeat;
import org.commonground.partnership.Member;
import org.commonground.partnership.PartnershipService;
import org.commonground.partnership.PartnershipTitle;
import org.commonground.partnership.SeatIn;
import org.springframework.stereotype.Service;

/** The webs of all partnerships, as they are today. */
@Service
public class PartnershipWebs {

    private final PartnershipService partnerships;
    private final OrganisationService organisations;

    PartnershipWebs(PartnershipService partnerships, OrganisationService organisations) {
        this.partnerships = partnerships;
        this.organisations = organisations;
    }

    /** Its members in their seats, their connections, and the needed roles that nobody holds or waived. */
    public PartnershipWeb of(PartnershipId id) {
        PartnershipTitle title = partnerships.title(id)
                .orElseThrow(() -> new NotFound("There is no partnership with the number %s.".formatted(id)));
        Map<OrganisationId, String> names = new HashMap<>();
        organisations.verified().forEach(card -> names.put(card.id(), card.name()));
        Map<OrganisationId, List<SeatIn>> seats = new HashMap<>();
        for (HeldSeat held : partnerships.seats(id)) {
            seats.computeIfAbsent(held.organisation(), organisation -> new ArrayList<>()).add(held.seat());
        }
        List<PartnershipWeb.Partner> partners = new ArrayList<>();
        for (Member member : partnerships.members(id)) {
            OrganisationId organisation = member.organisation();
            // Whose registration ran out is a member still.
            String name = names.computeIfAbsent(organisation, one -> organisations.card(one).name());
            partners.add(new PartnershipWeb.Partner(organisation, name, member.standing(), seats.getOrDefault(organisation, List.of())));
        }
        return new PartnershipWeb(title.title(), partners, partnerships.gaps(id), partnerships.links(id));
    }
}
