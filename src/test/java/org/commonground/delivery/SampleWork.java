package org.commonground.delivery;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import org.commonground.agreement.AgreementCalendar;
import org.commonground.foundation.Pace;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Role;
import org.commonground.negotiation.AgendaItem;
import org.commonground.negotiation.Contribution;
import org.commonground.negotiation.ContributionKind;
import org.commonground.partnership.PartnershipService;
import org.springframework.context.annotation.Bean;

/**
 * What is agreed about the work, for tests of later rooms whose partners have negotiated nothing: it began today and is reported every
 * three months; each implementer brings forty field schools.
 */
public class SampleWork {

    @Bean
    AgreementReader agreement(PartnershipService partnerships, Clock clock) {
        LocalDate today = LocalDate.now(clock);
        AgreementCalendar calendar = new AgreementCalendar(clock.instant(), clock.getZone(), Pace.IN_EARNEST);
        return new AgreementReader() {

            @Override
            public AgreedWork work(PartnershipId partnership) {
                return new AgreedWork(1, calendar, 3, 36, partnerships.seats(partnership).stream().filter(held -> held.seat().role() == Role.IMPLEMENTER)
                        .map(held -> new Contribution(null, held.organisation(), Role.IMPLEMENTER, ContributionKind.ACTIVITIES, "Field schools",
                                BigDecimal.valueOf(40), "groups", today, today.plusMonths(36))).toList());
            }

            @Override
            public List<AgendaItem> agenda(PartnershipId partnership) {
                return List.of();
            }
        };
    }
}
