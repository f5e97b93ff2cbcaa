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
import org.commonground.stage.Prop;
import org.springframework.context.annotation.Primary;

/**
 * What is agreed about the work, unless a test changes it: it began today and is reported every three months; each implementer brings
 * forty field schools.
 */
@Primary
public class SampleWork implements AgreementReader, Prop {

    private final PartnershipService partnerships;
    private final Clock clock;
    private AgreementCalendar calendar;
    /** Null while it is the usual. */
    AgreedWork work;
    List<AgendaItem> agenda;

    SampleWork(PartnershipService partnerships, Clock clock) {
        this.partnerships = partnerships;
        this.clock = clock;
        putBack();
    }

    @Override
    public void putBack() {
        calendar = new AgreementCalendar(clock.instant(), clock.getZone(), Pace.IN_EARNEST);
        work = null;
        agenda = List.of();
    }

    @Override
    public AgreedWork work(PartnershipId partnership) {
        return work == null ? usual(partnership) : work;
    }

    private AgreedWork usual(PartnershipId partnership) {
        LocalDate today = LocalDate.ofInstant(calendar.sealedAt(), clock.getZone());
        return new AgreedWork(1, calendar, 3, 36, partnerships.seats(partnership).stream()
                .filter(held -> held.seat().role() == Role.IMPLEMENTER)
                .map(held -> new Contribution(null, held.organisation(), Role.IMPLEMENTER, ContributionKind.ACTIVITIES, "Field schools",
                        BigDecimal.valueOf(40), "groups", today, today.plusMonths(36))).toList());
    }

    @Override
    public List<AgendaItem> agenda(PartnershipId partnership) {
        return agenda;
    }
}
