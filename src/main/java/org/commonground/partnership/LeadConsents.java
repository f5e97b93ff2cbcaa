package org.commonground.partnership;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What organisations answered when they were named to lead: rows that are written once. */
@Repository
class LeadConsents {

    private final JdbcClient jdbc;
    private final Clock clock;

    LeadConsents(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void add(PartnershipId partnership, OrganisationId organisation, boolean accepted, String reason, String person) {
        jdbc.sql("""
                insert into lead_consent (id, partnership, nr, organisation, accepted, reason, answered_by, answered_at)
                values (?, ?, (select coalesce(max(earlier.nr), 0) + 1 from lead_consent earlier where earlier.partnership = ?),
                    ?, ?, ?, ?, ?)
                """)
                .params(UUID.randomUUID(), partnership.value(), partnership.value(), organisation.code(), accepted, reason, person,
                        Timestamp.from(clock.instant()))
                .update();
    }

    /** Whether who answered last said yes. */
    boolean lastAccepted(PartnershipId partnership) {
        return jdbc.sql("select accepted from lead_consent where partnership = ? order by nr desc fetch first 1 row only")
                .param(partnership.value()).query(Boolean.class).optional().orElse(false);
    }

    /** Those whose last answer was no, the latest first. */
    List<LeadDecline> declines(PartnershipId partnership) {
        return jdbc.sql("""
                select c.organisation, o.name, c.reason from lead_consent c join organisation o on o.code = c.organisation
                where c.partnership = :partnership and not c.accepted and not exists (select 1 from lead_consent later
                    where later.partnership = c.partnership and later.organisation = c.organisation and later.nr > c.nr)
                order by c.nr desc""")
                .param("partnership", partnership.value())
                .query((row, nr) -> new LeadDecline(new OrganisationId(row.getString(1)), row.getString(2), row.getString(3))).list();
    }
}
