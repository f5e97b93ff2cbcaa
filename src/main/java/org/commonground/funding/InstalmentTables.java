package org.commonground.funding;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.commonground.foundation.Amounts;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.partnership.OncePerTransaction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The instalments that were promised, what came of them, and when their receivers are asked. */
@Repository
class InstalmentTables {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final OncePerTransaction once;

    InstalmentTables(JdbcClient jdbc, Clock clock, OncePerTransaction once) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.once = once;
    }

    List<Instalment> instalments(PartnershipId partnership) {
        return instalments("c.partnership = ?", partnership.value());
    }

    Optional<Instalment> instalment(UUID id) {
        return once.read(new One(id), () -> instalments("i.id = ?", id).stream().findFirst());
    }

    private List<Instalment> instalments(String which, Object parameter) {
        return jdbc.sql("""
                select i.id, i.commitment, i.nr, c.organisation, o.name as provider_name, c.what, i.due, i.amount, c.unit, i.receiver,
                       r.name as receiver_name, coalesce((select sum(t.amount) from receipt t where t.instalment = i.id), 0) as received, \
                       i.ask_on,
                       case when c.state = 'RELEASED' or i.replaced then true else false end as released
                from instalment i join commitment_standing c on c.id = i.commitment
                join organisation o on o.code = c.organisation join organisation r on r.code = i.receiver
                where\s""" + which + " order by i.due, lower(o.name), i.commitment, i.nr")
                .param(parameter)
                .query((row, nr) -> new Instalment(row.getObject("id", UUID.class), row.getObject("commitment", UUID.class),
                        row.getInt("nr"),
                        new OrganisationId(row.getString("organisation")), row.getString("provider_name"), row.getString("what"),
                        row.getObject("due", LocalDate.class), row.getBigDecimal("amount"), row.getString("unit"),
                        new OrganisationId(row.getString("receiver")), row.getString("receiver_name"), row.getBigDecimal("received"),
                        row.getObject("ask_on", LocalDate.class), row.getBoolean("released")))
                .list();
    }

    List<Receipt> receipts(PartnershipId partnership) {
        return jdbc.sql("""
                select t.received_on, t.amount, c.unit, o.name, r.name, c.what, t.note from receipt t
                join instalment i on i.id = t.instalment join commitment_standing c on c.id = i.commitment
                join organisation o on o.code = c.organisation join organisation r on r.code = i.receiver
                where c.partnership = ? order by t.received_on, t.confirmed_at, t.id""")
                .param(partnership.value())
                .query((row, nr) -> new Receipt(row.getObject(1, LocalDate.class), Amounts.inWords(row.getBigDecimal(2), row.getString(3)),
                        row.getString(4), row.getString(5), row.getString(6), row.getString(7)))
                .list();
    }

    /** Until the transaction ends nobody replaces this instalment. False where somebody has. */
    boolean hold(UUID instalment) {
        return jdbc.sql("update instalment set ask_on = ask_on where id = ? and not replaced").param(instalment).update() == 1;
    }

    void receive(UUID instalment, LocalDate on, BigDecimal amount, String note, String person) {
        jdbc.sql("insert into receipt (id, instalment, received_on, amount, note, confirmed_by, confirmed_at) values (?, ?, ?, ?, ?, ?, ?)")
                .params(UUID.randomUUID(), instalment, Date.valueOf(on), amount, note, person, Timestamp.from(clock.instant())).update();
        once.forget();
    }

    void askAgain(UUID instalment, LocalDate on) {
        jdbc.sql("update instalment set ask_on = ? where id = ?").params(Date.valueOf(on), instalment).update();
        once.forget();
    }

    void passOn(UUID instalment, OrganisationId receiver) {
        jdbc.sql("update instalment set receiver = ? where id = ?").params(receiver.code(), instalment).update();
        once.forget();
    }

    void cancel(UUID instalment) {
        jdbc.sql("update instalment set replaced = true where id = ?").param(instalment).update();
        once.forget();
    }

    private record One(UUID id) {
    }
}
