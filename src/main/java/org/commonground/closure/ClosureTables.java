package org.commonground.closure;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

import org.commonground.foundation.OrganisationId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What members and the coordinator said in a closure: rows that are written once. */
@Repository
class ClosureTables {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Clock clock;

    ClosureTables(JdbcClient jdbc, JdbcTemplate batches, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
    }

    List<Reconciliation> reconciliations(UUID closure) {
        return jdbc.sql("""
                select r.organisation, o.name, r.agreed, r.words from reconciliation r join organisation o on o.code = r.organisation
                where r.closure = ? order by lower(o.name), o.code""")
                .param(closure)
                .query((row, nr) -> new Reconciliation(new OrganisationId(row.getString(1)), row.getString(2), row.getBoolean(3),
                        row.getString(4))).list();
    }

    void handOver(UUID closure, List<Transfer> transfers, String person) {
        int before = jdbc.sql("select count(*) from transfer where closure = ?").param(closure).query(Integer.class).single();
        Timestamp now = now();
        List<Object[]> rows = new ArrayList<>();
        for (Transfer transfer : transfers) {
            rows.add(new Object[] {UUID.randomUUID(), closure, before + rows.size() + 1, transfer.kind().name(), transfer.what(),
                    transfer.receiver(), Date.valueOf(transfer.on()), person, now});
        }
        batches.batchUpdate("""
                insert into transfer (id, closure, nr, kind, what, receiver, handed_on, recorded_by, recorded_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)""", rows);
    }

    List<Transfer> transfers(UUID closure) {
        return jdbc.sql("select kind, what, receiver, handed_on from transfer where closure = ? order by nr").param(closure)
                .query((row, nr) -> new Transfer(TransferKind.valueOf(row.getString(1)), row.getString(2), row.getString(3),
                        row.getObject(4, LocalDate.class)))
                .list();
    }

    void settle(UUID closure, List<Settlement> settlements, String person) {
        Timestamp now = now();
        batches.batchUpdate("insert into closing_item (closure, item, done, words, settled_by, settled_at) values (?, ?, ?, ?, ?, ?)",
                settlements.stream().map(one -> new Object[] {closure, one.item().name(), one.done(), one.words(), person, now}).toList());
    }

    /** In the order of the list. */
    List<Settlement> settlements(UUID closure) {
        return jdbc.sql("select item, done, words from closing_item where closure = ?").param(closure)
                .query((row, nr) -> new Settlement(ClosingItem.valueOf(row.getString(1)), row.getBoolean(2), row.getString(3))).list()
                .stream().sorted(Comparator.comparing(Settlement::item)).toList();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
