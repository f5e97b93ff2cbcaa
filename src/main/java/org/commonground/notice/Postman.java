package org.commonground.notice;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Turns notices into one mail per person and sends them. Any number of postmen may work side by side, on one node or several: each
 * mail is taken by one. A mail leaves once; only when the machine dies between the server's yes and our note of it does it leave again,
 * with the same Message-ID.
 */
@Component
public class Postman {

    private static final Logger log = LoggerFactory.getLogger(Postman.class);
    /** Longer than the slowest server may take, so that nobody else takes a mail that is being sent. */
    private static final Duration LEASE = Duration.ofMinutes(15);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(6);
    private static final int PROBLEM = 500;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final AddressBook addresses;
    private final CaseNames names;
    private final Composer composer;
    private final ObjectProvider<JavaMailSender> server;
    private final ObjectMapper json;
    private final CaseRecord record;
    private final NoticeSettings settings;
    private final Clock clock;

    Postman(JdbcClient jdbc, TransactionTemplate transaction, AddressBook addresses, CaseNames names, Composer composer,
            ObjectProvider<JavaMailSender> server, ObjectMapper json, CaseRecord record, NoticeSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.addresses = addresses;
        this.names = names;
        this.composer = composer;
        this.server = server;
        this.json = json;
        this.record = record;
        this.settings = settings;
        this.clock = clock;
    }

    /** Addresses every notice and sends every mail that is due. */
    public void makeRound() {
        while (addressNext()) {
            // the next one
        }
        JavaMailSender sender = server.getIfAvailable();
        while (sender != null && sendNext(sender)) {
            // the next one
        }
    }

    // Notices become mails

