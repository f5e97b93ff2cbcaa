package org.commonground.reporting;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.commonground.foundation.Amounts;
import org.commonground.foundation.Keyed;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Role;
import org.commonground.foundation.Seat;
import org.commonground.partnership.OncePerTransaction;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the seats said of the periods: rows that are written once. */
@Repository
class ReportTables {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Clock clock;
    private final OncePerTransaction once;

    ReportTables(JdbcClient jdbc, JdbcTemplate batches, Clock clock, OncePerTransaction once) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
        this.once = once;
    }

    /** The seats that have said their part of a period. */
    List<Seat> told(UUID period) {
        return once.read(new ToldIn(period), () -> jdbc.sql("""
                select organisation, 'implementer' from work_report where period = ?
                union all select organisation, role from seat_part where period = ?""")
                .params(period, period).query((row, nr) -> seat(row, 1)).list());
    }

    private static Seat seat(ResultSet row, int column) throws SQLException {
        return new Seat(new OrganisationId(row.getString(column)), Role.of(row.getString(column + 1)));
    }

    void tell(UUID period, Seat seat, SeatPart part) {
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into seat_part (id, period, organisation, role, words, more, told_at) values (?, ?, ?, ?, ?, ?, ?)")
                .params(id, period, seat.organisation().code(), seat.role().key(), part.words(), part.more(), now()).update();
        keep("seat_part", id, part.allResults());
        batches.batchUpdate("insert into support_word (seat_part, commitment, came, words, amount, currency) values (?, ?, ?, ?, ?, ?)",
                part.support().stream().map(one -> new Object[] {id, one.commitment(), one.came().key(), one.words(), one.amount(),
                        one.currency()}).toList());
        once.forget();
    }

    /** The parts of a period, by name. */
    List<ToldPart> parts(UUID period) {
        return jdbc.sql("""
                select s.organisation, s.role, o.name, s.words, s.more, s.told_at
                from seat_part s join organisation o on o.code = s.organisation
                where s.period = ? order by lower(o.name), s.organisation, s.role""")
                .param(period).query((row, nr) -> new ToldPart(seat(row, 1), row.getString(3), row.getString(4), row.getString(5),
                        row.getObject(6, OffsetDateTime.class).toInstant())).list();
    }

    /** What came of promised support, as it was said in a period. */
    List<SupportWord> support(UUID period) {
        return jdbc.sql("""
                select s.organisation, s.role, o.name, c.what, w.came, w.words, w.amount, w.currency
                from support_word w join seat_part s on s.id = w.seat_part join commitment c on c.id = w.commitment
                join organisation o on o.code = s.organisation
                where s.period = ? order by lower(o.name), s.organisation, s.role, c.nr""")
                .param(period).query((row, nr) -> new SupportWord(seat(row, 1), row.getString(3), row.getString(4),
                        Keyed.of(Came.class, row.getString(5)), row.getString(6), row.getBigDecimal(7), row.getString(8))).list();
    }

    /** Keeps who said nothing of a period while there was time. */
    void miss(UUID period, List<Seat> seats) {
        batches.batchUpdate("insert into silent_seat (period, organisation, role) values (?, ?, ?)",
                seats.stream().map(seat -> new Object[] {period, seat.organisation().code(), seat.role().key()}).toList());
    }

    List<Seat> missing(UUID period) {
        return jdbc.sql("select organisation, role from silent_seat where period = ? order by organisation, role").param(period)
                .query((row, nr) -> seat(row, 1)).list();
    }

    void report(UUID period, OrganisationId organisation, Report report, String person) {
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into work_report (id, period, organisation, hindered, reported_by, reported_at) values (?, ?, ?, ?, ?, ?)")
                .params(id, period, organisation.code(), report.hindered(), person, now()).update();
        batches.batchUpdate("insert into progress (work_report, objective, measured, standing) values (?, ?, ?, ?)",
                report.progress().stream().map(line -> new Object[] {id, line.objective(), line.measured(), line.standing().name()})
                        .toList());
        keep("work_report", id, report.results());
        batches.batchUpdate("insert into officer_load (work_report, nr, officer, groups_held, visits) values (?, ?, ?, ?, ?)",
                IntStream.range(0, report.officers().size()).mapToObj(nr -> {
                    Report.Officer officer = report.officers().get(nr);
                    return new Object[] {id, nr + 1, officer.name(), officer.groups(), officer.visits()};
                }).toList());
        once.forget();
    }

    /** @param source the table of which this is a row */
    private void keep(String source, UUID id, List<Report.Outcome> results) {
        batches.batchUpdate("insert into work_result (id, %s, nr, kind, what, amount, currency) values (?, ?, ?, ?, ?, ?, ?)"
                .formatted(source), IntStream.range(0, results.size()).mapToObj(nr -> {
                    Report.Outcome result = results.get(nr);
                    return new Object[] {UUID.randomUUID(), id, nr + 1, result.kind().name(), result.what(), result.amount(),
                            result.currency()};
                }).toList());
    }

    /** What stood in the way, each with the name of who says so. */
    List<Hindered> hindered(UUID period) {
        return jdbc.sql("""
                select r.organisation, o.name, r.hindered from work_report r join organisation o on o.code = r.organisation
                where r.period = ? and r.hindered is not null order by lower(o.name), r.organisation""")
                .param(period).query((row, nr) -> new Hindered(new OrganisationId(row.getString(1)), row.getString(2),
                        row.getString(3))).list();
    }

    List<Report.Officer> officers(UUID period, OrganisationId organisation) {
        return jdbc.sql("""
                select l.officer, l.groups_held, l.visits from officer_load l join work_report r on r.id = l.work_report
                where r.period = ? and r.organisation = ? order by l.nr""")
                .params(period, organisation.code())
                .query((row, nr) -> new Report.Officer(row.getString(1), row.getInt(2), row.getInt(3))).list();
    }

    /** What each organisation reported last of each objective that is its part. */
    List<Progress> progress(PartnershipId partnership) {
        return jdbc.sql("""
                select g.objective, r.organisation, o.name, p.nr, g.measured, g.standing
                from reported_progress g join work_report r on r.id = g.work_report join work_period p on p.id = r.period
                join organisation o on o.code = r.organisation
                where p.partnership = ? and g.standing <> 'NOT_OURS' and p.nr = (
                    select max(q.nr) from reported_progress h join work_report s on s.id = h.work_report
                    join work_period q on q.id = s.period
                    where q.partnership = p.partnership and s.organisation = r.organisation and h.objective = g.objective and h.standing \
                    <> 'NOT_OURS')
                order by g.objective, lower(o.name), r.organisation""")
                .param(partnership.value())
                .query((row, nr) -> new Progress(row.getInt(1),
                        new ObjectiveProgress.Latest(new OrganisationId(row.getString(2)), row.getString(3),
                        row.getInt(4), row.getString(5), ProgressStanding.valueOf(row.getString(6)))))
                .list();
    }

    /** The lines of one implementer's report. */
    List<ReportedFigure> figures(UUID period, OrganisationId organisation) {
        return once.read(new FiguresOf(period, organisation), () -> jdbc.sql("""
                select g.objective, g.measured, g.standing, j.wording, j.indicator, j.target
                from reported_progress g join work_report r on r.id = g.work_report join work_period p on p.id = r.period
                join objective j on j.partnership = p.partnership and j.nr = g.objective
                where r.period = ? and r.organisation = ? order by g.objective""")
                .params(period, organisation.code()).query((row, nr) -> new ReportedFigure(new Report.Line(row.getInt(1),
                        row.getString(2), ProgressStanding.valueOf(row.getString(3))), row.getString(4), row.getString(5),
                        row.getString(6))).list());
    }

    List<ReachedLine> reached(UUID period) {
        return jdbc.sql("""
                select j.wording, r.organisation, o.name, g.measured, g.standing
                from reported_progress g join work_report r on r.id = g.work_report join work_period p on p.id = r.period
                join objective j on j.partnership = p.partnership and j.nr = g.objective join organisation o on o.code = r.organisation
                where r.period = ? and g.standing <> 'NOT_OURS' order by g.objective, lower(o.name), r.organisation""")
                .param(period).query((row, nr) -> new ReachedLine(new OrganisationId(row.getString(2)), row.getString(1), row.getString(3),
                        row.getString(4), ProgressStanding.valueOf(row.getString(5)).label())).list();
    }

    List<WorkResult> results(PartnershipId partnership) {
        return jdbc.sql("""
                select p.nr, o.code, coalesce(s.role, 'implementer'), o.name, w.kind, w.what, w.amount, w.currency
                from work_result w left join work_report r on r.id = w.work_report left join seat_part s on s.id = w.seat_part
                join work_period p on p.id = coalesce(r.period, s.period)
                join organisation o on o.code = coalesce(r.organisation, s.organisation)
                where p.partnership = ? order by p.nr, lower(o.name), o.code, s.role, w.nr""")
                .param(partnership.value())
                .query((row, nr) -> new WorkResult(row.getInt(1), seat(row, 2), row.getString(4), ResultKind.valueOf(row.getString(5)),
                        row.getString(6), row.getBigDecimal(7), row.getString(8)))
                .list();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private record FiguresOf(UUID period, OrganisationId organisation) {
    }

    private record ToldIn(UUID period) {
    }

    /** @param what was promised */
    record SupportWord(Seat seat, String name, String what, Came came, String words, BigDecimal amount, String currency) {

        String inWords() {
            return "%s: %s. %s%s".formatted(what, came.label().toLowerCase(), words,
                    amount == null ? "" : " (" + Amounts.inWords(amount, currency) + ")");
        }
    }

    record Hindered(OrganisationId organisation, String name, String words) {
    }

    record Progress(int objective, ObjectiveProgress.Latest latest) {
    }
}
