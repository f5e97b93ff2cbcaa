package org.commonground.dispute;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.commonground.foundation.OrganisationId;
import org.commonground.negotiation.DecisionRule;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The sides of disputes, and how others decided on them: rows that are written once. */
@Repository
class DisputeTables {

    private final JdbcClient jdbc;
    private final Clock clock;

    DisputeTables(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void addSide(UUID matter, OrganisationId organisation, boolean raised) {
        jdbc.sql("insert into dispute_party (matter, organisation, raised) values (?, ?, ?)").params(matter, organisation.code(), raised)
                .update();
    }

    /** Who raised it first, then by name. */
    List<Side> sides(UUID matter) {
        return jdbc.sql("""
                select p.organisation, o.name, p.raised,
                       exists (select 1 from member m where m.partnership = d.partnership and m.present = p.organisation) as present
                from dispute_party p join dispute d on d.matter = p.matter join organisation o on o.code = p.organisation
                where p.matter = ? order by p.raised desc, lower(o.name), o.code""").param(matter)
                .query((row, nr) -> new Side(new OrganisationId(row.getString(1)), row.getString(2), row.getBoolean(3), row.getBoolean(4)))
                .list();
    }

    int count(String partnership) {
        return jdbc.sql("select count(*) from dispute where partnership = ?").param(partnership).query(Integer.class).single();
    }

    void decide(UUID matter, OrganisationId organisation, DisputeEnding ending, String words, String person) {
        jdbc.sql("insert into dispute_vote (matter, organisation, way_out, leaver, words, given_by, given_at) values (?, ?, ?, ?, ?, ?, ?)")
                .params(matter, organisation.code(), ending.way().name(), ending.leaver() == null ? null : ending.leaver().code(), words,
                        person, Timestamp.from(clock.instant())).update();
    }

    /** By name. */
    List<Verdict> verdicts(UUID matter) {
        return jdbc.sql("""
                select v.organisation, o.name, v.way_out, v.leaver, v.words from dispute_vote v
                join organisation o on o.code = v.organisation where v.matter = ? order by lower(o.name), o.code""").param(matter)
                .query((row, nr) -> new Verdict(new OrganisationId(row.getString(1)), row.getString(2),
                        DisputeEnding.of(row.getString(3), row.getString(4)), row.getString(5))).list();
    }

    void keep(UUID matter, Tally tally) {
        jdbc.sql("insert into dispute_tally (matter, rule, deciders, in_favour, others, carried) values (?, ?, ?, ?, ?, ?)")
                .params(matter, tally.rule().name(), tally.deciders(), tally.inFavour(), tally.others(), tally.isCarried()).update();
    }

    /** How it was counted, in a sentence; empty before. */
    Optional<String> counted(UUID matter) {
        return jdbc.sql("select rule, deciders, in_favour, others, carried from dispute_tally where matter = ?").param(matter)
                .query((row, nr) -> Tally.inWords(DecisionRule.valueOf(row.getString(1)), row.getInt(2), row.getInt(3), row.getInt(4),
                        row.getBoolean(5))).optional();
    }
}
