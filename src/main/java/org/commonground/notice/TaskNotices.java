package org.commonground.notice;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.commonground.engine.OpenTask;
import org.commonground.engine.TaskObserver;
import org.commonground.foundation.Pace;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells people that it is their turn, and keeps the open tasks in mind so that the sweep can remind of them. */
@Component
class TaskNotices implements TaskObserver {

    private final Template opened;
    private final Template standing;
    private final Template freed;
    private final JdbcClient jdbc;
    private final Outbox outbox;
    private final AddressBook addresses;
    private final Deadlines deadlines;
    private final NoticeSettings settings;
    private final Pace pace;
    private final Clock clock;

    TaskNotices(Templates templates, JdbcClient jdbc, Outbox outbox, AddressBook addresses, Deadlines deadlines,
            NoticeSettings settings, Pace pace, Clock clock) {
        this.opened = templates.of(TaskNotices.class, "task-opened");
        this.standing = templates.of(TaskNotices.class, "task-standing");
        this.freed = templates.of(TaskNotices.class, "task-freed");
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.addresses = addresses;
        this.deadlines = deadlines;
        this.settings = settings;
        this.pace = pace;
        this.clock = clock;
    }

    @Override
    public void opened(OpenTask task) {
        Audience audience = task.assignee() == null ? Audience.groups(task.groups()) : Audience.person(task.assignee());
        note(task, audience);
        tell(task, audience, "task:%s:opened".formatted(task.taskId()));
    }

    /** Reminders go to whom it is for now; whoever was told before is not told again that it is there. */
    @Override
    public void passedOn(OpenTask task, Set<String> newcomers) {
        // What somebody has begun to write goes with the row, and since when it is asked stands in it: it stays.
        jdbc.sql("update open_task set audience = ?, due_at = ?, next_at = ? where task_id = ?")
                .params(Audience.groups(task.groups()).written(), utc(task.due()), utc(firstReminder(task)), task.taskId()).update();
        Audience audience = Audience.groups(newcomers);
        tell(task, audience, "task:%s:passed:%s".formatted(task.taskId(), nameOf(audience)));
    }

    private void note(OpenTask task, Audience audience) {
        jdbc.sql("insert into open_task (task_id, step, label, business_key, suffix, about, audience, opened_at, due_at,"
                        + " next_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(task.taskId(), task.step(), task.label(), task.businessKey(), task.suffix(), task.about(), audience.written(),
                        OffsetDateTime.now(clock), utc(task.due()), utc(firstReminder(task)))
                .update();
    }

    private void tell(OpenTask task, Audience audience, String key) {
        if (task.due() == null && task.step() != null) {
            tellOfStanding(task, audience);
        } else {
            Map<String, Object> data = about(task);
            data.put("link", settings.linkToTask(task.taskId()));
            data.put("more", task.words());
            outbox.tell(audience, key, opened, data, task.taskId());
        }
    }

    /** What is always there comes back after each time it was done; people are told the first time only. */
    private void tellOfStanding(OpenTask task, Audience audience) {
        outbox.tell(audience, "standing:%s:%s:%s".formatted(task.businessKey(), task.step(), nameOf(audience)), standing,
                about(task.label(), task.businessKey(), task.suffix(), task.about(), null));
    }

    private static UUID nameOf(Audience audience) {
        return UUID.nameUUIDFromBytes(audience.written().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void freed(OpenTask task, String was, String by) {
        Map<String, Object> data = about(task);
        data.put("by", addresses.nameOf(Audience.person(by)));
        data.put("link", settings.linkToTask(task.taskId()));
        // The same step may be freed twice, and each time the person is told.
        outbox.tell(Audience.person(was), "task:%s:freed:%s".formatted(task.taskId(), UUID.randomUUID()), freed, data, task.taskId());
    }

    @Override
    public void closed(String taskId) {
        jdbc.sql("delete from open_task where task_id = ?").param(taskId).update();
    }

    private static Map<String, Object> about(OpenTask task) {
        return about(task.label(), task.businessKey(), task.suffix(), task.about(), task.due());
    }

    /**
     * What every mail about a task shows.
     *
     * @param about code of the organisation that it is about; or null
     */
    static Map<String, Object> about(String label, String businessKey, String suffix, String about, Instant due) {
        Map<String, Object> data = new HashMap<>();
        data.put("label", label);
        data.put("caseNumber", businessKey);
        data.put("suffix", suffix);
        data.put("organisation", about);
        data.put("due", due);
        return data;
    }

    private Instant firstReminder(OpenTask task) {
        if (task.due() == null || task.step() == null) {
            return null;
        }
        Instant now = clock.instant();
        return deadlines.of(task.step()).moments(task.due(), pace).stream().map(Deadline.Moment::at)
                .filter(at -> at.isAfter(now)).findFirst().orElse(null);
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
    }
}
