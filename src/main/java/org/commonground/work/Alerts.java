package org.commonground.work;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import org.commonground.foundation.Days;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.partnership.PartnerLeft;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Raises alerts and lets them rest: all read them among the papers until it is better. Raised again, an alert is told again; there is one
 * open at a time about the same thing.
 */
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

    /** What needs attention now, the oldest first. */
    public List<AlertLine> open(PartnershipId partnership) {
        return of(partnership).stream().filter(Alert::isOpen)
                .map(one -> new AlertLine(one.kind().label(), one.words(), day(one.raisedAt()))).toList();
    }

    /** What needed attention once, and is better, with its days. */
    List<AlertLine> over(PartnershipId partnership) {
        return of(partnership).stream().filter(one -> !one.isOpen()).map(one -> new AlertLine(one.kind().label(), one.words(),
                "%s to %s".formatted(day(one.raisedAt()), day(one.resolvedAt())))).toList();
    }

    private static String day(Instant moment) {
        return Days.inWords(LocalDate.ofInstant(moment, ZoneOffset.UTC));
    }

    /** Once the joint work is over nothing in it needs attention any more: what is open then the closing list asks for. */
    void endAll(PartnershipId partnership) {
        jdbc.sql("update alert set resolved_at = ?, open_key = null where partnership = ? and resolved_at is null")
                .params(Timestamp.from(clock.instant()), partnership.value()).update();
    }

    /** Whoever has left is missed no more. What it held others answer for from now on, and are asked themselves. */
    @EventListener
    void on(PartnerLeft fact) {
        jdbc.sql("update alert set resolved_at = ?, open_key = null where partnership = ? and organisation = ? and resolved_at is null")
                .params(Timestamp.from(clock.instant()), fact.partnership().value(), fact.party().code()).update();
    }

    /** @param subject what tells it from others of its kind */
    public record About(AlertKind kind, String subject) {
    }

    private static String key(PartnershipId partnership, AlertKind kind, String subject) {
        return partnership + "|" + kind + "|" + subject;
    }
}
