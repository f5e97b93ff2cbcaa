package org.commonground.parting;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

import org.commonground.foundation.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which partners have said what they take of what was left: rows that are written once. */
@Repository
class SettlingVoices {

    private final JdbcClient jdbc;
    private final Clock clock;

    SettlingVoices(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void add(UUID matter, OrganisationId partner, String person) {
        jdbc.sql("insert into settling_voice (withdrawal, organisation, given_by, given_at) values (?, ?, ?, ?)")
                .params(matter, partner.code(), person, Timestamp.from(clock.instant())).update();
    }

    List<OrganisationId> of(UUID matter) {
        return jdbc.sql("select organisation from settling_voice where withdrawal = ?").param(matter)
                .query((row, nr) -> new OrganisationId(row.getString(1))).list();
    }
}
