package org.commonground.withdrawal;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

import org.commonground.foundation.OrganisationId;
import org.commonground.partnership.OncePerTransaction;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was offered to whom, and what came of it. Several rows are written in one batch. */
@Repository
class Passings {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final OncePerTransaction once;
    private final Clock clock;

    Passings(JdbcClient jdbc, JdbcTemplate batches, OncePerTransaction once, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.once = once;
        this.clock = clock;
    }

    /** All of a withdrawal, in the order in which they were offered. */
    List<Passing> of(UUID withdrawal) {
        return once.read(new PassingsOf(withdrawal), () -> jdbc.sql("""
                select h.id, h.kind, h.ref, h.words, h.taker, o.name, h.state, h.batch, h.reason, h.answered_by, h.done
                from handing_over h left join organisation o on o.code = h.taker where h.withdrawal = ? order by h.nr""")
                .param(withdrawal)
                .query((row, nr) -> new Passing(row.getObject(1, UUID.class), row.getString(2), row.getString(3), row.getString(4),
                        row.getString(5) == null ? null : new OrganisationId(row.getString(5)), row.getString(6),
                        PassingState.valueOf(row.getString(7)), row.getObject(8, Integer.class), row.getString(9),
                        row.getString(10), row.getBoolean(11)))
                .list());
    }

    /** @param state in which they begin */
    void add(UUID withdrawal, List<Offered> things, PassingState state, String person) {
        int first = of(withdrawal).size();
        Timestamp answered = state == PassingState.OPEN ? null : now();
        batches.batchUpdate("""
                insert into handing_over (id, withdrawal, nr, kind, ref, words, taker, state, answered_by, answered_at, done)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, false)""",
                IntStream.range(0, things.size()).mapToObj(nr -> {
                    Offered one = things.get(nr);
                    return new Object[] {UUID.randomUUID(), withdrawal, first + nr + 1, one.thing().kind().kind(),
                            one.thing().holding().ref(), one.thing().words(), one.taker() == null ? null : one.taker().code(),
                            state.name(), answered == null ? null : person, answered};
                }).toList());
        once.forget();
    }

    void answer(List<Answered> answers, String person) {
        Timestamp now = now();
        batches.batchUpdate("update handing_over set state = ?, reason = ?, answered_by = ?, answered_at = ? where id = ?",
                answers.stream().map(one -> new Object[] {one.state().name(), one.reason(), person, now, one.passing()}).toList());
        once.forget();
    }

    /** Those are asked now, until then. */
    void ask(Collection<UUID> passings, int batch, Instant until) {
        batches.batchUpdate("update handing_over set batch = ?, until_when = ? where id = ?",
                passings.stream().map(one -> new Object[] {batch, Timestamp.from(until), one}).toList());
        once.forget();
    }

    Optional<Instant> until(UUID withdrawal, int batch) {
        return jdbc.sql("select max(until_when) from handing_over where withdrawal = ? and batch = ?").params(withdrawal, batch)
                .query((row, nr) -> Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant)).single();
    }

    /** Whoever was asked until a moment that has passed did not answer. */
    void closeOffers(UUID withdrawal) {
        jdbc.sql("update handing_over set state = 'SILENT' where withdrawal = ? and state = 'OPEN' and taker is not null"
                + " and until_when <= ?").params(withdrawal, now()).update();
        once.forget();
    }

    void closeReleases(UUID withdrawal) {
        jdbc.sql("update handing_over set state = 'SILENT' where withdrawal = ? and state = 'OPEN' and taker is null")
                .param(withdrawal).update();
        once.forget();
    }

    void closeAll(UUID withdrawal) {
        jdbc.sql("update handing_over set state = 'SILENT' where withdrawal = ? and state = 'OPEN'").param(withdrawal).update();
        once.forget();
    }

    void done(Collection<UUID> passings) {
        batches.batchUpdate("update handing_over set done = true where id = ?", passings.stream().map(one -> new Object[] {one}).toList());
        once.forget();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    /** @param taker null where it shall be released */
    record Offered(HeldThing thing, OrganisationId taker) {
    }

    record Answered(UUID passing, PassingState state, String reason) {
    }

    private record PassingsOf(UUID withdrawal) {
    }
}
