package org.commonground.selection;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.commonground.foundation.OrganisationId;
import org.commonground.partnership.SeatIn;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What candidates and the coordinator said in a selection: rows that are written once. */
@Repository
class SelectionTables {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Clock clock;

    SelectionTables(JdbcClient jdbc, JdbcTemplate batches, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
    }

    void nominateConveners(UUID selection, List<OrganisationId> conveners) {
        Timestamp now = now();
        nominate(conveners.stream().map(one -> new Object[] {UUID.randomUUID(), selection, one.code(), true, null, one.code(), now})
                .toList());
    }

    void nominate(UUID selection, Map<UUID, Nominee> nominees, String person) {
        Timestamp now = now();
        nominate(nominees.entrySet().stream().map(one -> new Object[] {one.getKey(), selection, one.getValue().organisation().code(), false,
                one.getValue().why(), person, now}).toList());
    }

    private void nominate(List<Object[]> rows) {
        batches.batchUpdate("""
                insert into nomination (id, selection, organisation, convener, why, nominated_by, nominated_at)
                values (?, ?, ?, ?, ?, ?, ?)""", rows);
    }

    void leaveOut(UUID nomination, String reason) {
        jdbc.sql("update nomination set remark = ? where id = ?").params(reason, nomination).update();
    }

    void ask(Map<UUID, List<SeatIn>> seatsByNomination) {
        List<Object[]> rows = new ArrayList<>();
        seatsByNomination.forEach((nomination, seats) -> {
            for (int nr = 0; nr < seats.size(); nr++) {
                SeatIn seat = seats.get(nr);
                rows.add(new Object[] {UUID.randomUUID(), nomination, nr + 1, seat.role().key(), seat.level().key(), seat.area(),
                        seat.expertise()});
            }
        });
        batches.batchUpdate("""
                insert into asked_seat (id, nomination, nr, role, level, area, expertise)
                values (?, ?, ?, ?, ?, (select code from area where name = ?), ?)""", rows);
    }

    void answer(UUID nomination, boolean accepted, String reason, String person) {
        jdbc.sql("insert into invitation_answer (nomination, accepted, reason, answered_by, answered_at) values (?, ?, ?, ?, ?)")
                .params(nomination, accepted, reason, person, now()).update();
    }

    void keepProfile(UUID nomination, Profile profile, String person) {
        int nr = jdbc.sql("select coalesce(max(nr), 0) + 1 from stated_profile where nomination = ?").param(nomination)
                .query(Integer.class).single();
        jdbc.sql("""
                insert into stated_profile (nomination, nr, expects_of_others, capacity_wanted, conveners_fit, conveners_fit_reason,
                stated_by, stated_at)
                values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(nomination, nr, profile.expectsOfOthers(), profile.capacityWanted(), profile.convenersFit(),
                        profile.convenersFitReason(), person, now()).update();
        batches.batchUpdate("insert into stated_profile_statement (nomination, nr, dimension, words, rating) values (?, ?, ?, ?, ?)",
                profile.statements().values().stream().map(statement -> new Object[] {nomination, nr, statement.dimension().key(),
                        statement.words(), statement.rating()}).toList());
    }

    void assess(UUID nomination, Assessment assessment, String person) {
        Timestamp now = now();
        batches.batchUpdate("""
                insert into assessment (nomination, dimension, rating, note, assessed_by, assessed_at)
                values (?, ?, ?, ?, ?, ?)""",
                assessment.ratings().values().stream().map(rating -> new Object[] {nomination, rating.dimension().key(), rating.rating(),
                        rating.note(), person, now}).toList());
    }

    void rate(UUID nomination, PartnerFit outcome, String reason) {
        jdbc.sql("insert into fit (nomination, outcome, reason) values (?, ?, ?)").params(nomination, outcome.key(), reason).update();
    }

    /** False when the decision table left nothing open, or somebody judged before. */
    boolean judge(UUID nomination, PartnerFit outcome, String judgement, String person) {
        return jdbc.sql("""
                update fit set judged = ?, judgement = ?, judged_by = ?, judged_at = ?
                where nomination = ? and outcome = 'coordinatorDecides' and judged is null""")
                .params(outcome.key(), judgement, person, now(), nomination).update() == 1;
    }

    void keepCommonGround(UUID selection, CommonGround ground, String person) {
        jdbc.sql("""
                insert into common_ground (id, selection, nr, shared, clashes, bridges, found_by, found_at)
                values (?, ?, (select coalesce(max(g.nr), 0) + 1 from common_ground g where g.selection = ?), ?, ?, ?, ?, ?)""")
                .params(UUID.randomUUID(), selection, selection, ground.shared(), ground.clashes(), ground.bridges(), person, now())
                .update();
    }

    Optional<CommonGround> commonGround(UUID selection) {
        return jdbc.sql("select shared, clashes, bridges from common_ground where selection = ? order by nr desc fetch first 1 row only")
                .param(selection).query(CommonGround.class).optional();
    }

    void decide(Map<UUID, Decision> decisions, String person) {
        Timestamp now = now();
        batches.batchUpdate("insert into decision (nomination, outcome, reason, decided_by, decided_at) values (?, ?, ?, ?, ?)",
                decisions.entrySet().stream().map(one -> new Object[] {one.getKey(), one.getValue().outcome().key(),
                        one.getValue().reason(), person, now}).toList());
    }

    List<Decision> decisions(UUID selection) {
        return jdbc.sql("""
                select n.organisation, d.outcome, d.reason from decision d join nomination n on n.id = d.nomination
                where n.selection = ? order by n.convener desc, n.organisation""")
                .param(selection)
                .query((row, nr) -> new Decision(new OrganisationId(row.getString(1)), PartnerFit.of(row.getString(2)), row.getString(3)))
                .list();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
