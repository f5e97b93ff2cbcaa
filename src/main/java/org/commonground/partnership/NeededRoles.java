package org.commonground.partnership;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.commonground.foundation.Level;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Role;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The roles that all partnerships need. */
@Repository
class NeededRoles {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    NeededRoles(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    void add(PartnershipId partnership, List<NeededRole> roles) {
        List<Object[]> rows = new ArrayList<>();
        for (NeededRole needed : roles) {
            rows.add(new Object[] {needed.id(), partnership.value(), rows.size() + 1, needed.role().key(), needed.level().key(),
                    needed.area(), asked(needed), needed.expertise(), needed.reason()});
        }
        batches.batchUpdate("""
                insert into needed_role (id, partnership, nr, role, level, area, asked, expertise, reason)
                values (?, ?, ?, ?, ?, (select code from area where name = ?), ?, ?, ?)""", rows);
    }

    List<NeededRole> of(PartnershipId partnership) {
        return jdbc.sql("""
                select id, role, needed_role.level, area.name, expertise, reason, waiver from needed_role
                left join area on area.code = needed_role.area where partnership = ? order by nr""")
                .param(partnership.value())
                .query((row, nr) -> new NeededRole(row.getObject(1, UUID.class), Role.of(row.getString(2)), Level.of(row.getString(3)),
                        row.getString(4), row.getString(5), row.getString(6), row.getString(7)))
                .list();
    }

    /** False when somebody waived it before. */
    boolean waive(UUID id, String reason, String person, Instant at) {
        return jdbc.sql("update needed_role set waiver = ?, waived_by = ?, waived_at = ? where id = ? and waiver is null")
                .params(reason, person, Timestamp.from(at), id).update() == 1;
    }

    private static String asked(NeededRole needed) {
        return needed.role().key() + " " + needed.level().key() + (needed.area() == null ? "" : " " + needed.area());
    }
}
