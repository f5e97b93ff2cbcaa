package org.commonground.home;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.commonground.foundation.Days;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.organisation.OrganisationCard;
import org.commonground.organisation.OrganisationService;
import org.commonground.partnership.HeldSeat;
import org.commonground.partnership.Member;
import org.commonground.partnership.PartnershipService;
import org.commonground.partnership.Standing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who belongs to a partnership, in which seats, and who are the people there. */
@Component
public class Partners {

    private final JdbcClient jdbc;
    private final PartnershipService partnerships;
    private final OrganisationService organisations;

    Partners(JdbcClient jdbc, PartnershipService partnerships, OrganisationService organisations) {
        this.jdbc = jdbc;
        this.partnerships = partnerships;
        this.organisations = organisations;
    }

    /** In the order of joining, however many they are in a few statements. */
    public List<Partner> of(PartnershipId partnership) {
        List<Member> members = partnerships.members(partnership);
        List<OrganisationId> ids = members.stream().map(Member::organisation).toList();
        Map<OrganisationId, OrganisationCard> cards = organisations.cards(ids);
        Map<OrganisationId, List<HeldSeat>> seats = partnerships.seats(partnership).stream()
                .collect(Collectors.groupingBy(HeldSeat::organisation));
        Map<String, List<String>> people = people(ids);
        Map<OrganisationId, LocalDate> leaving = partnerships.leaving(partnership);
        OrganisationId lead = partnerships.presentLead(partnership).orElse(null);
        return members.stream().map(member -> {
            OrganisationCard card = cards.get(member.organisation());
            return new Partner(card.id().code(), card.name(), card.kind() + ", " + card.country(), standing(member, lead, leaving),
                    seats.getOrDefault(card.id(), List.of()).stream().map(held -> held.seat().inWords()).toList(),
                    people.getOrDefault(card.id().code(), List.of()));
        }).toList();
    }

    private static String standing(Member member, OrganisationId lead, Map<OrganisationId, LocalDate> leaving) {
        String standing = member.standing() == Standing.ALLY ? "Ally" : member.organisation().equals(lead) ? "Partner, leads" : "Partner";
        LocalDate leaves = leaving.get(member.organisation());
        return standing + " since " + Days.brief(member.joined()) + (leaves == null ? "" : ", leaves on " + Days.brief(leaves));
    }

    private Map<String, List<String>> people(List<OrganisationId> ids) {
        Map<String, List<String>> people = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql("select organisation, name, focal_point from affiliation where present is not null and organisation in (:codes)"
                    + " order by focal_point desc, lower(name), id").param("codes", ids.stream().map(OrganisationId::code).toList())
                    .query(row -> {
                        people.computeIfAbsent(row.getString(1), one -> new ArrayList<>())
                                .add(row.getString(2) + (row.getBoolean(3) ? " (focal point)" : ""));
                    });
        }
        return people;
    }

    /**
     * A member.
     *
     * @param kind     what it is and where, in words
     * @param standing what it is to the partnership and since when
     */
    public record Partner(String code, String name, String kind, String standing, List<String> seats, List<String> people) {
    }
}
