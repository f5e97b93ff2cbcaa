package org.commonground.notice;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Where the house puts what people should be told: one row in the transaction that gives rise to it, so that a mail leaves
 * exactly if the click stands. No mail server is asked here.
 */
@Component
public class Outbox {

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final SpokenDays words;
    private final Clock clock;
    private final String onceOnly;

    Outbox(JdbcTemplate jdbc, ObjectMapper json, SpokenDays words, Clock clock) {
        this.jdbc = JdbcClient.create(jdbc);
        this.json = json;
        this.words = words;
        this.clock = clock;
        String database = jdbc.execute((ConnectionCallback<String>) connection -> connection.getMetaData().getDatabaseProductName());
        // On PostgreSQL a violated key dooms the transaction, on H2 it is only an exception: see tell.
        this.onceOnly = "PostgreSQL".equals(database) ? " on conflict do nothing" : "";
    }

    /**
     * Tells the audience once: a second notice with the same key is left out.
     *
     * @param key      what this notice is, in all eternity: {@code nomination:<id>:declined}
     * @param data     what the template shows: texts, numbers, days, moments, lists of texts. Never evaluated, always shown as
     *                 text. With {@code caseNumber} and {@code organisation} (a code) it also shows their names
     */
    public void tell(Audience to, String key, Template mail, Map<String, ?> data) {
        tell(to, key, mail, data, null);
    }

    /** @param taskId the task it is about: once that is closed, nobody is told any more */
    void tell(Audience to, String key, Template mail, Map<String, ?> data, String taskId) {
        if (to.isEmpty()) {
            return;
        }
        OffsetDateTime now = OffsetDateTime.now(clock);
        try {
            jdbc.sql("insert into outbox (message_key, audience, template, content, task_id, told_at, state, attempts, next_at)"
                            + " values (?, ?, ?, ?, ?, ?, 'OPEN', 0, ?)" + onceOnly)
                    .params(key, to.written(), mail.path(), write(data), taskId, now, now).update();
        } catch (DuplicateKeyException toldAlready) {
            // H2 only, where the transaction goes on.
        }
    }

    private String write(Map<String, ?> data) {
        try {
            return json.writeValueAsString(words.spoken(data));
        } catch (JsonProcessingException exception) {
            throw new IllegalArgumentException("Not fit for a mail: " + data, exception);
        }
    }
}
