package org.commonground.closure;

import java.time.LocalDate;
import java.util.Optional;

import org.commonground.foundation.Days;
import org.commonground.foundation.PartnershipId;
import org.commonground.matter.LastCall;
import org.springframework.stereotype.Component;

/** Once the closing list is settled nothing is raised any more: the partnership is being closed. */
@Component
class SettledList implements LastCall {

    private final Closures closures;

    SettledList(Closures closures) {
        this.closures = closures;
    }

    @Override
    public Optional<String> tooLate(PartnershipId partnership) {
        return closures.findByPartnership(partnership.value()).map(Closure::settledOn).map(day -> tooLate(partnership, day));
    }

    private static String tooLate(PartnershipId partnership, LocalDate day) {
        return "The closing list of %s was settled on %s, so nothing can be raised in it any more.".formatted(partnership,
                Days.inWords(day));
    }
}
