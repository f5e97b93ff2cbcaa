package org.commonground.random;

import java.util.ArrayList;
import java.util.List;

import org.commonground.notice.Postman;
import org.commonground.notice.Sweep;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The mails of people: each can be written, and nobody reads the same twice. */
@Component
final class Mailbox {

    private final JdbcClient jdbc;
    private final Postman postman;
    private final Sweep sweep;

    Mailbox(JdbcClient jdbc, Postman postman, Sweep sweep) {
        this.jdbc = jdbc;
        this.postman = postman;
        this.sweep = sweep;
    }

    /** Everything that is to be told now is written; says which could not be. */
    List<String> round() {
        sweep.run();
        postman.makeRound();
        return jdbc.sql("select template || ': ' || problem from outbox where problem is not null").query(String.class).list();
    }

    /** What somebody is told more than once, at one moment and in the same words, of this case. */
    List<String> repeated(String partnership) {
        List<String> repeated = new ArrayList<>();
        jdbc.sql("""
                select address, subject, count(*), min(message_key), max(message_key) from mail where body_text like ?
                group by address, subject, body_text, told_at having count(*) > 1""").param("%" + partnership + "%")
                .query(row -> {
                    repeated.add("%s reads “%s” %d times: %s, %s".formatted(row.getString(1), row.getString(2), row.getInt(3),
                            row.getString(4), row.getString(5)));
                });
        return repeated;
    }
}
