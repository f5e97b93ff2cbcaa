package org.commonground.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import org.commonground.engine.MovableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonground.notice.Mails.State.GIVEN_UP;
import static org.commonground.notice.Mails.State.OPEN;
import static org.commonground.notice.Mails.State.SENT;

@NoticeTest
@TestPropertySource(properties = {"spring.mail.host=localhost", "spring.mail.properties[mail.smtp.timeout]=2000",
        "commonground.mail.attempts=3", "commonground.mail.from=Common Ground <office@example.org>"})
class PostmanTest {

    private static final Template TASK = new Template("notice/task-opened");
    private static final Recipient ASHA = new Recipient("Asha Rao", "asha@example.org");
    private static final Recipient BEN = new Recipient("Ben Okri", "ben@example.org");

    @RegisterExtension
    static GreenMailExtension server = new GreenMailExtension(ServerSetup.SMTP.dynamicPort());

    @Autowired
    Outbox outbox;
    @Autowired
    Postman postman;
    @Autowired
    Mails mails;
    @Autowired
    Directory directory;
    @Autowired
    JavaMailSenderImpl sender;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    MovableClock clock;

    private final String key = "test:" + UUID.randomUUID();

    @BeforeEach
    void begin() {
        jdbc.sql("delete from mail").update();
        jdbc.sql("delete from outbox").update();
        directory.put("orgFao", ASHA, BEN);
        sender.setPort(server.getSmtp().getPort());
        clock.setTo(Instant.parse("2027-03-01T08:00:00Z"));
    }

    @AfterEach
    void end() {
        clock.reset();
    }

    @Test
    void each_person_gets_one_mail_in_html_and_text() throws Exception {
        tell(Audience.group("orgFao"));

        postman.makeRound();
        postman.makeRound();

        assertThat(Stream.of(server.getReceivedMessages()).map(mail -> GreenMailUtil.getAddressList(recipients(mail))))
                .containsExactlyInAnyOrder("Asha Rao <asha@example.org>", "Ben Okri <ben@example.org>");
        MimeMessage mail = server.getReceivedMessages()[0];
        assertThat(mail.getSubject()).isEqualTo("It is your turn: Answer invitation – Cotton IPM (P-2026-0007)");
        assertThat(GreenMailUtil.getAddressList(mail.getFrom())).isEqualTo("Common Ground <office@example.org>");
        MimeMultipart parts = (MimeMultipart) mail.getContent();
        assertThat(parts.getBodyPart(0).getContentType()).isEqualToIgnoringCase("text/plain; charset=UTF-8");
        assertThat((String) parts.getBodyPart(0).getContent()).contains("It is your turn: Answer invitation.")
                .contains("http://localhost:8080/camunda/app/tasklist/default/#/?task=1&forceDisplayTask=true").doesNotContain("<");
        assertThat(parts.getBodyPart(1).getContentType()).isEqualToIgnoringCase("text/html; charset=UTF-8");
        assertThat((String) parts.getBodyPart(1).getContent()).startsWith("<!DOCTYPE html>").contains("Cotton IPM · P-2026-0007");
        assertThat(states()).containsOnly(SENT);
    }

    @Test
    void whoever_joins_before_the_mail_leaves_gets_it_too() {
        tell(Audience.group("orgFao"));
        directory.put("orgFao", ASHA, BEN, new Recipient(null, "new@example.org"));

        postman.makeRound();

        assertThat(server.getReceivedMessages()).hasSize(3);
    }

    @Test
    void a_mail_that_left_just_before_the_machine_died_leaves_again_under_the_same_id() throws Exception {
        tell(Audience.address("asha@example.org"));
        postman.makeRound();
        jdbc.sql("update mail set state = 'OPEN', next_at = sent_at").update();

        postman.makeRound();

        assertThat(server.getReceivedMessages()).hasSize(2).extracting(MimeMessage::getMessageID).allMatch(id -> id.endsWith("@localhost>"))
                .containsOnly(server.getReceivedMessages()[0].getMessageID());
    }

    @Test
    void several_postmen_side_by_side_send_each_mail_once() throws Exception {
        directory.put("crowd", IntStream.range(0, 12).mapToObj(n -> new Recipient(null, "p" + n + "@example.org"))
                .toArray(Recipient[]::new));
        for (int n = 0; n < 5; n++) {
            outbox.tell(Audience.group("crowd"), key + n, new Template("access/account-opened"),
                    Map.of("user", "n" + n, "link", "http://localhost/"));
        }
        ExecutorService postmen = Executors.newFixedThreadPool(4);
        try {
            for (Future<?> round : IntStream.range(0, 4).mapToObj(n -> postmen.submit(postman::makeRound)).toList()) {
                round.get();
            }
        } finally {
            postmen.shutdown();
        }
        postman.makeRound();

        assertThat(Stream.of(server.getReceivedMessages()).map(PostmanTest::id)).hasSize(60).doesNotHaveDuplicates();
    }

