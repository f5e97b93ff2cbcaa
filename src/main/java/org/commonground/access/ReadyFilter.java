package org.commonground.access;

import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import org.camunda.bpm.engine.task.TaskQuery;
import org.commonground.foundation.Role;

/** The filters Tasklist opens with, in the order in which it lists them. */
enum ReadyFilter {
    SECRETARIAT_QUEUE("Secretariat queue", "Steps for the secretariat", "#1f6f54", StandingGroup.COORDINATOR,
            tasks -> ofGroupOrMine(tasks, StandingGroup.COORDINATOR)),
    MY_ORGANISATION("My organisation", "Everything your organisation is asked for", "#1d5c99", StandingGroup.PARTNER,
            tasks -> tasks.taskCandidateGroupInExpression("${mySeats.all()}").includeAssignedTasks()),
    /** Of partners' people, for whom their own organisation comes first: it goes to the groups of the secretariats. */
    SECRETARIAT_QUEUE_OF_PARTNERS("Secretariat queue", "Steps for the secretariat of your partnership", "#1f6f54", null,
            tasks -> tasks.taskCandidateGroupInExpression("${mySeats.inSecretariats()}").includeAssignedTasks()),
    AS_DECISION_MAKER(Role.DECISION_MAKER, "#6a4c93"),
    AS_RESOURCE_PROVIDER(Role.RESOURCE_PROVIDER, "#8a5a00"),
    AS_EXPERT(Role.EXPERT, "#00707a"),
    AS_IMPLEMENTER(Role.IMPLEMENTER, "#3f6b1f"),
    AS_PARTICIPANT(Role.PARTICIPANT, "#a3446b"),
    AS_ALLY(Role.ALLY, "#5b6770"),
    SIGNATURES("Signatures", "Agreements that wait for your organisation's signature", "#7a3e12", StandingGroup.PARTNER,
            tasks -> tasks.taskDefinitionKey("Task_SignAgreement").taskCandidateGroupInExpression("${mySeats.all()}")
                    .includeAssignedTasks()),
    MINE("Mine", "Steps you have claimed or that only you can do", "#1d5c99", StandingGroup.PARTNER,
            tasks -> tasks.taskAssigneeExpression("${currentUser()}")),
    OVERDUE("Overdue", "What you are asked for and whose date has passed", "#b3261e", StandingGroup.PARTNER,
            tasks -> tasks.taskCandidateGroupInExpression("${mySeats.everywhere()}").includeAssignedTasks()
                    .dueBeforeExpression("${now()}")),
    WAITING_ON_OTHERS("Waiting on others", "Whom the partnerships are waiting for", "#5b6770", StandingGroup.COORDINATOR,
            tasks -> tasks.taskCandidateGroupLike("org%").includeAssignedTasks().dueBefore(anyDay())),
    OVERDUE_AT_OTHERS("Overdue at others", "Whom the partnerships are waiting for, and the date has passed", "#b3261e",
            StandingGroup.COORDINATOR,
            tasks -> tasks.taskCandidateGroupLike("org%").includeAssignedTasks().dueBeforeExpression("${now()}")),
    TO_DECIDE("To decide", "What was escalated to the manager", "#7f4f00", StandingGroup.MANAGER,
            tasks -> ofGroupOrMine(tasks, StandingGroup.MANAGER));

    /** The property by which one is told from another of the same label. */
    static final String READY = "ready";

    private final String label;
    private final String description;
    private final String colour;
    private final StandingGroup reader;
    private final Role role;
    private final UnaryOperator<TaskQuery> tasks;

    ReadyFilter(String label, String description, String colour, StandingGroup reader, UnaryOperator<TaskQuery> tasks) {
        this(label, description, colour, reader, null, tasks);
    }

    ReadyFilter(Role role, String colour) {
        this("As " + role.label().toLowerCase(), "Steps of who " + role.meaning(), colour, null, role,
                tasks -> tasks.taskCandidateGroupInExpression("${mySeats.in('" + role.key() + "')}").includeAssignedTasks());
    }

    ReadyFilter(String label, String description, String colour, StandingGroup reader, Role role, UnaryOperator<TaskQuery> tasks) {
        this.label = label;
        this.description = description;
        this.colour = colour;
        this.reader = reader;
        this.role = role;
        this.tasks = tasks;
    }

    /** The filter of those who hold a seat in the role. */
    static ReadyFilter of(Role role) {
        return Arrays.stream(values()).filter(filter -> filter.role == role).findFirst().orElseThrow();
    }

    String label() {
        return label;
    }

    /** Everybody of this group sees it; null where it goes to the groups of seats or secretariats. */
    StandingGroup reader() {
        return reader;
    }

    /** What comes first is what is due first. */
    TaskQuery query(TaskQuery blank) {
        return tasks.apply(blank).orderByDueDate().asc().orderByTaskCreateTime().asc();
    }

    Map<String, Object> properties() {
        return Map.of(READY, name(), "description", description, "color", colour, "priority", ordinal() * 10, "refresh", true,
                "showUndefinedVariable", false, "variables", List.of());
    }

    /** Staff has no list of its own for what only one person can do, such as helping the sides of a dispute: it stands with the rest. */
    private static TaskQuery ofGroupOrMine(TaskQuery tasks, StandingGroup group) {
        return tasks.or().taskCandidateGroup(group.id()).includeAssignedTasks().taskAssigneeExpression("${currentUser()}").endOr();
    }

    /** Whatever has a date at all: nobody waits for a step that is always open, such as a change among an organisation's people. */
    private static Date anyDay() {
        return Date.from(Instant.parse("2999-01-01T00:00:00Z"));
    }
}
