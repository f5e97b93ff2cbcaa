package org.commonground.partnership;

import static org.commonground.foundation.Words.said;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.commonground.foundation.NotFound;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What partners decide about the work of a partnership in force: to pause it, to take it up again, to end it before its term. */
@Service
public class CourseOfWork {

    private static final String COURSE = """
            select p.id, p.title, p.phase,
                   exists (select 1 from suspension s where s.open_in = p.id) as suspended,
                   exists (select 1 from agreed_end e where e.partnership = p.id) as end_agreed
            from partnership p\s""";
    private static final RowMapper<Course> ROW = (row, nr) -> new Course(new PartnershipId(row.getString(1)), row.getString(2),
            Phase.valueOf(row.getString(3)), row.getBoolean(4), row.getBoolean(5));

    private final JdbcClient jdbc;
    private final Clock clock;

    CourseOfWork(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public Course of(PartnershipId id) {
        return jdbc.sql(COURSE + "where p.id = ?").param(id.value()).query(ROW).optional()
                .orElseThrow(() -> new NotFound("There is no partnership with the number %s.".formatted(id)));
    }

    /** The partnerships to which the organisation belongs now, by number. */
    public List<Course> with(OrganisationId member) {
        return jdbc.sql(COURSE + "join member m on m.partnership = p.id where m.present = ? order by p.id").param(member.code())
                .query(ROW).list();
    }

    /** Pauses the work. Refused unless the partnership is in force and at work. */
    @Transactional
    public void suspend(PartnershipId id, String why) {
        of(id).mayBeSuspended();
        jdbc.sql("insert into suspension (id, partnership, why, begun_on, open_in) values (?, ?, ?, ?, ?)")
                .params(UUID.randomUUID(), id.value(), said(why, "Please say why the work pauses."), today(), id.value()).update();
    }

    /** Takes the work up again. Refused unless it pauses. */
    @Transactional
    public void resume(PartnershipId id) {
        of(id).mayBeResumed();
        jdbc.sql("update suspension set ended_on = ?, open_in = null where open_in = ?").params(today(), id.value()).update();
    }

    /** Keeps that the partners end the partnership before its term: from now on nothing new is begun in it. May be repeated. */
    @Transactional
    public void agreeToEnd(PartnershipId id, String why) {
        Course course = of(id);
        course.mustBeInForce();
        if (!course.endAgreed()) {
            jdbc.sql("insert into agreed_end (partnership, why, agreed_on) values (?, ?, ?)")
                    .params(id.value(), said(why, "Please say why the partnership ends."), today()).update();
        }
    }

    /** From when to when the work paused, in order. */
    public List<Pause> pauses(PartnershipId id) {
        return jdbc.sql("select begun_on, ended_on, why from suspension where partnership = ? order by begun_on, id").param(id.value())
                .query((row, nr) -> new Pause(row.getObject(1, LocalDate.class), row.getObject(2, LocalDate.class), row.getString(3)))
                .list();
    }

    private Date today() {
        return Date.valueOf(LocalDate.now(clock));
    }

    /** @param to null while it lasts, or where the partnership ended in it */
    public record Pause(LocalDate from, LocalDate to, String why) {
    }
}