    @Test
    void a_name_with_markup_is_shown_as_text() throws Exception {
        String evil = "<script>alert(1)</script>\r\nBcc: all@example.org ${7*7} [[${7*7}]] \u0000 اسم 🌱";
        directory.put("orgFao", new Recipient(evil, "asha@example.org"));
        outbox.tell(Audience.group("orgFao"), key, TASK,
                Map.of("label", evil, "caseTitle", evil, "caseNumber", "P-2026-0007", "link", "http://localhost/"));

        postman.makeRound();

        MimeMessage mail = server.getReceivedMessages()[0];
        assertThat(mail.getAllRecipients()).hasSize(1);
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getSubject()).contains("<script>").doesNotContain("\n", "\r", "49").hasSizeLessThan(78);
        assertThat(mails.latest(1).get(0).html()).contains("&lt;script&gt;").doesNotContain("<script", "49", "\u0000");
        assertThat(mails.latest(1).get(0).text()).contains("<script>alert(1)</script>", "${7*7} [[${7*7}]]", "اسم 🌱").doesNotContain("49");
    }

    @Test
    void a_server_that_is_away_costs_one_look_and_no_mail() {
        tell(Audience.group("orgFao"));
        sender.setPort(1);
        for (int round = 0; round < 10; round++) {
            postman.makeRound();
            clock.advance(Duration.ofMinutes(1));
        }
        assertThat(mails.latest(9)).allSatisfy(mail -> {
            assertThat(mail.state()).isEqualTo(OPEN);
            assertThat(mail.problem()).contains("connection failed");
        });

        sender.setPort(server.getSmtp().getPort());
        clock.advance(Duration.ofHours(1));
        postman.makeRound();

        assertThat(server.getReceivedMessages()).hasSize(2);
    }

    @Test
    void a_server_that_never_answers_is_let_go() {
        tell(Audience.group("orgFao"));
        try (StubbornServer silent = new StubbornServer(line -> null)) {
            sender.setPort(silent.port());
            postman.makeRound();
            assertThat(states()).containsOnly(OPEN);
        }
    }

    @ParameterizedTest(name = "{0} to {1}")
    @CsvSource({"550 no such mailbox, RCPT TO:<asha", "451 come back later, RCPT TO:<asha"})
    void one_mailbox_that_is_refused_holds_up_nobody_else(String reply, String line) {
        tell(Audience.group("orgFao"));
        try (StubbornServer choosy = StubbornServer.saying(reply, line)) {
            sender.setPort(choosy.port());
            postman.makeRound();
            assertThat(choosy.accepted()).containsExactly("<ben@example.org>");
            postman.makeRound();
            assertThat(states()).as("not before its pause is over").containsExactlyInAnyOrder(OPEN, SENT);
        }

        sender.setPort(server.getSmtp().getPort());
        clock.advance(Duration.ofMinutes(2));
        postman.makeRound();

        assertThat(states()).containsOnly(SENT);
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void a_mail_that_is_refused_again_and_again_is_given_up_after_longer_and_longer_pauses() {
        tell(Audience.address("asha@example.org"));
        try (StubbornServer choosy = StubbornServer.saying("550 never", "RCPT TO:")) {
            sender.setPort(choosy.port());
            postman.makeRound();
            clock.advance(Duration.ofSeconds(61));
            postman.makeRound();
            clock.advance(Duration.ofSeconds(61));
            postman.makeRound();
            assertThat(states()).containsOnly(OPEN);
            clock.advance(Duration.ofSeconds(60));
            postman.makeRound();
        }

        assertThat(mails.latest(1)).singleElement().satisfies(mail -> {
            assertThat(mail.state()).isEqualTo(GIVEN_UP);
            assertThat(mail.problem()).contains("550 never");
        });
    }

    @Test
    void a_server_that_hangs_up_after_taking_the_mail_does_not_get_it_twice() {
        tell(Audience.address("asha@example.org"));
        try (StubbornServer rude = StubbornServer.saying(null, "QUIT")) {
            sender.setPort(rude.port());
            postman.makeRound();
            assertThat(rude.accepted()).hasSize(1);
        }

        assertThat(states()).containsOnly(SENT);
    }

    @Test
    void an_address_that_is_none_is_given_up_and_holds_up_nobody() {
        tell(Audience.address("no address\r\nRCPT TO:<x@example.org>").and(Audience.address("asha@example.org")));

        postman.makeRound();

        assertThat(states()).containsExactlyInAnyOrder(GIVEN_UP, SENT);
    }

    private void tell(Audience audience) {
        outbox.tell(audience, key, TASK, Map.of("label", "Answer invitation", "caseTitle", "Cotton IPM", "caseNumber",
                "P-2026-0007", "link", "http://localhost:8080/camunda/app/tasklist/default/#/?task=1&forceDisplayTask=true"));
    }

    private List<Mails.State> states() {
        return mails.latest(100).stream().map(Mails.Mail::state).toList();
    }

    private static String id(MimeMessage mail) {
        try {
            return mail.getMessageID();
        } catch (jakarta.mail.MessagingException exception) {
            throw new IllegalStateException(exception);
        }
    }

    private static jakarta.mail.Address[] recipients(MimeMessage mail) {
        try {
            return mail.getAllRecipients();
        } catch (jakarta.mail.MessagingException exception) {
            throw new IllegalStateException(exception);
        }
    }
}