    private boolean addressNext() {
        Notice[] taken = new Notice[1];
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> {
                nextNotice().ifPresent(notice -> {
                    taken[0] = notice;
                    address(notice);
                });
                return taken[0] != null;
            }));
        } catch (RuntimeException exception) {
            if (taken[0] == null) {
                throw exception;
            }
            log.error("The notice {} could not be written and stays", taken[0].key, exception);
            failed("outbox", "message_key", taken[0].key, taken[0].attempts + 1, exception);
            return true;
        }
    }

    private Optional<Notice> nextNotice() {
        return jdbc.sql("""
                        select message_key, audience, template, content, told_at, attempts,
                          (task_id is null or task_id in (select open_task.task_id from open_task)) as wanted
                        from outbox where next_at <= ? order by next_at fetch first row only for update skip locked""")
                .param(now())
                .query((row, nr) -> new Notice(row.getString("message_key"), row.getString("audience"), row.getString("template"),
                        row.getString("content"), row.getObject("told_at", OffsetDateTime.class), row.getInt("attempts"),
                        row.getBoolean("wanted")))
                .optional();
    }

    private void address(Notice notice) {
        if (notice.wanted) {
            List<Recipient> people = addresses.peopleOf(Audience.read(notice.audience));
            if (people.isEmpty()) {
                log.warn("Nobody to tell: {} for {}", notice.key, notice.audience.replace('\n', ','));
            }
            Map<String, Object> data = names.beside(read(notice.content));
            people.forEach(person -> write(notice, data, person));
            record(notice, data);
        }
        // What was told in confidence is kept in the mails alone.
        jdbc.sql("update outbox set state = 'DONE', next_at = null, content = '{}', problem = null where message_key = ?")
                .param(notice.key).update();
    }

    /** What is told of a room goes into the record of its case; what is told of a step is over when the step is. */
    private void record(Notice notice, Map<String, Object> data) {
        Set<String> groups = Audience.read(notice.audience).groups();
        if (!groups.isEmpty() && data.get("caseNumber") instanceof String number && !Template.isOfNotice(notice.template)) {
            record.told(number, composer.line(notice.template, data), groups, notice.toldAt.toInstant());
        }
    }

    private void write(Notice notice, Map<String, Object> data, Recipient person) {
        Letter letter = composer.compose(notice.template, data, person);
        boolean sending = server.getIfAvailable() != null;
        jdbc.sql("""
                        insert into mail (id, message_key, person, address, subject, body_html, body_text, told_at, state, attempts, \
                        next_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?)""")
                .params(UUID.nameUUIDFromBytes((notice.key + "\n" + person.address()).getBytes(StandardCharsets.UTF_8)), notice.key,
                        person.name(), person.address(), letter.subject(), letter.html(), letter.text(), notice.toldAt,
                        (sending ? Mails.State.OPEN : Mails.State.KEPT).name(), sending ? now() : null)
                .update();
    }

    private Map<String, Object> read(String content) {
        try {
            return json.readValue(content, new TypeReference<>() {
            });
        } catch (JsonProcessingException exception) {
            throw new IllegalStateException(exception);
        }
    }

    // Mails leave

    /** @return whether to go on: there was one, and the server can be reached */
    private boolean sendNext(JavaMailSender sender) {
        Optional<OpenMail> taken = transaction.execute(status -> takeNextMail());
        if (taken.isEmpty()) {
            return false;
        }
        OpenMail mail = taken.get();
        try {
            send(mail, sender);
        } catch (AddressException exception) {
            failed("mail", "id", mail.id, settings.mail().attempts(), exception);
            return true;
        } catch (MessagingException | UnsupportedEncodingException | RuntimeException exception) {
            if (unreachable(exception)) {
                log.warn("The mail server cannot be reached; mails wait. {}", exception.getMessage());
                failed("mail", "id", mail.id, mail.attempts, exception);
                return false;
            }
            log.warn("A mail to {} did not leave: {}", mail.to.address(), exception.getMessage());
            failed("mail", "id", mail.id, mail.attempts + 1, exception);
            return true;
        }
        jdbc.sql("update mail set state = 'SENT', sent_at = ?, next_at = null, attempts = ?, problem = null where id = ?")
                .params(now(), mail.attempts + 1, mail.id).update();
        return true;
    }

    private Optional<OpenMail> takeNextMail() {
        Optional<OpenMail> next = jdbc.sql("""
                        select id, person, address, subject, body_html, body_text, attempts from mail
                        where next_at <= ? order by next_at fetch first row only for update skip locked""")
                .param(now())
                .query((row, nr) -> new OpenMail(row.getObject("id", UUID.class),
                        new Recipient(row.getString("person"), row.getString("address")),
                        new Letter(row.getString("subject"), row.getString("body_html"), row.getString("body_text")),
                        row.getInt("attempts"))).optional();
        next.ifPresent(mail -> jdbc.sql("update mail set next_at = ? where id = ?")
                .params(utc(clock.instant().plus(LEASE)), mail.id).update());
        return next;
    }

    private void send(OpenMail mail, JavaMailSender sender) throws MessagingException, UnsupportedEncodingException {
        MimeMessage message = message(sender, mail);
        try {
            sender.send(message);
        } catch (MailSendException exception) {
            // Without a failed message only the goodbye failed: the mail is gone, and must not leave again.
            if (!exception.getFailedMessages().isEmpty()) {
                throw exception;
            }
        }
    }

    private MimeMessage message(JavaMailSender sender, OpenMail mail) throws MessagingException, UnsupportedEncodingException {
        InternetAddress to = new InternetAddress(mail.to.address(), mail.to.name(), "UTF-8");
        to.validate();
        MimeMessage message = sender.createMimeMessage();
        message.setHeader("Message-ID", "<" + mail.id + "@" + settings.address().getHost() + ">");
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setFrom(new InternetAddress(settings.mail().from()));
        message.setRecipient(MimeMessage.RecipientType.TO, to);
        message.setSubject(mail.letter.subject(), "UTF-8");
        message.setSentDate(Date.from(clock.instant()));
        // The better version comes last.
        message.setContent(new MimeMultipart("alternative", part(mail.letter.text(), "plain"), part(mail.letter.html(), "html")));
        return message;
    }

    private static MimeBodyPart part(String words, String kind) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(words, "UTF-8", kind);
        return part;
    }

    /** No answer at all, or none for us: then no mail is to blame, and the others need not try. */
    private static boolean unreachable(Exception exception) {
        return exception instanceof MailAuthenticationException
                || exception instanceof MailException && exception.getCause() != null;
    }

    // Failures

    private void failed(String table, String idColumn, Object id, int attempts, Exception exception) {
        boolean givenUp = attempts >= settings.mail().attempts();
        String problem = String.valueOf(exception.getMessage());
        jdbc.sql("update %s set attempts = ?, next_at = ?, state = ?, problem = ? where %s = ?".formatted(table, idColumn))
                .params(attempts, givenUp ? null : utc(clock.instant().plus(pauseAfter(attempts))), givenUp ? "GIVEN_UP" : "OPEN",
                        problem.substring(0, Math.min(problem.length(), PROBLEM)), id)
                .update();
    }

    private Duration pauseAfter(int attempts) {
        Duration pause = settings.mail().backOff();
        for (int doubled = 1; doubled < attempts && pause.compareTo(LONGEST_PAUSE) < 0; doubled++) {
            pause = pause.multipliedBy(2);
        }
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    private record Notice(String key, String audience, String template, String content, OffsetDateTime toldAt, int attempts,
                          boolean wanted) {
    }

    private record OpenMail(UUID id, Recipient to, Letter letter, int attempts) {
    }
}
