package org.commonground.commitment;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.commonground.foundation.Amounts;
import org.commonground.foundation.Days;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Role;
import org.commonground.foundation.Seat;
import org.commonground.negotiation.ContributionKind;
import org.commonground.partnership.OncePerTransaction;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the seats committed, and in which instalments its money comes: rows that are written once. */
@Repository
class CommitmentTables {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Clock clock;
    private final OncePerTransaction once;

    CommitmentTables(JdbcClient jdbc, JdbcTemplate batches, Clock clock, OncePerTransaction once) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
        this.once = once;
    }

    /** The seats that have given their word, each with the matter whose room asks it anew, if one does. */
    Map<Seat, Optional<UUID>> pledged(PartnershipId partnership) {
        Map<Seat, Optional<UUID>> pledged = new LinkedHashMap<>();
        standing(partnership).stream().collect(Collectors.groupingBy(Standing::pledgedAs, LinkedHashMap::new,
                Collectors.toList())).forEach((seat, all) -> pledged.put(seat, Optional.ofNullable(all.get(0).asking())
                        .filter(matter -> all.stream().allMatch(one -> one.version() < one.askedBy()))));
        return pledged;
    }

    /** @param version since which it is asked anew */
    void askAnew(PartnershipId partnership, Seat seat, int version, UUID matter) {
        askNoMore(partnership, seat);
        jdbc.sql("insert into pledge_renewal (partnership, organisation, role, agreement_version, matter) values (?, ?, ?, ?, ?)")
                .params(partnership.value(), seat.organisation().code(), seat.role().key(), version, matter).update();
        once.forget();
    }

    /** Who joined by a matter whose room asks them what they bring. */
    Map<OrganisationId, UUID> newcomers(PartnershipId partnership) {
        return once.read(new NewcomersIn(partnership), () -> {
            Map<OrganisationId, UUID> newcomers = new LinkedHashMap<>();
            jdbc.sql("select organisation, matter from newcomer_seat_asked where partnership = ?").param(partnership.value()).query(row -> {
                newcomers.put(new OrganisationId(row.getString(1)), row.getObject(2, UUID.class));
            });
            return newcomers;
        });
    }

    private record NewcomersIn(PartnershipId partnership) {
    }

    void askNewcomer(PartnershipId partnership, OrganisationId newcomer, UUID matter) {
        jdbc.sql("delete from newcomer_seat_asked where partnership = ? and organisation = ?").params(partnership.value(), newcomer.code())
                .update();
        jdbc.sql("insert into newcomer_seat_asked (partnership, organisation, matter) values (?, ?, ?)")
                .params(partnership.value(), newcomer.code(), matter).update();
        once.forget();
    }

    void askNoMore(PartnershipId partnership, Seat seat) {
        jdbc.sql("delete from pledge_renewal where partnership = ? and organisation = ? and role = ?")
                .params(partnership.value(), seat.organisation().code(), seat.role().key()).update();
        once.forget();
    }

    /** @param rows what is committed, in order; each with the id it gets */
    void pledge(PartnershipId partnership, Seat seat, int version, List<Pledged> rows, Map<UUID, List<Payment>> payments, String person) {
        UUID pledge = UUID.randomUUID();
        Timestamp now = now();
        jdbc.sql("insert into pledge (id, partnership, organisation, role, agreement_version, made_by, made_at) values (?, ?, ?, ?, ?, ?,"
                + " ?)").params(pledge, partnership.value(), seat.organisation().code(), seat.role().key(), version, person, now).update();
        batches.batchUpdate("""
                insert into commitment
                (id, pledge, nr, kind, what, detail, amount, unit, begins_on, ends_on, agreed, difference, reason, line, origin)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                IntStream.range(0, rows.size()).mapToObj(nr -> {
                    Pledged row = rows.get(nr);
                    Offer offer = row.offer();
                    return new Object[] {row.id(), pledge, nr + 1, row.kind().key(), offer.what(), offer.detail(),
                            offer.amount(), offer.unit(),
                            date(offer.from()), date(offer.to()), row.agreed(), row.difference(), offer.reason(), offer.nr(), row.origin()};
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
        once.forget();
    }

    /** From now on nobody waits for these instalments; a receipt that is being written down comes before or not at all. */
    void replaceInstalments(List<UUID> commitments) {
        batches.batchUpdate("update instalment set replaced = true where commitment = ?",
                commitments.stream().map(one -> new Object[] {one}).toList());
        once.forget();
    }

    /** What came of all instalments of the same things, those of earlier promises too. */
    List<Paid> paid(List<UUID> origins) {
        return paid("c.origin in (:ids)", origins);
    }

    private List<Paid> paid(String which, List<UUID> ids) {
        return jdbc.sql("""
                select i.id, c.origin, coalesce((select sum(r.amount) from receipt r where r.instalment = i.id), 0), i.amount, i.ask_on
                from instalment i join commitment c on c.id = i.commitment where %s""".formatted(which))
                .param("ids", ids)
                .query((row, nr) -> new Paid(row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getBigDecimal(3),
                        row.getBigDecimal(4), row.getObject(5, LocalDate.class))).list();
    }

    /** Releases a commitment because its line stands in the agreement no more. False when somebody said before what became of it. */
    boolean strike(UUID commitment, int version, String reason, String by) {
        return decide(commitment, false, reason, by, version);
    }

    /** False when somebody said before what became of it. */
    boolean decide(UUID commitment, boolean kept, String reason, String person) {
        return decide(commitment, kept, reason, person, null);
    }

    private boolean decide(UUID commitment, boolean kept, String reason, String person, Integer struckBy) {
        boolean first = jdbc.sql("""
                insert into commitment_outcome (commitment, kept, reason, decided_by, decided_at, struck_by)
                select c.id, cast(? as boolean), ?, ?, cast(? as timestamp with time zone), cast(? as integer) from commitment c
                where c.id = ? and not exists (select 1 from commitment_outcome o where o.commitment = c.id)""")
                .params(Arrays.asList(kept, reason, person, now(), struckBy, commitment)).update() == 1;
        once.forget();
        return first;
    }

    /** Another organisation keeps it from now on, its open instalments too. */
    void passOn(UUID commitment, OrganisationId holder) {
        jdbc.sql("update commitment set holder = ? where id = ?").params(holder.code(), commitment).update();
        once.forget();
    }

    /** When the money of commitments is due that has not come, in words, by commitment. */
    Map<UUID, List<String>> toCome(PartnershipId partnership, OrganisationId holder) {
        Map<UUID, List<String>> toCome = new LinkedHashMap<>();
        jdbc.sql("""
                select i.commitment, i.due, i.amount - coalesce((select sum(r.amount) from receipt r where r.instalment = i.id), 0), c.unit
                from instalment i join commitment_standing c on c.id = i.commitment
                where c.partnership = ? and c.organisation = ? and c.state = 'PROMISED' and not i.replaced order by i.due, i.nr""")
                .params(partnership.value(), holder.code()).query(row -> {
                    if (row.getBigDecimal(3).signum() > 0) {
                        toCome.computeIfAbsent(row.getObject(1, UUID.class), one -> new ArrayList<>()).add("%s on %s".formatted(
                                Amounts.inWords(row.getBigDecimal(3), row.getString(4)), Days.inWords(row.getObject(2, LocalDate.class))));
                    }
                });
        return toCome;
    }

    /** By name of the organisation, role, and the order in which they were given; without those that were promised anew. */
    List<Standing> standing(PartnershipId partnership) {
        return once.read(new StandingIn(partnership), () -> jdbc.sql("""
                select c.*, o.name, r.agreement_version as asked_by, r.matter as asking
                from commitment_standing c join organisation o on o.code = c.organisation
                left join pledge_renewal r on r.partnership = c.partnership and r.organisation = c.pledged_by and r.role = c.role
                where c.partnership = ? and not c.renewed
                order by lower(o.name), c.organisation, c.role, c.agreement_version, c.nr""")
                .param(partnership.value()).query((row, nr) -> new Standing(commitment(row), row.getInt("agreement_version"),
                        row.getObject("line", Integer.class), row.getObject("origin", UUID.class), row.getObject("struck_by") != null,
                        row.getInt("asked_by"), row.getObject("asking", UUID.class),
                        new Seat(new OrganisationId(row.getString("pledged_by")), Role.of(row.getString("role")))))
                .list());
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

    /** In what a commitment's money was to come. */
    List<Paid> instalments(UUID commitment) {
        return paid("c.id in (:ids)", List.of(commitment));
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
     * @param origin     the first commitment for the same thing; its own id where it is the first
     * @param came       of the money, by what was promised before
     */
    record Pledged(UUID id, ContributionKind kind, Offer offer, String agreed, String difference, UUID origin, BigDecimal came) {
    }

    /**
     * One commitment that stands.
     *
     * @param version of the agreement that was in force when it was made
     * @param line    of that agreement, counted from 1 within the seat; null for what goes beyond it
     * @param origin  the first commitment for the same thing
     * @param struck  whether it was released because its line was struck from the agreement
     * @param askedBy the version since which its seat was asked anew last; 0 where it never was
     * @param asking  the matter whose room asked it, or null
     * @param pledgedAs the seat that gave its word; another organisation may have taken it over
     */
    record Standing(Commitment commitment, int version, Integer line, UUID origin, boolean struck, int askedBy, UUID asking,
            Seat pledgedAs) {
    }

    /**
     * What came of one instalment.
     *
     * @param origin the first commitment for the same thing
     * @param askOn  the day from which its receiver is asked
     */
    record Paid(UUID instalment, UUID origin, BigDecimal received, BigDecimal amount, LocalDate askOn) {

        /** Whether somebody is being asked on this day whether it came. */
        boolean isAsked(LocalDate today) {
            return !askOn.isAfter(today) && received.compareTo(amount) < 0;
        }
    }

    private record StandingIn(PartnershipId partnership) {
    }
}
