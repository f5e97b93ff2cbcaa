package org.commonground.orientation;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
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
        batches.batchUpdate("insert into secretariat_member (partnership, nr, organisation, account, person, duty)"
                        + " values (?, ?, ?, ?, ?, ?)",
                IntStream.range(0, people.size()).mapToObj(nr -> new Object[] {partnership.value(), nr + 1,
                        people.get(nr).organisation().code(), people.get(nr).account(), people.get(nr).name(), people.get(nr).duty()})
                        .toList());
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

    /** The person of another organisation works in it instead, who took the place. */
    void replace(PartnershipId partnership, int nr, OrganisationId organisation, String account) {
        letGo(partnership, nr);
        jdbc.sql("""
                insert into secretariat_member (partnership, nr, organisation, account, person, duty)
                select m.partnership, (select max(x.nr) + 1 from secretariat_member x where x.partnership = m.partnership),
                       o.code, ?, coalesce((select max(a.name) from affiliation a
                                            where a.organisation = o.code and a.user_id = ? and a.present is not null),
                                           'somebody of ' || substring(o.name, 1, 100)), m.duty
                from secretariat_member m, organisation o where m.partnership = ? and m.nr = ? and o.code = ?""")
                .params(account, account, partnership.value(), nr, organisation.code()).update();
    }

    void letGo(PartnershipId partnership, int nr) {
        jdbc.sql("update secretariat_member set left_on = ? where partnership = ? and nr = ?")
                .params(today(), partnership.value(), nr).update();
    }

    /** Whoever has this account works in no secretariat any more, in these partnerships. */
    List<PartnershipId> letGo(String account) {
        List<PartnershipId> left = jdbc.sql("select distinct partnership from secretariat_member where account = ? and left_on is null"
                + " order by partnership").param(account).query(String.class).list().stream().map(PartnershipId::new).toList();
        if (!left.isEmpty()) {
            jdbc.sql("update secretariat_member set left_on = ? where account = ? and left_on is null").params(today(), account).update();
        }
        return left;
    }

    private Date today() {
        return Date.valueOf(LocalDate.now(clock));
    }

    /** Who works in it now, by organisation; of those who have left, and once the partnership has ended, nobody. */
    Map<OrganisationId, Set<String>> serving(PartnershipId partnership) {
        return once.read(new ServingIn(partnership), () -> {
            Map<OrganisationId, Set<String>> serving = new LinkedHashMap<>();
            jdbc.sql("""
                    select s.organisation, s.account from secretariat_member s
                    join partnership p on p.id = s.partnership and p.phase <> 'ENDED'
                    join member m on m.partnership = s.partnership and m.present = s.organisation
                    join affiliation a on a.organisation = s.organisation and a.user_id = s.account and a.present is not null
                    where s.partnership = ? and s.left_on is null order by s.nr""")
                    .param(partnership.value()).query(row -> {
                        serving.computeIfAbsent(new OrganisationId(row.getString(1)), one -> new LinkedHashSet<>()).add(row.getString(2));
                    });
            return serving;
        });
    }

    /** Every organisation from which somebody works in it, or once did. */
    List<OrganisationId> everServed(PartnershipId partnership) {
        return jdbc.sql("select distinct organisation from secretariat_member where partnership = ? and account is not null"
                + " order by organisation").param(partnership.value()).query(String.class).list().stream()
                .map(OrganisationId::new).toList();
    }

    /** The people of those who stay, by user id: each with the organisation. */
    List<Colleague> colleagues(PartnershipId partnership) {
        return jdbc.sql("""
                select a.user_id, a.name, o.code, o.name from member m join organisation o on o.code = m.present
                join affiliation a on a.organisation = o.code and a.present is not null
                where m.partnership = ? and m.leaves_on is null order by lower(o.name), o.code, lower(a.name), a.user_id""")
                .param(partnership.value()).query((row, nr) -> new Colleague(row.getString(1), row.getString(2),
                        new OrganisationId(row.getString(3)), row.getString(4))).list();
    }

    /** Somebody of a partner. */
    record Colleague(String account, String name, OrganisationId organisation, String organisationName) {
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

    private record ServingIn(PartnershipId partnership) {
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
