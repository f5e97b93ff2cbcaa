package org.commonground.candidate;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What candidates say and what the coordinator makes of it: rows that are written once. */
@Repository
class CandidateTables {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Clock clock;

    CandidateTables(JdbcClient jdbc, JdbcTemplate batches, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
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

    void leaveOut(UUID nomination, String reason) {
        jdbc.sql("update nomination set remark = ? where id = ?").params(reason, nomination).update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
