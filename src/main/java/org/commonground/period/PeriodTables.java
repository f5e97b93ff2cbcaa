package org.commonground.period;

import static java.util.stream.Collectors.groupingBy;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.partnership.OncePerTransaction;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The periods of all partnerships, with what was planned and reported in them. */
@Repository
class PeriodTables {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Clock clock;
    private final OncePerTransaction once;

    PeriodTables(JdbcClient jdbc, JdbcTemplate batches, Clock clock, OncePerTransaction once) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
        this.once = once;
    }

    void open(PartnershipId partnership, int nr, int firstSlot, int lastSlot, LocalDate begins, LocalDate ends) {
        jdbc.sql("insert into work_period (id, partnership, nr, first_slot, last_slot, begins_on, ends_on, opened_at) values (?, ?, ?, ?,"
                + " ?, ?, ?, ?)")
                .params(UUID.randomUUID(), partnership.value(), nr, firstSlot, lastSlot, Date.valueOf(begins), Date.valueOf(ends), now())
                .update();
        once.forget();
    }

    /** In their order. */
    List<Period> periods(PartnershipId partnership) {
        return jdbc.sql("""
                select id, nr, first_slot, last_slot, begins_on, ends_on, settlement, opened_at, closed_at from work_period
                where partnership = ? \
                order by nr""")
                .param(partnership.value()).query((row, nr) -> period(row)).list();
    }

    Optional<Period> last(PartnershipId partnership) {
        return once.read(new LastOf(partnership), () -> jdbc.sql("""
                select id, nr, first_slot, last_slot, begins_on, ends_on, settlement, opened_at, closed_at from work_period
                where partnership = ? order by nr desc fetch first 1 row only""")
                .param(partnership.value()).query((row, nr) -> period(row)).optional());
    }

    private static Period period(ResultSet row) throws SQLException {
        OffsetDateTime closed = row.getObject("closed_at", OffsetDateTime.class);
        return new Period(row.getObject("id", UUID.class), row.getInt("nr"), row.getInt("first_slot"), row.getInt("last_slot"),
                row.getObject("begins_on", LocalDate.class), row.getObject("ends_on", LocalDate.class), row.getString("settlement"),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(), closed == null ? null : closed.toInstant());
    }

    List<OrganisationId> planned(UUID period) {
        return who("select organisation from work_plan where period = ?", period);
    }

    List<OrganisationId> reported(UUID period) {
        return who("select organisation from work_report where period = ?", period);
    }

    private List<OrganisationId> who(String sql, UUID period) {
        return jdbc.sql(sql).param(period).query((row, nr) -> new OrganisationId(row.getString(1))).list();
    }

    void plan(UUID period, OrganisationId organisation, List<PlanItem> items, String remark, String person) {
        UUID plan = UUID.randomUUID();
        jdbc.sql("insert into work_plan (id, period, organisation, remark, planned_by, planned_at) values (?, ?, ?, ?, ?, ?)")
                .params(plan, period, organisation.code(), remark, person, now()).update();
        batches.batchUpdate("""
                insert into plan_item (work_plan, nr, what, area, begins_on, ends_on, objective)
                values (?, ?, ?, (select code from area where name = ?), ?, ?, ?)""",
                IntStream.range(0, items.size()).mapToObj(nr -> {
                    PlanItem item = items.get(nr);
                    return new Object[] {plan, nr + 1, item.what(), item.area(), Date.valueOf(item.from()), Date.valueOf(item.to()),
                            item.objective()};
                }).toList());
        once.forget();
    }

    /** All plans of a period, by name. */
    List<Plan> plans(UUID period) {
        return once.read(new PlansOf(period), () -> readPlans(period));
    }

    private List<Plan> readPlans(UUID period) {
        return jdbc.sql("""
                select p.organisation, o.name, p.remark, i.what, a.name as area, i.begins_on, i.ends_on, i.objective
                from work_plan p join organisation o on o.code = p.organisation
                left join plan_item i on i.work_plan = p.id left join area a on a.code = i.area
                where p.period = ? order by lower(o.name), p.organisation, i.nr""")
                .param(period)
                .query((row, nr) -> new PlanRow(new OrganisationId(row.getString("organisation")), row.getString("name"),
                        row.getString("remark"),
                        row.getString("what") == null ? null : new PlanItem(row.getString("what"), row.getString("area"),
                                row.getObject("begins_on", LocalDate.class), row.getObject("ends_on", LocalDate.class),
                                row.getInt("objective"))))
                .list().stream().collect(groupingBy(PlanRow::organisation, LinkedHashMap::new, Collectors.toList())).values().stream()
                .map(rows -> new Plan(rows.get(0).organisation, rows.get(0).name,
                        rows.stream().map(PlanRow::item).filter(Objects::nonNull).toList(), rows.get(0).remark))
                .toList();
    }

    /** Replaces what an earlier comparison found. */
    void compare(UUID period, List<PlanFinding> findings) {
        jdbc.sql("delete from plan_finding where period = ?").param(period).update();
        batches.batchUpdate("insert into plan_finding (period, nr, kind, words) values (?, ?, ?, ?)",
                IntStream.range(0, findings.size()).mapToObj(nr -> new Object[] {period, nr + 1, findings.get(nr).kind().name(),
                        findings.get(nr).words()}).toList());
    }

    List<PlanFinding> findings(UUID period) {
        return jdbc.sql("select kind, words from plan_finding where period = ? order by nr").param(period)
                .query((row, nr) -> new PlanFinding(PlanFinding.Kind.valueOf(row.getString(1)), row.getString(2))).list();
    }

    void settle(UUID period, String words, String person) {
        jdbc.sql("update work_period set settlement = ?, settled_by = ? where id = ?").params(words, person, period).update();
        once.forget();
    }

    void report(UUID period, OrganisationId organisation, Report report, String person) {
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into work_report (id, period, organisation, hindered, reported_by, reported_at) values (?, ?, ?, ?, ?, ?)")
                .params(id, period, organisation.code(), report.hindered(), person, now()).update();
        batches.batchUpdate("insert into progress (work_report, objective, measured, standing) values (?, ?, ?, ?)",
                report.progress().stream().map(line -> new Object[] {id, line.objective(), line.measured(), line.standing().name()})
                        .toList());
        batches.batchUpdate("insert into work_result (id, work_report, nr, kind, what, amount, currency) values (?, ?, ?, ?, ?, ?, ?)",
                IntStream.range(0, report.results().size()).mapToObj(nr -> {
                    Report.Outcome result = report.results().get(nr);
                    return new Object[] {UUID.randomUUID(), id, nr + 1, result.kind().name(), result.what(), result.amount(),
                            result.currency()};
                }).toList());
        batches.batchUpdate("insert into officer_load (work_report, nr, officer, groups_held, visits) values (?, ?, ?, ?, ?)",
                IntStream.range(0, report.officers().size()).mapToObj(nr -> {
                    Report.Officer officer = report.officers().get(nr);
                    return new Object[] {id, nr + 1, officer.name(), officer.groups(), officer.visits()};
                }).toList());
    }

    /** What stood in the way, each with the name of who says so. */
    List<String> hindered(UUID period) {
        return jdbc.sql("""
                select o.name, r.hindered from work_report r join organisation o on o.code = r.organisation
                where r.period = ? and r.hindered is not null order by lower(o.name), r.organisation""")
                .param(period).query((row, nr) -> "%s: %s".formatted(row.getString(1), row.getString(2))).list();
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
                from progress g join work_report r on r.id = g.work_report join work_period p on p.id = r.period
                join organisation o on o.code = r.organisation
                where p.partnership = ? and g.standing <> 'NOT_OURS' and p.nr = (
                    select max(q.nr) from progress h join work_report s on s.id = h.work_report join work_period q on q.id = s.period
                    where q.partnership = p.partnership and s.organisation = r.organisation and h.objective = g.objective and h.standing \
                    <> 'NOT_OURS')
                order by g.objective, lower(o.name), r.organisation""")
                .param(partnership.value())
                .query((row, nr) -> new Progress(row.getInt(1),
                        new ObjectiveProgress.Latest(new OrganisationId(row.getString(2)), row.getString(3),
                        row.getInt(4), row.getString(5), ProgressStanding.valueOf(row.getString(6)))))
                .list();
    }

    List<WorkResult> results(PartnershipId partnership) {
        return jdbc.sql("""
                select p.nr, o.name, w.kind, w.what, w.amount, w.currency
                from work_result w join work_report r on r.id = w.work_report join work_period p on p.id = r.period
                join organisation o on o.code = r.organisation
                where p.partnership = ? order by p.nr, lower(o.name), r.organisation, w.nr""")
                .param(partnership.value())
                .query((row, nr) -> new WorkResult(row.getInt(1), row.getString(2), ResultKind.valueOf(row.getString(3)), row.getString(4),
                        row.getBigDecimal(5), row.getString(6)))
                .list();
    }

    void close(UUID period, LocalDate ends) {
        jdbc.sql("update work_period set closed_at = ?, ends_on = ? where id = ?").params(now(), Date.valueOf(ends), period).update();
        once.forget();
    }

    private record PlansOf(UUID period) {
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private record LastOf(PartnershipId partnership) {
    }

    record Progress(int objective, ObjectiveProgress.Latest latest) {
    }

    private record PlanRow(OrganisationId organisation, String name, String remark, PlanItem item) {
    }
}
