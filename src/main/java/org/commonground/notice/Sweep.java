package org.commonground.notice;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.commonground.foundation.Pace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The one job that looks for what time brings: reminders before a task is due and on the day, escalation after it,
 * what the rooms watch for, mails that are old enough to go. May run on several nodes at once and as often as one likes:
 * everything is said once.
 */
@Component
public class Sweep {

    private static final Logger log = LoggerFactory.getLogger(Sweep.class);

    private static final Duration A_DAY = Duration.ofDays(1);

    private final Template reminder;
    private final Template overdue;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Outbox outbox;
    private final Deadlines deadlines;
    private final AddressBook addresses;
    private final List<Watch> watches;
    private final NoticeSettings settings;
    private final Pace pace;
    private final Clock clock;

    Sweep(Templates templates, JdbcClient jdbc, TransactionTemplate transaction, Outbox outbox, Deadlines deadlines, AddressBook addresses,
            List<Watch> watches, NoticeSettings settings, Pace pace, Clock clock) {
        this.reminder = templates.of(Sweep.class, "task-reminder");
        this.overdue = templates.of(Sweep.class, "task-overdue");
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.outbox = outbox;
        this.deadlines = deadlines;
        this.addresses = addresses;
        this.watches = watches;
        this.settings = settings;
        this.pace = pace;
        this.clock = clock;
    }

    public void run() {
        while (remindOfNext()) {
            // the next one
        }
        clean();
        watches.forEach(Sweep::look);
    }

    // Reminders and escalation

    private boolean remindOfNext() {
        WaitingTask[] taken = new WaitingTask[1];
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> {
                nextTask().ifPresent(task -> {
                    taken[0] = task;
                    speakOf(task);
                });
                return taken[0] != null;
            }));
        } catch (RuntimeException exception) {
            if (taken[0] == null) {
                throw exception;
            }
            // One task whose row in the table of deadlines is broken does not silence the others.
            log.error("No reminder of task {} ({}), it is tried again later", taken[0].id, taken[0].step, exception);
            lookAgain(taken[0].id, pace.after(clock.instant(), A_DAY));
            return true;
        }
    }

    private Optional<WaitingTask> nextTask() {
        return jdbc.sql("""
                        select task_id, step, label, business_key, suffix, about, audience, opened_at, due_at, next_at from open_task
                        where next_at <= ? order by next_at fetch first row only for update skip locked""")
                .param(OffsetDateTime.now(clock))
                .query((row, nr) -> new WaitingTask(row.getString("task_id"), row.getString("step"), row.getString("label"),
                        row.getString("business_key"), row.getString("suffix"), row.getString("about"), row.getString("audience"),
                        row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                        row.getObject("due_at", OffsetDateTime.class).toInstant(),
                        row.getObject("next_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    private void speakOf(WaitingTask task) {
        Instant now = clock.instant();
        List<Deadline.Moment> moments = deadlines.of(task.step).moments(task.due, pace);
        List<Deadline.Moment> come = moments.stream()
                .filter(moment -> !moment.at().isBefore(task.next) && !moment.at().isAfter(now)).toList();
        // After a long silence, the machine's or ours, one reminder is enough.
        come.stream().filter(moment -> moment.kind() == Deadline.Kind.REMINDER).reduce((earlier, later) -> later)
                .ifPresent(moment -> remind(task, moment, now));
        come.stream().filter(moment -> moment.kind() != Deadline.Kind.REMINDER).forEach(moment -> escalate(task, moment));
        lookAgain(task.id, moments.stream().map(Deadline.Moment::at).filter(at -> at.isAfter(now)).findFirst().orElse(null));
    }

    private void remind(WaitingTask task, Deadline.Moment moment, Instant now) {
        Map<String, Object> data = about(task);
        data.put("late", now.isAfter(pace.after(task.due, A_DAY)));
        data.put("link", settings.linkToTask(task.id));
        outbox.tell(Audience.read(task.audience), moment.key(task.id), reminder, data, task.id);
    }

    private void escalate(WaitingTask task, Deadline.Moment moment) {
        boolean toManager = moment.kind() == Deadline.Kind.TO_MANAGER;
        Map<String, Object> data = about(task);
        data.put("opened", task.opened);
        data.put("waitingFor", addresses.nameOf(Audience.read(task.audience)));
        data.put("link", toManager ? settings.cockpit() : settings.tasklist());
        outbox.tell(toManager ? Audience.manager() : Audience.coordinator(), moment.key(task.id), overdue, data, task.id);
    }

    private Map<String, Object> about(WaitingTask task) {
        return TaskNotices.about(task.label, task.businessKey, task.suffix, task.about, task.due);
    }

    private void lookAgain(String taskId, Instant at) {
        jdbc.sql("update open_task set next_at = ? where task_id = ?")
                .params(at == null ? null : at.atOffset(ZoneOffset.UTC), taskId).update();
    }

    // What else

    private static void look(Watch watch) {
        try {
            watch.look();
        } catch (DuplicateKeyException otherNode) {
            log.debug("Another node tells the same at this moment: {}", watch);
        }
    }

    // Cleaning

    private void clean() {
        OffsetDateTime old = OffsetDateTime.now(clock).minus(settings.mail().keep());
        jdbc.sql("delete from mail where told_at < ? and next_at is null").param(old).update();
        jdbc.sql("delete from outbox where told_at < ? and next_at is null and not exists"
                + " (select 1 from mail where mail.message_key = outbox.message_key)").param(old).update();
    }

    private record WaitingTask(String id, String step, String label, String businessKey, String suffix, String about,
                               String audience, Instant opened, Instant due, Instant next) {
    }
}
