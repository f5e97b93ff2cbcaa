package org.commonground.home;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;

import org.commonground.foundation.OrganisationId;
import org.commonground.notice.Audience;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The steps that somebody is asked for now, as they were told. */
@Repository
public class OpenSteps {

    private static final String STEPS = """
            select t.task_id, t.step, t.label, t.business_key, t.suffix, t.about, a.name, t.audience, t.opened_at, t.due_at,
                   coalesce(p.title, o.name)
            from open_task t left join partnership p on p.id = t.business_key left join organisation o on o.code = t.business_key
            left join organisation a on a.code = t.about where\s""";
    private static final RowMapper<OpenStep> ROW = (row, nr) -> new OpenStep(row.getString(1), row.getString(2), row.getString(3),
            row.getString(4), row.getString(5), row.getString(6), row.getString(7), Audience.read(row.getString(8)),
            moment(row.getObject(9, OffsetDateTime.class)), moment(row.getObject(10, OffsetDateTime.class)), row.getString(11));

    private final JdbcClient jdbc;

    OpenSteps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of these cases that have a date: what is always open nobody waits for. The one due first comes first. */
    public List<OpenStep> awaitedIn(Collection<String> cases) {
        return cases.isEmpty() ? List.of() : jdbc.sql(STEPS + "t.business_key in (:cases) and t.due_at is not null order by"
                + " t.due_at, t.label, t.task_id").param("cases", cases).query(ROW).list();
    }

    public List<OpenStep> those(Collection<String> tasks) {
        return tasks.isEmpty() ? List.of() : jdbc.sql(STEPS + "t.task_id in (:tasks)").param("tasks", tasks).query(ROW).list();
    }

    private static Instant moment(OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }

    /**
     * A step that is asked.
     *
     * @param form      id of its form
     * @param about     code of the organisation that others are asked about; else null
     * @param aboutName the name of that one
     * @param until     null for what is always open
     * @param caseTitle what the case is called; null where it belongs to none
     */
    public record OpenStep(String task, String form, String label, String caseNumber, String suffix, String about, String aboutName,
            Audience asked, Instant since, Instant until, String caseTitle) {

        /** Whether people of one of these are asked, or others about it. */
        public boolean isOfOrAbout(Collection<OrganisationId> some) {
            return some.stream().anyMatch(one -> one.code().equals(about) || asked.groups().stream().anyMatch(one::isGroupOf));
        }
    }
}
