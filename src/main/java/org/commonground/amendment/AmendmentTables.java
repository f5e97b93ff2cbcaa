package org.commonground.amendment;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.commonground.foundation.Keyed;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.negotiation.NegotiationId;
import org.commonground.negotiation.Topic;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What an amendment is about, whom it concerns, and who has read it. */
@Repository
class AmendmentTables {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Clock clock;

    AmendmentTables(JdbcClient jdbc, JdbcTemplate batches, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
    }

    void write(UUID matter, Map<Topic, AmendmentKind> subjects, Collection<OrganisationId> concerned) {
        batches.batchUpdate("insert into amended_subject (matter, topic, kind) values (?, ?, ?)", subjects.entrySet().stream()
                .map(one -> new Object[] {matter, one.getKey().key(), one.getValue().key()}).toList());
        batches.batchUpdate("insert into amendment_concerns (matter, organisation) values (?, ?)",
                concerned.stream().map(one -> new Object[] {matter, one.code()}).toList());
    }

    Map<Topic, AmendmentKind> subjects(UUID matter) {
        Map<Topic, AmendmentKind> subjects = new EnumMap<>(Topic.class);
        jdbc.sql("select topic, kind from amended_subject where matter = ?").param(matter)
                .query((row, nr) -> Map.entry(Topic.of(row.getString(1)), Keyed.of(AmendmentKind.class, row.getString(2)))).list()
                .forEach(one -> subjects.put(one.getKey(), one.getValue()));
        return subjects;
    }

    List<OrganisationId> concerned(UUID matter) {
        return jdbc.sql("select organisation from amendment_concerns where matter = ? order by organisation").param(matter)
                .query((row, nr) -> new OrganisationId(row.getString(1))).list();
    }

    /** In which open amendment a clause is; empty where it is in none. */
    Optional<UUID> openIn(PartnershipId partnership, Topic topic) {
        return jdbc.sql("select matter from open_subject where partnership = ? and topic = ?").params(partnership.value(), topic.key())
                .query((row, nr) -> row.getObject(1, UUID.class)).optional();
    }

    void open(PartnershipId partnership, UUID matter, Collection<Topic> topics) {
        batches.batchUpdate("insert into open_subject (partnership, topic, matter) values (?, ?, ?)",
                topics.stream().map(one -> new Object[] {partnership.value(), one.key(), matter}).toList());
    }

    void close(UUID matter) {
        jdbc.sql("delete from open_subject where matter = ?").param(matter).update();
    }

    List<OrganisationId> readers(UUID matter, int round) {
        return jdbc.sql("select organisation from amendment_reading where matter = ? and round = ?").params(matter, round)
                .query((row, nr) -> new OrganisationId(row.getString(1))).list();
    }

    void read(UUID matter, int round, OrganisationId reader, boolean concerned, String words, String person) {
        jdbc.sql("""
                insert into amendment_reading (matter, round, organisation, concerned, words, read_by, read_at)
                values (?, ?, ?, ?, ?, ?, ?)""")
                .params(matter, round, reader.code(), concerned, words, person, Timestamp.from(clock.instant())).update();
    }

    /** When each that need not sign read it last. */
    Map<OrganisationId, Instant> readAt(NegotiationId negotiation) {
        Map<OrganisationId, Instant> read = new LinkedHashMap<>();
        jdbc.sql("""
                select r.organisation, max(r.read_at) from amendment_reading r join amendment a on a.matter = r.matter
                where a.negotiation = ? and not r.concerned group by r.organisation order by 2""")
                .param(negotiation.value())
                .query((row, nr) -> Map.entry(new OrganisationId(row.getString(1)), row.getTimestamp(2).toInstant())).list()
                .forEach(one -> read.put(one.getKey(), one.getValue()));
        return read;
    }

    /** Those who said that it concerns them, with their words. */
    Map<OrganisationId, String> alsoConcerned(UUID matter) {
        Map<OrganisationId, String> words = new LinkedHashMap<>();
        jdbc.sql("select organisation, words from amendment_reading where matter = ? and concerned order by read_at").param(matter)
                .query((row, nr) -> Map.entry(new OrganisationId(row.getString(1)), row.getString(2))).list()
                .forEach(one -> words.put(one.getKey(), one.getValue()));
        return words;
    }
}
