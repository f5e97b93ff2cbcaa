package org.commonground.partnership;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.commonground.foundation.Level;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Refusal;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The objectives and areas of all partnerships. */
@Repository
class AimsTable {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final OncePerTransaction once;

    AimsTable(JdbcClient jdbc, JdbcTemplate batches, OncePerTransaction once) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.once = once;
    }

    /** @param places by the code of their area, in their order */
    void write(PartnershipId partnership, List<Objective> objectives, Map<String, Place> places) {
        write(partnership, objectives);
        List<Object[]> areaRows = new ArrayList<>();
        places.forEach((area, place) -> areaRows.add(new Object[] {partnership.value(), areaRows.size() + 1, area, place.workedBefore()}));
        batches.batchUpdate("insert into partnership_area (partnership, nr, area, worked_before) values (?, ?, ?, ?)", areaRows);
        once.forget();
    }

    /** Before anything was agreed or reported of them: they are numbered anew. */
    void replace(PartnershipId partnership, List<Objective> objectives) {
        jdbc.sql("delete from objective where partnership = ?").param(partnership.value()).update();
        write(partnership, objectives);
        once.forget();
    }

    private void write(PartnershipId partnership, List<Objective> objectives) {
        List<Object[]> rows = new ArrayList<>();
        for (Objective objective : objectives) {
            rows.add(new Object[] {partnership.value(), rows.size() + 1, objective.wording(), objective.indicator(),
                    objective.baseline(), objective.target()});
        }
        batches.batchUpdate("insert into objective (partnership, nr, wording, indicator, baseline, target) values (?, ?, ?, ?, ?, ?)",
                rows);
    }

    /** Those that are aimed at today. */
    List<NumberedObjective> objectives(PartnershipId partnership) {
        return once.read(new Of(partnership, "objectives"), () -> jdbc.sql("""
                select nr, wording, indicator, baseline, target from objective where partnership = ? and given_up_on is null order by nr""")
                .param(partnership.value()).query((row, nr) -> objective(row)).list());
    }

    /** Those that were given up, each with the day. */
    Map<NumberedObjective, LocalDate> givenUp(PartnershipId partnership) {
        Map<NumberedObjective, LocalDate> givenUp = new LinkedHashMap<>();
        jdbc.sql("""
                select nr, wording, indicator, baseline, target, given_up_on from objective
                where partnership = ? and given_up_on is not null order by nr""").param(partnership.value())
                .query((row, nr) -> Map.entry(objective(row), row.getObject(6, LocalDate.class))).list()
                .forEach(one -> givenUp.put(one.getKey(), one.getValue()));
        return givenUp;
    }

    private static NumberedObjective objective(ResultSet row) throws SQLException {
        return new NumberedObjective(row.getInt(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5));
    }

    /** Objectives keep their rows: what was reported of them stays theirs. */
    void change(PartnershipId partnership, List<NumberedObjective> objectives, Map<String, Place> places, LocalDate today) {
        List<Integer> kept = objectives.stream().map(NumberedObjective::nr).filter(Objects::nonNull).toList();
        objectives(partnership).stream().filter(one -> !kept.contains(one.nr())).forEach(one ->
                jdbc.sql("update objective set given_up_on = ? where partnership = ? and nr = ?")
                        .params(Date.valueOf(today), partnership.value(), one.nr()).update());
        int next = jdbc.sql("select coalesce(max(nr), 0) + 1 from objective where partnership = ?").param(partnership.value())
                .query(Integer.class).single();
        for (NumberedObjective one : objectives) {
            if (one.nr() == null) {
                jdbc.sql("insert into objective (partnership, nr, wording, indicator, baseline, target) values (?, ?, ?, ?, ?, ?)")
                        .params(partnership.value(), next++, one.wording(), one.indicator(), one.baseline(), one.target()).update();
            } else {
                Refusal.unless(jdbc.sql("""
                        update objective set wording = ?, indicator = ?, baseline = ?, target = ?
                        where partnership = ? and nr = ? and given_up_on is null""")
                        .params(one.wording(), one.indicator(), one.baseline(), one.target(), partnership.value(), one.nr()).update() == 1,
                        "The objective with the number %d is not aimed at any more.".formatted(one.nr()));
            }
        }
        jdbc.sql("update partnership_area set left_on = ? where partnership = ? and left_on is null")
                .params(Date.valueOf(today), partnership.value()).update();
        places.forEach((area, place) -> {
            if (jdbc.sql("update partnership_area set left_on = null, worked_before = ? where partnership = ? and area = ?")
                    .params(place.workedBefore(), partnership.value(), area).update() == 0) {
                jdbc.sql("""
                        insert into partnership_area (partnership, nr, area, worked_before)
                        select ?, coalesce(max(nr), 0) + 1, ?, ? from partnership_area where partnership = ?""")
                        .params(partnership.value(), area, place.workedBefore(), partnership.value()).update();
            }
        });
        once.forget();
    }

    List<Place> places(PartnershipId partnership) {
        return once.read(new Of(partnership, "places"), () -> jdbc.sql("""
                select area.name, area.level, partnership_area.worked_before from partnership_area
                join area on area.code = partnership_area.area where partnership = ? and left_on is null order by nr""")
                .param(partnership.value())
                .query((row, nr) -> new Place(row.getString(1), Level.valueOf(row.getString(2)), row.getBoolean(3)))
                .list());
    }

    private record Of(PartnershipId partnership, String what) {
    }
}
