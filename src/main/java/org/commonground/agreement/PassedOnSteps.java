package org.commonground.agreement;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.vision.AgendaItem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Steps of the agenda that somebody else takes than was named in it, or nobody. What was signed keeps its words. */
@Repository
class PassedOnSteps {

    private final JdbcClient jdbc;
    private final Clock clock;

    PassedOnSteps(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    /** @param taker null where nobody takes it any more */
    void write(PartnershipId partnership, AgendaItem step, OrganisationId taker) {
        jdbc.sql("delete from agenda_step_passed_on where partnership = ? and what = ? and by_when = ?")
                .params(partnership.value(), step.what(), Date.valueOf(step.byWhen())).update();
        jdbc.sql("insert into agenda_step_passed_on (partnership, what, by_when, organisation, passed_on) values (?, ?, ?, ?, ?)")
                .params(Arrays.asList(partnership.value(), step.what(), Date.valueOf(step.byWhen()), taker == null ? null : taker.code(),
                        Timestamp.from(clock.instant()))).update();
    }

    /** The agenda as it is followed now. */
    List<AgendaItem> over(PartnershipId partnership, List<AgendaItem> agenda) {
        if (agenda.isEmpty()) {
            return agenda;
        }
        Map<List<Object>, Optional<OrganisationId>> passed = new HashMap<>();
        jdbc.sql("select what, by_when, organisation from agenda_step_passed_on where partnership = ?").param(partnership.value())
                .query(row -> {
                    passed.put(List.of(row.getString(1), row.getObject(2, LocalDate.class)),
                            Optional.ofNullable(row.getString(3)).map(OrganisationId::new));
                });
        return passed.isEmpty() ? agenda : agenda.stream().flatMap(step -> passed.getOrDefault(List.of(step.what(), step.byWhen()),
                Optional.of(step.who())).map(who -> new AgendaItem(step.what(), who, step.byWhen(), step.with())).stream()).toList();
    }
}
