package org.commonground.decision;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.negotiation.DecisionRule;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What partners said to proposals, and how it was counted: rows that are written once. */
@Repository
class Votes {

    private final JdbcClient jdbc;
    private final Clock clock;

    Votes(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void add(UUID matter, OrganisationId organisation, Voice voice, String words, String person) {
        jdbc.sql("insert into vote (matter, organisation, voice, words, person, voted_at) values (?, ?, ?, ?, ?, ?)")
                .params(matter, organisation.code(), voice.name(), words, person, now()).update();
    }

    /** What everybody said, by name; those too who have left since. */
    List<Vote> of(UUID matter) {
        return jdbc.sql("""
                select v.organisation, o.name, v.voice, v.words from vote v
                join organisation o on o.code = v.organisation
                where v.matter = ? order by lower(o.name), o.code""")
                .param(matter)
                .query((row, nr) -> new Vote(new OrganisationId(row.getString(1)), row.getString(2), Voice.valueOf(row.getString(3)),
                        row.getString(4))).list();
    }

    /** Whether this organisation has spoken. */
    boolean has(UUID matter, OrganisationId organisation) {
        return jdbc.sql("select count(*) from vote where matter = ? and organisation = ?").params(matter, organisation.code())
                .query(Integer.class).single() > 0;
    }

    void keep(UUID matter, Count count) {
        jdbc.sql("""
                insert into vote_count (matter, rule, partners, in_favour, against, abstained, accepted, counted_at)
                values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(matter, count.rule().name(), count.partners(), count.inFavour(), count.against(), count.abstained(),
                        count.accepted(), now()).update();
    }

    Optional<Count> count(UUID matter) {
        return jdbc.sql("select rule, partners, in_favour, against, abstained from vote_count where matter = ?").param(matter)
                .query((row, nr) -> new Count(DecisionRule.valueOf(row.getString(1)), row.getInt(2), row.getInt(3), row.getInt(4),
                        row.getInt(5))).optional();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
