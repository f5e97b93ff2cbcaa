package org.commonground.vision;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Words;
import org.commonground.partnership.MendedAims;
import org.commonground.partnership.Objective;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What partners, the coordinator and the machine add to a vision: rows that are written once. */
@Repository
class VisionTables {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Clock clock;

    VisionTables(JdbcClient jdbc, JdbcTemplate batches, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
    }

    void shareVision(PartnershipId partnership, VisionStatement statement, String person) {
        int nr = jdbc.sql("select coalesce(max(nr), 0) + 1 from stated_vision where partnership = ? and organisation = ?")
                .params(partnership.value(), statement.organisation().code()).query(Integer.class).single();
        jdbc.sql("""
                insert into stated_vision (partnership, organisation, nr, words, hopes, aims_wish, stated_by, stated_at)
                values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(partnership.value(), statement.organisation().code(), nr, statement.words(), statement.hopes(),
                        statement.aimsWish(), person, now()).update();
    }

    void answerExpectations(PartnershipId partnership, OrganisationId partner, List<ExpectationAnswer> answers, String person) {
        Timestamp now = now();
        int nr = jdbc.sql("select coalesce(max(nr), 0) + 1 from answered_expectation where partnership = ? and organisation = ?")
                .params(partnership.value(), partner.code()).query(Integer.class).single();
        batches.batchUpdate("""
                insert into answered_expectation (partnership, organisation, expecting, nr, can, words, answered_by, answered_at)
                values (?, ?, ?, ?, ?, ?, ?, ?)""",
                answers.stream().map(answer -> new Object[] {partnership.value(), partner.code(), answer.expecting().code(), nr,
                        answer.ability().key(), answer.words(), person, now}).toList());
    }

    /** One statement for all. */
    void answerNewcomers(PartnershipId partnership, OrganisationId partner, List<ExpectationAnswer> answers, String person) {
        Timestamp now = now();
        batches.batchUpdate("""
                insert into answered_expectation (partnership, organisation, expecting, nr, can, words, answered_by, answered_at)
                values (?, ?, ?, (select coalesce(max(a.nr), 0) + 1 from answered_expectation a
                                  where a.partnership = ? and a.organisation = ? and a.expecting = ?), ?, ?, ?, ?)""",
                answers.stream().map(answer -> new Object[] {partnership.value(), partner.code(), answer.expecting().code(),
                        partnership.value(), partner.code(), answer.expecting().code(), answer.ability().key(),
                        Words.maybe(answer.words()), person, now}).toList());
    }

    void draft(PartnershipId partnership, int nr, String words, List<AgendaItem> agenda, MendedAims aims, String person) {
        jdbc.sql("""
                insert into shared_vision (partnership, nr, words, purpose, target_participants, participation_mode, drafted_by, drafted_at)
                values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(partnership.value(), nr, words, aims.purpose(), aims.targetParticipants(), aims.participationMode(), person, now())
                .update();
        List<Object[]> objectives = new ArrayList<>();
        for (Objective one : aims.objectives()) {
            objectives.add(new Object[] {partnership.value(), nr, objectives.size() + 1, one.wording(), one.indicator(), one.baseline(),
                    one.target()});
        }
        batches.batchUpdate("""
                insert into drafted_objective (partnership, draft, nr, wording, indicator, baseline, target)
                values (?, ?, ?, ?, ?, ?, ?)""", objectives);
        List<Object[]> rows = new ArrayList<>();
        for (AgendaItem item : agenda) {
            rows.add(new Object[] {partnership.value(), nr, rows.size() + 1, item.what(), item.who().code(), Date.valueOf(item.byWhen()),
                    item.with()});
        }
        batches.batchUpdate("insert into agenda_item (partnership, draft, nr, what, who, by_when, needed) values (?, ?, ?, ?, ?, ?, ?)",
                rows);
    }

    /** @param taker null where it is dropped */
    void settle(PartnershipId partnership, int draft, OpenStep step, OrganisationId taker, String words, String person) {
        int nr = jdbc.sql("select coalesce(max(nr), 0) + 1 from settled_step where partnership = ? and draft = ? and step = ?")
                .params(partnership.value(), draft, step.nr()).query(Integer.class).single();
        jdbc.sql("""
                insert into settled_step (partnership, draft, step, nr, was_of, taken_by, words, settled_by, settled_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(partnership.value(), draft, step.nr(), nr, step.item().who().code(), taker == null ? null : taker.code(), words,
                        person, now()).update();
    }

    void ask(PartnershipId partnership, int asking, int draft, Collection<OrganisationId> partners) {
        jdbc.sql("insert into endorsement_asking (partnership, nr, draft, opened_at) values (?, ?, ?, ?)")
                .params(partnership.value(), asking, draft, now()).update();
        alsoAsk(partnership, asking, partners);
    }

    /** Of those who joined while the others were asked already. */
    void alsoAsk(PartnershipId partnership, int asking, Collection<OrganisationId> partners) {
        batches.batchUpdate("insert into asked_endorser (partnership, asking, organisation) values (?, ?, ?)",
                partners.stream().map(partner -> new Object[] {partnership.value(), asking, partner.code()}).toList());
    }

    void reply(PartnershipId partnership, int asking, OrganisationId partner, boolean endorsed, String words, String person) {
        int nr = jdbc.sql("""
                select coalesce(max(nr), 0) + 1 from given_endorsement where partnership = ? and asking = ? and organisation = ?""")
                .params(partnership.value(), asking, partner.code()).query(Integer.class).single();
        jdbc.sql("""
                insert into given_endorsement (partnership, asking, organisation, nr, endorsed, words, given_by, given_at)
                values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(partnership.value(), asking, partner.code(), nr, endorsed, words, person, now()).update();
    }

    void leave(PartnershipId partnership, OrganisationId partner, String reason, String person) {
        jdbc.sql("insert into left_founder (partnership, organisation, left_because, left_by, left_at) values (?, ?, ?, ?, ?)")
                .params(partnership.value(), partner.code(), reason, person, now()).update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
