package org.commonground.access;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;

import org.commonground.notice.Audience;
import org.commonground.notice.NoticeSettings;
import org.commonground.notice.Outbox;
import org.commonground.notice.Template;
import org.commonground.notice.Templates;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Links with which a person sets the first password: mailed once, good once, for seven days. */
@Component
class AccountLinks {

    private static final Duration LIFETIME = Duration.ofDays(7);

    private final Template opened;
    private final JdbcClient database;
    private final Outbox outbox;
    private final NoticeSettings settings;
    private final Clock clock;

    AccountLinks(Templates templates, JdbcClient database, Outbox outbox, NoticeSettings settings, Clock clock) {
        this.opened = templates.of(AccountLinks.class, "account-opened");
        this.database = database;
        this.outbox = outbox;
        this.settings = settings;
        this.clock = clock;
    }

    /** Has the person mailed a new link. */
    void send(String person, String email) {
        String token = open(person);
        outbox.tell(Audience.address(email), "account:" + Secret.hash(token), opened,
                Map.of("user", person, "link", settings.account(token), "until", clock.instant().plus(LIFETIME)));
    }

    /** The token of a new link; what is stored cannot be turned back into it. */
    String open(String person) {
        String token = Secret.token();
        database.sql("insert into account_link (token_hash, person, expires_at) values (:hash, :person, :expires)")
                .param("hash", Secret.hash(token)).param("person", person).param("expires", now().plus(LIFETIME)).update();
        return token;
    }

    /** Whose link it is, while it is good. */
    Optional<String> personOf(String token) {
        return database.sql("select person from account_link where token_hash = :hash and used_at is null and expires_at > :now")
                .param("hash", Secret.hash(token)).param("now", now()).query(String.class).optional();
    }

    /** Uses the link up, and with it every other link of the person. False when somebody was faster. */
    boolean use(String token, String person) {
        int used = database.sql("update account_link set used_at = :now where token_hash = :hash and used_at is null")
                .param("hash", Secret.hash(token)).param("now", now()).update();
        database.sql("update account_link set used_at = :now where person = :person and used_at is null")
                .param("person", person).param("now", now()).update();
        return used == 1;
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
