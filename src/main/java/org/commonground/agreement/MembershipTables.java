package org.commonground.agreement;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

import org.commonground.foundation.Level;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Role;
import org.commonground.negotiation.NegotiationId;
import org.commonground.partnership.Link;
import org.commonground.partnership.SeatIn;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Why versions name other members than those before, and who joins by signing one. */
@Repository
class MembershipTables {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    MembershipTables(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    void keep(NegotiationId negotiation, MembershipChange change) {
        jdbc.sql("insert into membership_change (negotiation, why, leaving, joiner, let_in) values (?, ?, ?, null, true)")
                .params(negotiation.value(), change.why(), change.leaving()).update();
    }

    /** Somebody joins by signing it, and is let in afterwards. */
    void keep(NegotiationId negotiation, MembershipChange change, Joiner joiner) {
        jdbc.sql("insert into membership_change (negotiation, why, leaving, joiner, let_in) values (?, ?, false, ?, false)")
                .params(negotiation.value(), change.why(), joiner.organisation().code()).update();
        List<SeatIn> seats = joiner.seats();
        batches.batchUpdate("insert into joining_seat (negotiation, nr, role, level, area, expertise, belongs)"
                + " values (?, ?, ?, ?, ?, ?, ?)",
                IntStream.range(0, seats.size()).mapToObj(nr -> new Object[] {negotiation.value(), nr + 1, seats.get(nr).role().key(),
                        seats.get(nr).level().key(), seats.get(nr).area(), seats.get(nr).expertise(), seats.get(nr).belongs()}).toList());
        List<Link> links = joiner.links();
        batches.batchUpdate("insert into joining_link (negotiation, nr, one, other, about, level) values (?, ?, ?, ?, ?, ?)",
                IntStream.range(0, links.size()).mapToObj(nr -> new Object[] {negotiation.value(), nr + 1, links.get(nr).one().code(),
                        links.get(nr).other().code(), links.get(nr).about(), links.get(nr).level().key()}).toList());
    }

    Optional<MembershipChange> of(NegotiationId negotiation) {
        return jdbc.sql("select why, leaving from membership_change where negotiation = ?").param(negotiation.value())
                .query((row, nr) -> new MembershipChange(row.getString(1), row.getBoolean(2))).optional();
    }

    Optional<Joiner> joiner(NegotiationId negotiation) {
        return jdbc.sql("select joiner from membership_change where negotiation = ? and joiner is not null").param(negotiation.value())
                .query(String.class).optional().map(code -> joiner(negotiation.value(), new OrganisationId(code)));
    }

    /** Who joins by this text, and who has signed another one and is not let in yet, in the order of their texts. */
    Joining joining(PartnershipId partnership, NegotiationId negotiation) {
        return new Joining(jdbc.sql("""
                select c.negotiation, c.joiner from membership_change c join negotiation n on n.id = c.negotiation
                where n.partnership = ? and not c.let_in and (c.negotiation = ? or exists (
                    select 1 from agreement_version v where v.negotiation = c.negotiation and v.stage = 'SEALED'))
                order by n.amendment""").params(partnership.value(), negotiation.value())
                .query((row, nr) -> new Object[] {row.getObject(1, UUID.class), new OrganisationId(row.getString(2))}).list().stream()
                .map(one -> joiner((UUID) one[0], (OrganisationId) one[1])).toList());
    }

    private Joiner joiner(UUID negotiation, OrganisationId organisation) {
        return new Joiner(organisation, jdbc.sql("select role, level, area, expertise, belongs from joining_seat where negotiation = ?"
                + " order by nr").param(negotiation)
                .query((row, nr) -> new SeatIn(Role.of(row.getString(1)), Level.of(row.getString(2)), row.getString(3), row.getString(4),
                        row.getString(5))).list(),
                jdbc.sql("select one, other, about, level from joining_link where negotiation = ? order by nr").param(negotiation)
                        .query((row, nr) -> new Link(new OrganisationId(row.getString(1)), new OrganisationId(row.getString(2)),
                                row.getString(3), Level.of(row.getString(4)))).list());
    }

    void letIn(NegotiationId negotiation) {
        jdbc.sql("update membership_change set let_in = true where negotiation = ?").param(negotiation.value()).update();
    }
}
