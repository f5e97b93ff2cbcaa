package org.commonground.reading;

import java.util.List;
import java.util.UUID;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.Role;
import org.commonground.foundation.Seat;
import org.commonground.partnership.OncePerTransaction;
import org.commonground.reporting.Report;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who has read the reports of a period, what was asked and answered: rows that are written once. */
@Repository
class ReadingTables {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final OncePerTransaction once;

    ReadingTables(JdbcClient jdbc, JdbcTemplate batches, OncePerTransaction once) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.once = once;
    }

    List<OrganisationId> haveRead(UUID period) {
        return jdbc.sql("select organisation from reports_read where period = ?").param(period)
                .query((row, nr) -> new OrganisationId(row.getString(1))).list();
    }

    void read(UUID period, OrganisationId reader, List<SentBack> sentBack) {
        jdbc.sql("insert into reports_read (period, organisation) values (?, ?)").params(period, reader.code()).update();
        batches.batchUpdate("insert into report_question (id, period, organisation, role, asker, question) values (?, ?, ?, ?, ?, ?)",
                sentBack.stream().map(one -> new Object[] {UUID.randomUUID(), period, one.seat().organisation().code(),
                        one.seat().role().key(), reader.code(), one.question()}).toList());
        once.forget();
    }

    /** By name of whose report it is. */
    List<ReportQuestion> questions(UUID period) {
        return once.read(new QuestionsOf(period), () -> jdbc.sql("""
                select q.id, q.organisation, q.role, o.name, q.asker, a.name, q.question, w.answer
                from report_question q join organisation o on o.code = q.organisation join organisation a on a.code = q.asker
                left join report_answer w on w.question = q.id
                where q.period = ? order by lower(o.name), q.organisation, q.role""")
                .param(period).query((row, nr) -> new ReportQuestion(row.getObject(1, UUID.class),
                        new Seat(new OrganisationId(row.getString(2)), Role.of(row.getString(3))), row.getString(4),
                        new OrganisationId(row.getString(5)), row.getString(6), row.getString(7), row.getString(8))).list());
    }

    void answer(UUID question, String answer, List<Report.Line> corrected) {
        jdbc.sql("insert into report_answer (question, answer) values (?, ?)").params(question, answer).update();
        batches.batchUpdate("insert into progress_correction (question, objective, measured, standing) values (?, ?, ?, ?)",
                corrected.stream().map(line -> new Object[] {question, line.objective(), line.measured(), line.standing().name()})
                        .toList());
        once.forget();
    }

    private record QuestionsOf(UUID period) {
    }
}
