package org.commonground.partnership;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.commonground.foundation.Days;
import org.commonground.foundation.Level;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Role;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who belongs to which partnership, in which seats, connected with whom. */
@Repository
class Members {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    Members(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    void add(PartnershipId partnership, Member member, List<SeatIn> seats, Instant at) {
        UUID id = UUID.randomUUID();
        String code = member.organisation().code();
        jdbc.sql("insert into member (id, partnership, organisation, standing, joined_on, joined_at, present) values (?, ?, ?, ?, ?, ?, ?)")
                .params(id, partnership.value(), code, member.standing().key(), Date.valueOf(member.joined()), Timestamp.from(at), code)
                .update();
        batches.batchUpdate("""
                insert into seat (id, member, role, level, area, expertise, belongs, taken_on)
                values (?, ?, ?, ?, (select code from area where name = ?), ?, ?, ?)""",
                seats.stream().map(seat -> new Object[] {UUID.randomUUID(), id, seat.role().key(), seat.level().key(), seat.area(),
                        seat.expertise(), seat.belongs(), Date.valueOf(member.joined())}).toList());
    }

    void leave(PartnershipId partnership, OrganisationId organisation, LocalDate day) {
        jdbc.sql("""
                update seat set left_on = :day where left_on is null
                and member in (select m.id from member m where m.partnership = :partnership and m.present = :organisation)""")
                .param("day", Date.valueOf(day)).param("partnership", partnership.value()).param("organisation", organisation.code())
                .update();
        jdbc.sql("update member set left_on = ?, present = null where partnership = ? and present = ?")
                .params(Date.valueOf(day), partnership.value(), organisation.code()).update();
    }

    /** False where it is no full partner, or leaves already. */
    boolean announce(PartnershipId partnership, OrganisationId organisation, LocalDate day) {
        return jdbc.sql("update member set leaves_on = ? where partnership = ? and present = ? and standing = 'partner'"
                + " and leaves_on is null")
                .params(Date.valueOf(day), partnership.value(), organisation.code()).update() == 1;
    }

    void stay(PartnershipId partnership, OrganisationId organisation) {
        jdbc.sql("update member set leaves_on = null where partnership = ? and present = ?").params(partnership.value(),
                organisation.code()).update();
    }

    Map<OrganisationId, LocalDate> leaving(PartnershipId partnership) {
        Map<OrganisationId, LocalDate> leaving = new LinkedHashMap<>();
        jdbc.sql("select organisation, leaves_on from member where partnership = ? and present is not null and leaves_on is not null"
                + " order by leaves_on, organisation").param(partnership.value()).query(row -> {
                    leaving.put(new OrganisationId(row.getString(1)), row.getObject(2, LocalDate.class));
                });
        return leaving;
    }

    /** As a sentence why it takes on nothing new. */
    static String leaves(OrganisationId organisation, LocalDate day) {
        return "%s leaves on %s and takes on nothing new. Please choose another organisation.".formatted(organisation, Days.inWords(day));
    }

    /** Of rows from before moments were kept only the day is known: they had joined before everything that is asked now. */
    List<OrganisationId> joinedAfter(PartnershipId partnership, Instant moment) {
        return jdbc.sql("select organisation from member where partnership = ? and present is not null and joined_at > ?")
                .params(partnership.value(), Timestamp.from(moment)).query((row, nr) -> new OrganisationId(row.getString(1))).list();
    }

    void hold(PartnershipId partnership) {
        jdbc.sql("update partnership set phase = phase where id = ?").param(partnership.value()).update();
    }

    List<Member> of(PartnershipId partnership) {
        return jdbc.sql("""
                select organisation, standing, joined_on from member
                where partnership = ? and present is not null order by joined_on, organisation""")
                .param(partnership.value())
                .query((row, nr) -> new Member(new OrganisationId(row.getString(1)), Standing.of(row.getString(2)),
                        row.getObject(3, LocalDate.class)))
                .list();
    }

    List<OrganisationId> ids(PartnershipId partnership) {
        return of(partnership).stream().map(Member::organisation).toList();
    }

    /** The full partners. */
    List<OrganisationId> partners(PartnershipId partnership) {
        return of(partnership).stream().filter(member -> member.standing() == Standing.PARTNER).map(Member::organisation).toList();
    }

    List<HeldSeat> seats(PartnershipId partnership) {
        return jdbc.sql("""
                select organisation, role, seat.level, area.name, expertise, belongs, taken_on, seat.left_on from member
                join seat on seat.member = member.id left join area on area.code = seat.area
                where partnership = ? and present is not null and seat.left_on is null
                order by organisation, role, seat.level, area.name, expertise, seat.id""")
                .param(partnership.value())
                .query((row, nr) -> new HeldSeat(new OrganisationId(row.getString(1)), new SeatIn(Role.of(row.getString(2)),
                        Level.of(row.getString(3)), row.getString(4), row.getString(5), row.getString(6)),
                        row.getObject(7, LocalDate.class), row.getObject(8, LocalDate.class)))
                .list();
    }

    void connect(PartnershipId partnership, List<Link> links) {
        batches.batchUpdate("insert into link (id, partnership, one, other, about, level) values (?, ?, ?, ?, ?, ?)",
                links.stream().map(link -> new Object[] {UUID.randomUUID(), partnership.value(), link.one().code(), link.other().code(),
                        link.about(), link.level().key()}).toList());
    }

    /** Between those who belong to it now. */
    List<Link> links(PartnershipId partnership) {
        return jdbc.sql("""
                select l.one, l.other, l.about, l.level from link l
                join member a on a.partnership = l.partnership and a.present = l.one
                join member b on b.partnership = l.partnership and b.present = l.other
                where l.partnership = ? order by l.one, l.other, l.level, l.about, l.id""")
                .param(partnership.value())
                .query((row, nr) -> new Link(new OrganisationId(row.getString(1)), new OrganisationId(row.getString(2)), row.getString(3),
                        Level.of(row.getString(4))))
                .list();
    }
}
