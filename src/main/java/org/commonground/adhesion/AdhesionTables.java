package org.commonground.adhesion;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.commonground.foundation.Level;
import org.commonground.foundation.OrganisationId;
import org.commonground.partnership.Link;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** With whom a newcomer shall be connected, and how it was shown the work. */
@Repository
class AdhesionTables {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Clock clock;

    AdhesionTables(JdbcClient jdbc, JdbcTemplate batches, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
    }

    void connect(Adhesion adhesion, List<Connection> connections) {
        jdbc.sql("delete from adhesion_link where adhesion = ?").param(adhesion.id()).update();
        batches.batchUpdate("insert into adhesion_link (adhesion, nr, other, about, level) values (?, ?, ?, ?, ?)",
                IntStream.range(0, connections.size()).mapToObj(nr -> new Object[] {adhesion.id(), nr + 1,
                        connections.get(nr).other().code(), connections.get(nr).about(), connections.get(nr).level().key()}).toList());
    }

    List<Link> links(Adhesion adhesion) {
        return jdbc.sql("select other, about, level from adhesion_link where adhesion = ? order by nr").param(adhesion.id())
                .query((row, nr) -> new Link(adhesion.newcomer(), new OrganisationId(row.getString(1)), row.getString(2),
                        Level.of(row.getString(3)))).list();
    }

    boolean isOriented(UUID adhesion) {
        return jdbc.sql("select count(*) from newcomer_orientation where adhesion = ?").param(adhesion).query(Integer.class).single() > 0;
    }

    void orient(UUID adhesion, NewcomerOrientation orientation, String person) {
        jdbc.sql("insert into newcomer_orientation (adhesion, held_on, nobody_came, minutes, recorded_by, recorded_at) values (?, ?, ?, ?,"
                + " ?, ?)").params(adhesion, Date.valueOf(orientation.heldOn()), orientation.nobodyCame(), orientation.minutes(), person,
                        Timestamp.from(clock.instant())).update();
        batches.batchUpdate("insert into newcomer_orientation_guest (adhesion, organisation) values (?, ?)",
                orientation.present().stream().map(guest -> new Object[] {adhesion, guest.code()}).toList());
    }
}
