package org.commonground.notice;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The mails of the house, for the administrator's page. They hold what people were told in confidence, so for nobody else. */
@Component
public class Mails {

    private final JdbcClient jdbc;

    Mails(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The mails told last, latest first. */
    public List<Mail> latest(int limit) {
        return jdbc.sql("""
                        select id, person, address, subject, body_text, body_html, told_at, state, problem from mail
                        order by told_at desc, message_key, address fetch first ? rows only""")
                .param(limit)
                .query((row, nr) -> new Mail(row.getObject("id", UUID.class),
                        new Recipient(row.getString("person"), row.getString("address")),
                        row.getString("subject"), row.getString("body_text"), row.getString("body_html"),
                        row.getObject("told_at", OffsetDateTime.class).toInstant(), State.valueOf(row.getString("state")),
                        row.getString("problem")))
                .list();
    }

    /**
     * @param html    a whole page, with the words of others escaped
     * @param at      when it was told
     * @param problem why it has not left, or null
     */
    public record Mail(UUID id, Recipient to, String subject, String text, String html, Instant at, State state, String problem) {
    }

    public enum State {
        OPEN("Waits to be sent"),
        SENT("Sent"),
        KEPT("Shown here only: there is no mail server"),
        GIVEN_UP("Given up");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
