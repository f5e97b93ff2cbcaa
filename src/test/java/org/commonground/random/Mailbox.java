package org.commonground.random;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.commonground.notice.Postman;
import org.commonground.notice.Sweep;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The mails of people: each can be written, nobody reads the same twice, and none goes to somebody whom it does not concern any more. */
final class Mailbox {

    /** Those who work for the house. */
    private static final String STAFF = "test";

    private final JdbcClient jdbc;
    private final Postman postman;
    private final Sweep sweep;
    private final Clock clock;

    Mailbox(JdbcClient jdbc, Postman postman, Sweep sweep, Clock clock) {
        this.jdbc = jdbc;
        this.postman = postman;
        this.sweep = sweep;
        this.clock = clock;
    }

    Round of(Oracle.Case oracle, Players players) {
        return new Round(oracle, players);
    }

    private List<String> unwritten() {
        return jdbc.sql("select template || ', ' || message_key || ': ' || problem from outbox where problem is not null")
                .query(String.class).list();
    }

    /** What comes in one play. */
    final class Round {

        private final Oracle.Case oracle;
        private final Players players;
        private final Set<String> read = new HashSet<>();
        private final Set<List<String>> told = new HashSet<>();
        private Instant swept = Instant.MIN;
        private OffsetDateTime since = OffsetDateTime.now(clock);

        /** What a broken play before this one left behind. */
        private final List<String> old = unwritten();

        private Round(Oracle.Case oracle, Players players) {
            this.oracle = oracle;
            this.players = players;
        }

        /** Everything that is to be told now is written, and read by somebody who knows better. */
        void goes() {
            if (!clock.instant().equals(swept)) {
                sweep.run();
                swept = clock.instant();
            }
            postman.makeRound();
            List<String> unwritten = new ArrayList<>(unwritten());
            unwritten.removeAll(old);
            if (!unwritten.isEmpty()) {
                throw new AssertionError("Mails that cannot be written: " + unwritten);
            }
            OffsetDateTime now = OffsetDateTime.now(clock);
            for (Map<String, Object> mail : jdbc.sql("""
                    select cast(id as varchar(40)) as id, message_key, address, subject, body_text, told_at from mail where told_at >= ?
                    order by address, message_key""").param(since).query().listOfRows()) {
                String text = String.valueOf(mail.get("body_text"));
                if (read.add(String.valueOf(mail.get("id"))) && text.contains(oracle.caseNumber())) {
                    looksAt(String.valueOf(mail.get("address")), String.valueOf(mail.get("subject")), text, now.toInstant(),
                            String.valueOf(mail.get("message_key")));
                }
            }
            since = now.withOffsetSameInstant(ZoneOffset.UTC);
        }

        private void looksAt(String address, String subject, String text, Instant now, String key) {
            if (!told.add(List.of(address, subject, text, now.toString()))) {
                throw new AssertionError("%s reads “%s” twice: %s".formatted(address, subject, key));
            }
            String user = address.substring(0, address.indexOf('@'));
            String organisation = players.organisationOf(user);
            if (organisation == null && !user.startsWith(STAFF)) {
                throw new AssertionError("%s reads “%s”, and has nothing to do with it".formatted(address, subject));
            }
            Optional<Instant> left = organisation == null ? Optional.empty() : oracle.leftAt(organisation);
            if (left.isPresent() && left.get().isBefore(now)) {
                throw new AssertionError("%s has left on %s and reads “%s” on %s: %s".formatted(address, left.get(), subject, now, text));
            }
            List<String> faults = oracle.reads(subject + "\n" + text);
            if (!faults.isEmpty()) {
                throw new AssertionError("%s reads “%s”: %s".formatted(address, subject, faults));
            }
        }
    }
}
