package org.commonground.accession;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.commonground.foundation.OrganisationId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who was asked for its consent, what it said and how it was counted: rows that are written once. */
@Repository
class Consents {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Clock clock;

    Consents(JdbcClient jdbc, JdbcTemplate batches, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
    }

    void ask(UUID matter, List<OrganisationId> partners) {
        batches.batchUpdate("insert into consent_asked (matter, organisation) values (?, ?)",
                partners.stream().map(one -> new Object[] {matter, one.code()}).toList());
    }

    /** Those who were asked and are full partners still, each with whether it has answered. */
    Map<OrganisationId, Boolean> asked(UUID matter) {
        Map<OrganisationId, Boolean> asked = new LinkedHashMap<>();
        jdbc.sql("""
                select c.organisation, case when exists (select 1 from consent s where s.matter = c.matter
                    and s.organisation = c.organisation) then true else false end from consent_asked c
                join accession a on a.matter = c.matter
                join member m on m.partnership = a.partnership and m.present = c.organisation and m.standing = 'partner'
                where c.matter = ? order by c.organisation""").param(matter).query(row -> {
                    asked.put(new OrganisationId(row.getString(1)), row.getBoolean(2));
                });
        return asked;
    }

    void add(UUID matter, OrganisationId partner, List<Consent> consents, String person) {
        Timestamp now = Timestamp.from(clock.instant());
        batches.batchUpdate("insert into consent (matter, newcomer, organisation, consents, reason, given_by, given_at) values (?, ?, ?, ?,"
                + " ?, ?, ?)", consents.stream().map(one -> new Object[] {matter, one.newcomer().code(), partner.code(), one.consents(),
                        one.reason(), person, now}).toList());
    }

    /** Of those who are full partners now, by name. */
    List<Said> of(UUID matter, OrganisationId newcomer) {
        return jdbc.sql("""
                select c.organisation, o.name, c.consents, c.reason from consent c join accession a on a.matter = c.matter
                join member m on m.partnership = a.partnership and m.present = c.organisation and m.standing = 'partner'
                join organisation o on o.code = c.organisation
                where c.matter = ? and c.newcomer = ? order by lower(o.name), o.code""").params(matter, newcomer.code())
                .query((row, nr) -> new Said(new OrganisationId(row.getString(1)), row.getString(2), row.getBoolean(3), row.getString(4)))
                .list();
    }

    /** What one partner said of a newcomer. */
    record Said(OrganisationId organisation, String name, boolean consents, String reason) {

        String inWords() {
            return "%s: %s.%s".formatted(name, consents ? "consents" : "does not consent", reason == null ? "" : " " + reason);
        }
    }
}
