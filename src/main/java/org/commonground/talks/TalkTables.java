package org.commonground.talks;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.commonground.dispute.DisputeEnding;
import org.commonground.dispute.Rung;
import org.commonground.dispute.WayOut;
import org.commonground.foundation.OrganisationId;
import org.commonground.partnership.AgreedAction;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was said on the rungs of disputes: rows that are written once. */
@Repository
class TalkTables {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Clock clock;

    TalkTables(JdbcClient jdbc, JdbcTemplate batches, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
    }

    /** The number of the next word. Two who speak at one moment do so one after the other. */
    int next(UUID matter) {
        jdbc.sql("update dispute set rung = rung where matter = ?").param(matter).update();
        return jdbc.sql("select count(*) + 1 from dispute_word where matter = ?").param(matter).query(Integer.class).single();
    }

    void say(UUID matter, int nr, Rung rung, OrganisationId organisation, Word word, String person) {
        UUID id = UUID.randomUUID();
        Encounter met = word.meeting();
        keep(id, matter, nr, rung, organisation.code(), word.stand().name(), word.ending(), word.words(), word.speaker(), word.named(), met,
                person);
        List<AgreedAction> actions = word.actions();
        batches.batchUpdate("insert into dispute_action (word, nr, what, owner, due_on, verifier) values (?, ?, ?, ?, ?, ?)",
                IntStream.range(0, actions.size()).mapToObj(index -> new Object[] {id, index + 1, actions.get(index).what(),
                        actions.get(index).owner().code(), Date.valueOf(actions.get(index).due()),
                        actions.get(index).verifier().code()}).toList());
    }

    void writeDown(UUID matter, int nr, Rung rung, String words, DisputeEnding decided, Encounter met, String person) {
        keep(UUID.randomUUID(), matter, nr, rung, null, null, decided, words, null, null, met, person);
    }

    private void keep(UUID id, UUID matter, int nr, Rung rung, String organisation, String stand, DisputeEnding ending, String words,
            String speaker, String named, Encounter met, String person) {
        WayOut way = ending == null ? null : ending.way();
        jdbc.sql("""
                insert into dispute_word (id, matter, nr, rung, organisation, stand, way_out, leaver, words, speaker, named, met_on,
                                          present, came, said_by, said_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(id, matter, nr, rung.name(), organisation, stand, way == null ? null : way.name(),
                        ending == null || ending.leaver() == null ? null : ending.leaver().code(), words, speaker, named,
                        met == null ? null : Date.valueOf(met.metOn()), met == null ? null : met.present(),
                        met == null ? null : met.came(), person, Timestamp.from(clock.instant())).update();
    }

    /** Those of all rungs, the first one first. */
    List<SpokenWord> of(UUID matter) {
        return jdbc.sql("""
                select w.id, w.nr, w.rung, w.organisation, o.name, w.stand, w.way_out, w.leaver, w.words, w.speaker, w.named, w.met_on,
                       w.present, w.came, w.said_at
                from dispute_word w left join organisation o on o.code = w.organisation where w.matter = ? order by w.nr""").param(matter)
                .query((row, line) -> {
                    String organisation = row.getString("organisation");
                    String stand = row.getString("stand");
                    String way = row.getString("way_out");
                    String leaver = row.getString("leaver");
                    return new SpokenWord(row.getObject("id", UUID.class), row.getInt("nr"), Rung.valueOf(row.getString("rung")),
                            organisation == null ? null : new OrganisationId(organisation), row.getString("name"),
                            stand == null ? null : Stand.valueOf(stand),
                            way == null ? null : new DisputeEnding(WayOut.valueOf(way), leaver == null ? null : new OrganisationId(leaver)),
                            row.getString("words"), row.getString("speaker"), row.getString("named"),
                            row.getObject("met_on", LocalDate.class), row.getString("present"), row.getString("came"),
                            row.getObject("said_at", OffsetDateTime.class).withOffsetSameInstant(ZoneOffset.UTC).toLocalDate());
                }).list();
    }

    /** The actions of all words, in order. */
    List<Listed> actions(UUID matter) {
        return jdbc.sql("""
                select a.word, a.nr, a.what, a.owner, o.name, a.due_on, a.verifier, v.name, a.left_out from dispute_action a
                join dispute_word w on w.id = a.word join organisation o on o.code = a.owner join organisation v on v.code = a.verifier
                where w.matter = ? order by w.nr, a.nr""").param(matter)
                .query((row, line) -> new Listed(row.getObject(1, UUID.class), row.getInt(2), row.getString(3),
                        new OrganisationId(row.getString(4)), row.getString(5), row.getObject(6, LocalDate.class),
                        new OrganisationId(row.getString(7)), row.getString(8), row.getString(9))).list();
    }

    void leaveOut(Listed action, String why) {
        jdbc.sql("update dispute_action set left_out = ? where word = ? and nr = ?").params(why, action.word(), action.nr()).update();
    }

    /** @param leftOut why it could not be agreed, or null */
    record Listed(UUID word, int nr, String what, OrganisationId owner, String ownerName, LocalDate due, OrganisationId verifier,
            String verifierName, String leftOut) {
    }
}
