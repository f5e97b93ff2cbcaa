package org.commonground.orientation;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

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
                .params(partnership.value(), Date.valueOf(orientation.heldOn()), orientation.minutes(), person, now()).update();
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
        return jdbc.sql("select host from secretariat where partnership = ?").param(partnership.value()).query(String.class).optional()
                .isPresent();
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

    Map<OrganisationId, String> names(PartnershipId partnership) {
        return once.read(new NamesIn(partnership), () -> readNames(partnership));
    }

    private Map<OrganisationId, String> readNames(PartnershipId partnership) {
        Map<OrganisationId, String> names = new LinkedHashMap<>();
        jdbc.sql("""
                select o.code, o.name from member m join organisation o on o.code = m.present
                where m.partnership = ? order by lower(o.name), o.code""")
                .param(partnership.value()).query(row -> {
                    names.put(new OrganisationId(row.getString(1)), row.getString(2));
                });
        return names;
    }

    private record NamesIn(PartnershipId partnership) {
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
