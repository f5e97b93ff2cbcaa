package org.commonground.negotiation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.commonground.engine.Choice;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.Seat;

/** A contribution as a row of a form. The seat is written as {@code Fao:expert}. */
public record Contributed(String seat, ContributionKind kind, String what, BigDecimal amount, String unit, LocalDate from, LocalDate to) {

    public static Contributed of(Contribution one) {
        return new Contributed(new Seat(one.organisation(), one.role()).key(), one.kind(), one.what(), one.amount(), one.unit(),
                one.from(), one.to());
    }

    /** A row that waits to be filled in; of its kind is known what the role says. */
    public static Contributed open(Seat seat) {
        return new Contributed(seat.key(), ContributionKind.usualOf(seat.role()), null, null, null, null, null);
    }

    public static List<Choice> choices(List<Seat> seats, Map<OrganisationId, String> names) {
        return seats.stream().map(seat -> new Choice(names.get(seat.organisation()) + ", " + seat.role().label().toLowerCase(),
                seat.key())).toList();
    }

    public Contribution contribution() {
        Seat giving = Seat.of(seat);
        return Contribution.given(giving.organisation(), giving.role(), kind, what, amount, unit, from, to);
    }
}
