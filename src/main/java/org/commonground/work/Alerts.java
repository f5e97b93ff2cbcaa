package org.commonground.work;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Raises alerts and lets them rest. Raised again, an alert is told again; there is one open at a time about the same thing. */
@Component
public class Alerts {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    Alerts(JdbcClient jdbc, JdbcTemplate batches, ApplicationEventPublisher facts, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * @param organisation that it concerns first
     * @param subject      what tells it from others of its kind, such as a seat or an instalment
     * @param concerned    who hears of it
     */
    public void raise(PartnershipId partnership, AlertKind kind, OrganisationId organisation, String subject, String words,
            List<OrganisationId> concerned) {
        resolve(partnership, kind, subject);
        jdbc.sql("insert into alert (id, partnership, kind, organisation, subject, words, raised_at, open_key) values (?, ?, ?, ?, ?, ?,"
                + " ?, ?)")
                .params(UUID.randomUUID(), partnership.value(), kind.name(), organisation.code(), subject, words,
                        Timestamp.from(clock.instant()), key(partnership, kind, subject)).update();
        facts.publishEvent(new AlertRaised(partnership, kind, words, concerned.stream().distinct().toList()));
    }

    /** Does nothing where there is none. */
    public void resolve(PartnershipId partnership, AlertKind kind, String subject) {
        jdbc.sql("update alert set resolved_at = ?, open_key = null where open_key = ?")
                .params(Timestamp.from(clock.instant()), key(partnership, kind, subject)).update();
    }

    /** The same for several, of which there may be none. */
    public void resolve(PartnershipId partnership, List<About> several) {
        batches.batchUpdate("update alert set resolved_at = ?, open_key = null where open_key = ?", several.stream()
                .map(one -> new Object[] {Timestamp.from(clock.instant()), key(partnership, one.kind(), one.subject())}).toList());
    }

    /** What needed attention so far, the open ones first. */
    public List<Alert> of(PartnershipId partnership) {
        return jdbc.sql("""
                select id, kind, organisation, words, raised_at, resolved_at from alert where partnership = ?
                order by case when resolved_at is null then 0 else 1 end, raised_at, id""")
                .param(partnership.value())
                .query((row, nr) -> new Alert(row.getObject(1, UUID.class), AlertKind.valueOf(row.getString(2)),
                        new OrganisationId(row.getString(3)), row.getString(4), row.getObject(5, OffsetDateTime.class).toInstant(),
                        row.getObject(6) == null ? null : row.getObject(6, OffsetDateTime.class).toInstant()))
                .list();
    }

    /** @param subject what tells it from others of its kind */
    public record About(AlertKind kind, String subject) {
    }

    private static String key(PartnershipId partnership, AlertKind kind, String subject) {
        return partnership + "|" + kind + "|" + subject;
    }
}
