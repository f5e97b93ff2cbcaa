package org.commonground.notice;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonground.notice.Mails.State.KEPT;

/** There is no mail server here. */
@NoticeTest
class OutboxTest {

    private static final Template ACCOUNT = new Template("access/account-opened");

    @Autowired
    Outbox outbox;
    @Autowired
    Postman postman;
    @Autowired
    Mails mails;
    @Autowired
    TransactionTemplate transaction;

    private final String key = "test:" + UUID.randomUUID();
    private final String address = UUID.randomUUID() + "@example.org";

    @Test
    void what_is_told_reaches_the_page_when_there_is_no_mail_server() {
        tell("asha");

        assertThat(told()).singleElement().satisfies(mail -> {
            assertThat(mail.state()).isEqualTo(KEPT);
            assertThat(mail.subject()).isEqualTo("Your account at Common Ground");
            assertThat(mail.html()).contains("asha");
            assertThat(mail.text()).contains("asha");
            assertThat(mail.at()).isBeforeOrEqualTo(Instant.now());
        });
    }

    @Test
    void a_click_that_is_taken_back_tells_nobody() {
        transaction.executeWithoutResult(status -> {
            tell("asha");
            status.setRollbackOnly();
        });

        assertThat(told()).isEmpty();
    }

    @Test
    void the_same_key_tells_once_and_the_click_stands() {
        transaction.executeWithoutResult(status -> {
            tell("first");
            tell("second");
            outbox.tell(Audience.address(address), key + ":other", ACCOUNT, Map.of("user", "third", "link", "http://x/"));
        });

        assertThat(told()).extracting(Mails.Mail::text).hasSize(2)
                .anyMatch(text -> text.contains("first")).anyMatch(text -> text.contains("third"));
    }

    @Test
    void two_who_tell_the_same_at_one_moment_tell_once_and_both_clicks_stand() throws Exception {
        ExecutorService two = Executors.newFixedThreadPool(2);
        CountDownLatch ready = new CountDownLatch(2);
        try {
            List<Future<?>> clicks = List.of(two.submit(() -> tellAtOnce(ready)), two.submit(() -> tellAtOnce(ready)));
            for (Future<?> click : clicks) {
                click.get();
            }
        } finally {
            two.shutdown();
        }

        assertThat(told()).hasSize(1);
    }

    private void tellAtOnce(CountDownLatch ready) {
        transaction.executeWithoutResult(status -> {
            ready.countDown();
            try {
                ready.await();
            } catch (InterruptedException exception) {
                throw new IllegalStateException(exception);
            }
            tell("asha");
        });
    }

    @Test
    void an_unknown_template_stays_alone_with_its_problem() {
        outbox.tell(Audience.address(address), key + ":broken", new Template("notice/no-such-template"), Map.of());
        tell("asha");

        assertThat(told()).hasSize(1);
    }

    @Test
    void an_audience_survives_the_table() {
        Audience audience = Audience.groups(List.of("orgFao", "orgGoiExpert")).and(Audience.coordinator())
                .and(Audience.person("ashaRao")).and(Audience.address("a b@example.org"));

        assertThat(Audience.read(audience.written())).isEqualTo(audience);
    }

    private void tell(String user) {
        outbox.tell(Audience.address(address), key, ACCOUNT, Map.of("user", user, "link", "http://localhost/x"));
    }

    private List<Mails.Mail> told() {
        postman.makeRound();
        return mails.latest(100).stream().filter(mail -> mail.to().address().equals(address)).toList();
    }
}
