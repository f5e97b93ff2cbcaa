package org.commonground.partnership;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.Refusal;
import org.commonground.foundation.Role;

/** An organisation that belongs to a partnership now. */
public record Member(OrganisationId organisation, Standing standing, LocalDate joined) {

    /** Joins in these seats. Refused where they do not go with what it is to the partnership. */
    static Member from(LocalDate day, OrganisationId organisation, Standing standing, List<SeatIn> seats) {
        Refusal.unless(!seats.isEmpty(), "%s needs at least one seat: in which role does it take part?".formatted(organisation));
        Refusal.unless(seats.stream().allMatch(seat -> (seat.role() == Role.ALLY) == (standing == Standing.ALLY)),
                "An ally sits in the role of ally and in no other, and a partner in any other role.");
        Refusal.unless(new HashSet<>(seats).size() == seats.size(), "%s would have the same seat twice.".formatted(organisation));
        return new Member(organisation, standing, day);
    }
}
