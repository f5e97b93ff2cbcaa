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
        return once.read(new PeriodsOf(partnership), () -> jdbc.sql("""
                select id, nr, first_slot, last_slot, begins_on, ends_on, settlement, opened_at, closed_at from work_period
                where partnership = ? order by nr""")
                .param(partnership.value()).query((row, nr) -> period(row)).list());
    }

    Optional<Period> last(PartnershipId partnership) {
        List<Period> all = periods(partnership);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
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

    void close(UUID period, LocalDate ends) {
        jdbc.sql("update work_period set closed_at = ?, ends_on = ? where id = ?").params(now(), Date.valueOf(ends), period).update();
        once.forget();
    }

    private record PlansOf(UUID period) {
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private record PeriodsOf(PartnershipId partnership) {
    }

    private record PlanRow(OrganisationId organisation, String name, String remark, PlanItem item) {
    }
}
