package org.commonground.reckoning;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;

import org.commonground.foundation.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What members say at the end: rows that are written once. The closure reads them. */
@Repository
class ReckoningTables {

    private final JdbcClient jdbc;
    private final Clock clock;

    ReckoningTables(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whether the organisation is a member and has not said yet whether its list is right. */
    boolean isAwaited(UUID closure, OrganisationId organisation) {
        return !jdbc.sql("""
                select m.organisation from member m join closure c on c.partnership = m.partnership
                where c.id = ? and m.present = ? and not exists (
                  select 1 from reconciliation said where said.closure = c.id and said.organisation = m.present)""")
                .params(closure, organisation.code()).query(String.class).list().isEmpty();
    }

    void reconcile(UUID closure, OrganisationId organisation, boolean agreed, String words, String person) {
        jdbc.sql("insert into reconciliation (closure, organisation, agreed, words, reconciled_by, reconciled_at) values (?, ?, ?, ?, ?,"
                + " ?)").params(closure, organisation.code(), agreed, words, person, now()).update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
