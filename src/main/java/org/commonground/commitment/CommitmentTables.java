package org.commonground.commitment;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Role;
import org.commonground.foundation.Seat;
import org.commonground.negotiation.ContributionKind;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the seats committed, and in which instalments its money comes: rows that are written once. */
@Repository
class CommitmentTables {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Clock clock;

    CommitmentTables(JdbcClient jdbc, JdbcTemplate batches, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
    }

    Set<Seat> pledged(PartnershipId partnership) {
        return jdbc.sql("select organisation, role from pledge where partnership = ?").param(partnership.value())
                .query((row, nr) -> new Seat(new OrganisationId(row.getString(1)), Role.of(row.getString(2)))).list().stream()
                .collect(Collectors.toSet());
    }

    /** @param rows what is committed, in order; each with the id it gets */
    void pledge(PartnershipId partnership, Seat seat, int version, List<Pledged> rows, Map<UUID, List<Payment>> payments, String person) {
        UUID pledge = UUID.randomUUID();
        Timestamp now = now();
        jdbc.sql("insert into pledge (id, partnership, organisation, role, agreement_version, made_by, made_at) values (?, ?, ?, ?, ?, ?,"
                + " ?)").params(pledge, partnership.value(), seat.organisation().code(), seat.role().key(), version, person, now).update();
        batches.batchUpdate("""
                insert into commitment (id, pledge, nr, kind, what, detail, amount, unit, begins_on, ends_on, agreed, difference, reason)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                IntStream.range(0, rows.size()).mapToObj(nr -> {
                    Pledged row = rows.get(nr);
                    Offer offer = row.offer();
                    return new Object[] {row.id(), pledge, nr + 1, row.kind().key(), offer.what(), offer.detail(),
                            offer.amount(), offer.unit(),
                            date(offer.from()), date(offer.to()), row.agreed(), row.difference(), offer.reason()};
                }).toList());
        batches.batchUpdate("insert into commitment_outcome (commitment, kept, reason, decided_by, decided_at) values (?, ?, ?, ?, ?)",
                rows.stream().filter(row -> row.offer().cannot())
                        .map(row -> new Object[] {row.id(), false, row.offer().reason(), person, now}).toList());
        batches.batchUpdate("insert into instalment (id, commitment, nr, due, amount, receiver, ask_on) values (?, ?, ?, ?, ?, ?, ?)",
                payments.entrySet().stream().flatMap(entry -> IntStream.range(0, entry.getValue().size()).mapToObj(nr -> {
                    Payment payment = entry.getValue().get(nr);
                    return new Object[] {UUID.randomUUID(), entry.getKey(), nr + 1, date(payment.due()), payment.amount(),
                            payment.receiver().code(), date(payment.due())};
                })).toList());
    }

    /** False when somebody said before what became of it. */
    boolean decide(UUID commitment, boolean kept, String reason, String person) {
        return jdbc.sql("""
                insert into commitment_outcome (commitment, kept, reason, decided_by, decided_at)
                select c.id, cast(? as boolean), ?, ?, cast(? as timestamp with time zone) from commitment c where c.id = ? and not exists \
                (select 1 from commitment_outcome o where o.commitment = c.id)""")
                .params(kept, reason, person, now(), commitment).update() == 1;
    }

    /** By name of the organisation, role, and the order in which they were given. */
    List<Commitment> commitments(PartnershipId partnership) {
        return jdbc.sql("""
                select c.*, o.name from commitment_standing c join organisation o on o.code = c.organisation
                where c.partnership = ? order by lower(o.name), c.organisation, c.role, c.nr""")
                .param(partnership.value()).query((row, nr) -> commitment(row)).list();
    }

    private static Commitment commitment(ResultSet row) throws SQLException {
        return new Commitment(row.getObject("id", UUID.class),
                new Seat(new OrganisationId(row.getString("organisation")), Role.of(row.getString("role"))),
                row.getString("name"), ContributionKind.of(row.getString("kind")), row.getString("what"), row.getString("detail"),
                row.getBigDecimal("amount"), row.getString("unit"), row.getObject("begins_on", LocalDate.class),
                row.getObject("ends_on", LocalDate.class),
                row.getString("agreed"), row.getString("difference"), row.getString("reason"), row.getBigDecimal("received"),
                CommitmentState.valueOf(row.getString("state")), row.getString("outcome_reason"));
    }

    /** Ids of the instalments in which a commitment's money was to come. */
    List<UUID> instalments(UUID commitment) {
        return jdbc.sql("select id from instalment where commitment = ?").param(commitment).query(UUID.class).list();
    }

    private static Date date(LocalDate day) {
        return day == null ? null : Date.valueOf(day);
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    /**
     * One commitment as it is written.
     *
     * @param agreed     what the agreement says, in words, or null
     * @param difference in words, or null
     */
    record Pledged(UUID id, ContributionKind kind, Offer offer, String agreed, String difference) {
    }
}
