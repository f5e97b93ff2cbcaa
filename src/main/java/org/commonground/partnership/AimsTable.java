package org.commonground.partnership;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.commonground.foundation.Level;
import org.commonground.foundation.PartnershipId;
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
        List<Object[]> objectiveRows = new ArrayList<>();
        for (Objective objective : objectives) {
            objectiveRows.add(new Object[] {partnership.value(), objectiveRows.size() + 1, objective.wording(), objective.indicator(),
                    objective.baseline(), objective.target()});
        }
        batches.batchUpdate("insert into objective (partnership, nr, wording, indicator, baseline, target) values (?, ?, ?, ?, ?, ?)",
                objectiveRows);
        List<Object[]> areaRows = new ArrayList<>();
        places.forEach((area, place) -> areaRows.add(new Object[] {partnership.value(), areaRows.size() + 1, area, place.workedBefore()}));
        batches.batchUpdate("insert into partnership_area (partnership, nr, area, worked_before) values (?, ?, ?, ?)", areaRows);
        once.forget();
    }

    List<Objective> objectives(PartnershipId partnership) {
        return once.read(new Of(partnership, "objectives"), () -> jdbc.sql("""
                select wording, indicator, baseline, target from objective where partnership = ? order by nr""")
                .param(partnership.value())
                .query((row, nr) -> new Objective(row.getString(1), row.getString(2), row.getString(3), row.getString(4)))
                .list());
    }

    List<Place> places(PartnershipId partnership) {
        return once.read(new Of(partnership, "places"), () -> jdbc.sql("""
                select area.name, area.level, partnership_area.worked_before from partnership_area
                join area on area.code = partnership_area.area where partnership = ? order by nr""")
                .param(partnership.value())
                .query((row, nr) -> new Place(row.getString(1), Level.valueOf(row.getString(2)), row.getBoolean(3)))
                .list());
    }

    private record Of(PartnershipId partnership, String what) {
    }
}
