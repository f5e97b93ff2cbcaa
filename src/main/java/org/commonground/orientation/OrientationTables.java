package org.commonground.orientation;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import org.commonground.foundation.Amounts;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.partnership.OncePerTransaction;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How the work was begun: rows that are written once. */
@Repository
class OrientationTables {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Clock clock;
    private final OncePerTransaction once;

    OrientationTables(JdbcClient jdbc, JdbcTemplate batches, Clock clock, OncePerTransaction once) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
        this.once = once;
    }

    boolean isOriented(PartnershipId partnership) {
        return jdbc.sql("select partnership from orientation where partnership = ?").param(partnership.value()).query(String.class)
                .optional().isPresent();
    }

    void orient(PartnershipId partnership, Orientation orientation, String person) {
        jdbc.sql("insert into orientation (partnership, held_on, minutes, recorded_by, recorded_at) values (?, ?, ?, ?, ?)")
                .params(Arrays.asList(partnership.value(), orientation.wasHeld() ? Date.valueOf(orientation.heldOn()) : null,
                        orientation.minutes(), person, now())).update();
        batches.batchUpdate("insert into orientation_guest (partnership, organisation) values (?, ?)",
                orientation.present().stream().map(guest -> new Object[] {partnership.value(), guest.code()}).toList());
    }

    Optional<SupportMechanism> support(PartnershipId partnership) {
        return jdbc.sql("select mechanism from support_mechanism where partnership = ?").param(partnership.value()).query(String.class)
                .optional().map(SupportMechanism::valueOf);
    }

    String supportReason(PartnershipId partnership) {
        return jdbc.sql("select reason from support_mechanism where partnership = ?").param(partnership.value()).query(String.class)
                .single();
    }

    void choose(PartnershipId partnership, SupportMechanism mechanism, String reason) {
        jdbc.sql("insert into support_mechanism (partnership, mechanism, reason, chosen_at) values (?, ?, ?, ?)")
                .params(partnership.value(), mechanism.name(), reason, now()).update();
    }

    Optional<OrganisationId> host(PartnershipId partnership) {
        return jdbc.sql("select host from secretariat where partnership = ? and host is not null").param(partnership.value())
                .query(String.class).optional().map(OrganisationId::new);
    }

    boolean hasSecretariat(PartnershipId partnership) {
        return jdbc.sql("select count(*) from secretariat where partnership = ?").param(partnership.value()).query(Integer.class)
                .single() > 0;
    }

    void setUp(PartnershipId partnership, Secretariat secretariat, String person) {
        jdbc.sql("""
                insert into secretariat (partnership, host, duties, cost, currency, paid_by, set_up_by, set_up_at)
                values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(partnership.value(), secretariat.host().code(), secretariat.duties(),
                        secretariat.paidBy() == null ? null : secretariat.cost(), secretariat.currency(),
                        secretariat.paidBy() == null ? null : secretariat.paidBy().code(), person, now()).update();
        List<Secretariat.Person> people = secretariat.members();
        batches.batchUpdate("insert into secretariat_member (partnership, nr, organisation, person, duty) values (?, ?, ?, ?, ?)",
                IntStream.range(0, people.size()).mapToObj(nr -> new Object[] {partnership.value(), nr + 1,
                        people.get(nr).organisation().code(), people.get(nr).name(), people.get(nr).duty()}).toList());
    }

    /** What the secretariat does, where this organisation hosts it. */
    Optional<String> hostedBy(PartnershipId partnership, OrganisationId host) {
        return jdbc.sql("select duties from secretariat where partnership = ? and host = ?").params(partnership.value(), host.code())
                .query(String.class).optional();
    }

    /** What it costs, where this organisation pays for it. */
    Optional<String> paidBy(PartnershipId partnership, OrganisationId payer) {
        return jdbc.sql("select cost, currency from secretariat where partnership = ? and paid_by = ?")
                .params(partnership.value(), payer.code()).query((row, nr) -> Amounts.inWords(row.getBigDecimal(1), row.getString(2)))
                .optional();
    }

    /** Who of this organisation works in it, with what, by number. */
    Map<Integer, String> peopleOf(PartnershipId partnership, OrganisationId organisation) {
        Map<Integer, String> people = new LinkedHashMap<>();
        jdbc.sql("select nr, person, duty from secretariat_member where partnership = ? and organisation = ? and left_on is null"
                + " order by nr")
                .params(partnership.value(), organisation.code())
                .query(row -> {
                    people.put(row.getInt(1), "%s, %s".formatted(row.getString(2), row.getString(3)));
                });
        return people;
    }

    /** @param host null where nobody hosts it */
    void host(PartnershipId partnership, OrganisationId host) {
        jdbc.sql("update secretariat set host = ? where partnership = ?")
                .params(Arrays.asList(host == null ? null : host.code(), partnership.value())).update();
    }

    /** @param payer null where nobody pays, so that it costs nothing any more */
    void payer(PartnershipId partnership, OrganisationId payer) {
        if (payer == null) {
            jdbc.sql("update secretariat set cost = null, currency = null, paid_by = null where partnership = ?")
                    .param(partnership.value()).update();
        } else {
            jdbc.sql("update secretariat set paid_by = ? where partnership = ?").params(payer.code(), partnership.value()).update();
        }
    }

    /** Somebody of another organisation works in it instead; that one names the person. */
    void replace(PartnershipId partnership, int nr, OrganisationId organisation) {
        letGo(partnership, nr);
        jdbc.sql("""
                insert into secretariat_member (partnership, nr, organisation, person, duty)
                select m.partnership, (select max(x.nr) + 1 from secretariat_member x where x.partnership = m.partnership),
                       o.code, 'somebody of ' || substring(o.name, 1, 100), m.duty
                from secretariat_member m, organisation o where m.partnership = ? and m.nr = ? and o.code = ?""")
                .params(partnership.value(), nr, organisation.code()).update();
    }

    void letGo(PartnershipId partnership, int nr) {
        jdbc.sql("update secretariat_member set left_on = ? where partnership = ? and nr = ?")
                .params(Date.valueOf(LocalDate.now(clock)), partnership.value(), nr).update();
    }

    Map<OrganisationId, String> names(PartnershipId partnership) {
        return present(partnership).names();
    }

    Set<OrganisationId> leaving(PartnershipId partnership) {
        return present(partnership).leaving();
    }

    private Present present(PartnershipId partnership) {
        return once.read(new NamesIn(partnership), () -> readNames(partnership));
    }

    private Present readNames(PartnershipId partnership) {
        Present present = new Present(new LinkedHashMap<>(), new HashSet<>());
        jdbc.sql("""
                select o.code, o.name, m.leaves_on from member m join organisation o on o.code = m.present
                where m.partnership = ? order by lower(o.name), o.code""")
                .param(partnership.value()).query(row -> {
                    OrganisationId organisation = new OrganisationId(row.getString(1));
                    present.names().put(organisation, row.getString(2));
                    if (row.getDate(3) != null) {
                        present.leaving().add(organisation);
                    }
                });
        return present;
    }

    private record Present(Map<OrganisationId, String> names, Set<OrganisationId> leaving) {
    }

    private record NamesIn(PartnershipId partnership) {
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
