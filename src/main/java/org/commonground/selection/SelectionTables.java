package org.commonground.selection;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.commonground.candidate.PartnerFit;
import org.commonground.candidate.Search;
import org.commonground.foundation.Level;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Role;
import org.commonground.partnership.SeatIn;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What candidates and the coordinator said in a selection: rows that are written once. */
@Repository
class SelectionTables {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Clock clock;

    SelectionTables(JdbcClient jdbc, JdbcTemplate batches, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
    }

    void nominateConveners(UUID selection, List<OrganisationId> conveners) {
        Timestamp now = now();
        nominate(conveners.stream().map(one -> new Object[] {UUID.randomUUID(), selection, one.code(), true, null, one.code(), now})
                .toList());
    }

    void nominate(UUID selection, Map<UUID, Nominee> nominees, String person) {
        Timestamp now = now();
        nominate(nominees.entrySet().stream().map(one -> new Object[] {one.getKey(), selection, one.getValue().organisation().code(), false,
                one.getValue().why(), person, now}).toList());
    }

    private void nominate(List<Object[]> rows) {
        batches.batchUpdate("""
                insert into nomination (id, selection, organisation, convener, why, nominated_by, nominated_at)
                values (?, ?, ?, ?, ?, ?, ?)""", rows);
    }

    void ask(Map<UUID, List<SeatIn>> seatsByNomination) {
        List<Object[]> rows = new ArrayList<>();
        seatsByNomination.forEach((nomination, seats) -> {
            for (int nr = 0; nr < seats.size(); nr++) {
                SeatIn seat = seats.get(nr);
                rows.add(new Object[] {UUID.randomUUID(), nomination, nr + 1, seat.role().key(), seat.level().key(), seat.area(),
                        seat.expertise()});
            }
        });
        batches.batchUpdate("""
                insert into asked_seat (id, nomination, nr, role, level, area, expertise)
                values (?, ?, ?, ?, ?, (select code from area where name = ?), ?)""", rows);
    }

    void keepCommonGround(UUID selection, CommonGround ground, String person) {
        jdbc.sql("""
                insert into common_ground (id, selection, nr, shared, clashes, bridges, found_by, found_at)
                values (?, ?, (select coalesce(max(g.nr), 0) + 1 from common_ground g where g.selection = ?), ?, ?, ?, ?, ?)""")
                .params(UUID.randomUUID(), selection, selection, ground.shared(), ground.clashes(), ground.bridges(), person, now())
                .update();
    }

    Optional<CommonGround> commonGround(UUID selection) {
        return jdbc.sql("select shared, clashes, bridges from common_ground where selection = ? order by nr desc fetch first 1 row only")
                .param(selection).query(CommonGround.class).optional();
    }

    /** What was found last when the partnership was founded. */
    Optional<CommonGround> foundingGround(PartnershipId partnership) {
        return jdbc.sql("""
                select g.shared, g.clashes, g.bridges from common_ground g join selection s on s.id = g.selection
                where s.partnership = ? and s.purpose = ? order by s.opened_at desc, g.nr desc fetch first 1 row only""")
                .params(partnership.value(), SearchPurpose.FOUNDING.name()).query(CommonGround.class).optional();
    }

    void decide(Map<UUID, Decision> decisions, String person) {
        Timestamp now = now();
        batches.batchUpdate(
                "insert into decision (nomination, outcome, reason, belongs, decided_by, decided_at) values (?, ?, ?, ?, ?, ?)",
                decisions.entrySet().stream().map(one -> new Object[] {one.getKey(), one.getValue().outcome().key(),
                        one.getValue().reason(), one.getValue().belongs(), person, now}).toList());
    }

    List<Decision> decisions(UUID selection) {
        return jdbc.sql("""
                select n.organisation, d.outcome, d.reason, d.belongs from decision d join nomination n on n.id = d.nomination
                where n.selection = ? order by n.convener desc, n.organisation""")
                .param(selection)
                .query((row, nr) -> new Decision(new OrganisationId(row.getString(1)), PartnerFit.of(row.getString(2)), row.getString(3),
                        row.getString(4)))
                .list();
    }

    /** Who is still in question in other open searches of the partnership, each with the seats it is asked for there. */
    Map<OrganisationId, List<SeatIn>> elsewhere(Search search) {
        Map<OrganisationId, List<SeatIn>> seats = new LinkedHashMap<>();
        jdbc.sql("""
                select n.organisation, q.role, q.level, area.name, q.expertise from candidacy n join selection s on s.id = n.selection
                left join asked_seat q on q.nomination = n.id left join area on area.code = q.area
                left join decision d on d.nomination = n.id
                where s.partnership = ? and s.open_in is not null and s.open_in <> ? and n.state not in ('DECLINED', 'SILENT')
                and (d.outcome is null or d.outcome <> 'decline') order by n.organisation, q.nr""")
                .params(search.partnership().value(), search.key())
                .query(row -> {
                    List<SeatIn> asked = seats.computeIfAbsent(new OrganisationId(row.getString(1)), one -> new ArrayList<>());
                    if (row.getString(2) != null) {
                        asked.add(new SeatIn(Role.of(row.getString(2)), Level.of(row.getString(3)), row.getString(4), row.getString(5)));
                    }
                });
        return seats;
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
