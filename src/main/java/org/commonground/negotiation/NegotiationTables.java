package org.commonground.negotiation;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.commonground.foundation.OrganisationId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What parties, the coordinator and the machine add to a negotiation: rows that are written once. */
@Repository
class NegotiationTables {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Clock clock;

    NegotiationTables(JdbcClient jdbc, JdbcTemplate batches, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
    }

    void addParties(NegotiationId negotiation, List<OrganisationId> parties) {
        batches.batchUpdate("insert into negotiating_party (negotiation, organisation, only_signs) values (?, ?, false)",
                parties.stream().map(party -> new Object[] {negotiation.value(), party.code()}).toList());
    }

    /** It may have left before. */
    void join(NegotiationId negotiation, OrganisationId newcomer) {
        if (jdbc.sql("update negotiating_party set left_at = null, left_because = null, left_by = null where negotiation = ? and"
                + " organisation = ?").params(negotiation.value(), newcomer.code()).update() == 0) {
            addParties(negotiation, List.of(newcomer));
        }
    }

    /** It signs, and has no say in the wordings until they are opened again. */
    void addSignatory(NegotiationId negotiation, OrganisationId organisation) {
        jdbc.sql("insert into negotiating_party (negotiation, organisation, only_signs) values (?, ?, true)")
                .params(negotiation.value(), organisation.code()).update();
    }

    /** From now on everybody has a say. */
    void letSpeak(NegotiationId negotiation) {
        jdbc.sql("update negotiating_party set only_signs = false where negotiation = ? and only_signs")
                .param(negotiation.value()).update();
    }

    void leave(NegotiationId negotiation, OrganisationId party, String reason, String person) {
        jdbc.sql("update negotiating_party set left_at = ?, left_because = ?, left_by = ? where negotiation = ? and organisation = ? and"
                + " left_at is null").params(now(), reason, person, negotiation.value(), party.code()).update();
    }

    void ask(NegotiationId negotiation, int asking, int round, Collection<OrganisationId> parties) {
        jdbc.sql("insert into asking (negotiation, nr, round_nr, opened_at, waived) values (?, ?, ?, ?, false)")
                .params(negotiation.value(), asking, round, now()).update();
        alsoAsk(negotiation, asking, parties);
    }

    /** Of those who joined while the others were asked already. */
    void alsoAsk(NegotiationId negotiation, int asking, Collection<OrganisationId> parties) {
        batches.batchUpdate("insert into asked_party (negotiation, asking, organisation) values (?, ?, ?)",
                parties.stream().map(party -> new Object[] {negotiation.value(), asking, party.code()}).toList());
    }

    /** @param nr how often the party has answered with it when it was asked this time */
    void reply(NegotiationId negotiation, int asking, OrganisationId party, int nr, String person) {
        jdbc.sql("insert into given_reply (negotiation, asking, organisation, nr, given_by, given_at) values (?, ?, ?, ?, ?, ?)")
                .params(negotiation.value(), asking, party.code(), nr, person, now()).update();
    }

    void word(NegotiationId negotiation, Map<Topic, Worded> wordings, Terms terms, String person) {
        Timestamp now = now();
        List<Object[]> words = new ArrayList<>();
        List<Object[]> written = new ArrayList<>();
        List<Object[]> contributions = new ArrayList<>();
        wordings.forEach((topic, worded) -> {
            words.add(new Object[] {negotiation.value(), topic.key(), worded.nr(), worded.words(), person, now});
            terms.written(topic).forEach((name, value) ->
                    written.add(new Object[] {negotiation.value(), topic.key(), worded.nr(), name, value}));
            for (Contribution one : topic == Topic.CONTRIBUTIONS ? terms.contributions() : List.<Contribution>of()) {
                contributions.add(new Object[] {UUID.randomUUID(), negotiation.value(), topic.key(), worded.nr(), contributions.size() + 1,
                        one.organisation().code(), one.role().key(), one.kind().key(), one.what(), one.amount(), one.unit(),
                        Date.valueOf(one.from()), Date.valueOf(one.to())});
            }
        });
        batches.batchUpdate("insert into wording (negotiation, topic, nr, words, worded_by, worded_at) values (?, ?, ?, ?, ?, ?)", words);
        batches.batchUpdate("insert into term (negotiation, topic, wording, name, written) values (?, ?, ?, ?, ?)", written);
        batches.batchUpdate("""
                insert into contribution (id, negotiation, topic, wording, nr, organisation, role, kind, what, amount, unit, from_day, \
                to_day)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", contributions);
    }

    /** @param reply number of the reply that they belong to */
    void keepPositions(NegotiationId negotiation, int asking, OrganisationId party, int reply, List<Position> positions) {
        batches.batchUpdate("""
                insert into stated_position (negotiation, topic, wording, organisation, asking, nr, kind, words)
                values (?, ?, ?, ?, ?, ?, ?, ?)""",
                positions.stream().map(position -> new Object[] {negotiation.value(), position.topic().key(), position.wording(),
                        party.code(), asking, reply, position.kind().key(), position.words()}).toList());
    }

    void reopen(NegotiationId negotiation, Map<Topic, Integer> wordings, OrganisationId by, String reason, String person) {
        Timestamp now = now();
        batches.batchUpdate("""
                insert into reopening (id, negotiation, topic, wording, organisation, words, reopened_by, reopened_at)
                values (?, ?, ?, ?, ?, ?, ?, ?)""",
                wordings.entrySet().stream().map(one -> new Object[] {UUID.randomUUID(), negotiation.value(), one.getKey().key(),
                        one.getValue(), by == null ? null : by.code(), reason, person, now}).toList());
    }

    void openReading(NegotiationId negotiation, int asking, Instant until) {
        jdbc.sql("update asking set read_until = ? where negotiation = ? and nr = ?")
                .params(Timestamp.from(until), negotiation.value(), asking).update();
    }

    void read(NegotiationId negotiation, int asking, OrganisationId party, boolean ready, String person) {
        jdbc.sql("insert into positions_read (negotiation, asking, organisation, ready, read_by, read_at) values (?, ?, ?, ?, ?, ?)")
                .params(negotiation.value(), asking, party.code(), ready, person, now()).update();
    }

    void waiveReading(NegotiationId negotiation, int asking) {
        jdbc.sql("update asking set waived = true where negotiation = ? and nr = ?").params(negotiation.value(), asking).update();
    }

    void mediate(NegotiationId negotiation, int asking, Mediation mediation, String person) {
        jdbc.sql("""
                insert into mediation (negotiation, asking, mediator, held_on, minutes, outcome, settled, recorded_by, recorded_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(negotiation.value(), asking, mediation.mediator(), Date.valueOf(mediation.heldOn()), mediation.minutes(),
                        mediation.outcome(), mediation.settled(), person, now()).update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    record Worded(int nr, String words) {
    }
}
