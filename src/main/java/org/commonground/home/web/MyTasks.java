package org.commonground.home.web;

import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.commonground.engine.HouseIdentity;
import org.commonground.home.MyPartnerships.Viewer;
import org.commonground.home.OpenSteps;
import org.commonground.home.OpenSteps.OpenStep;
import org.springframework.stereotype.Component;

/** The steps that somebody is asked for, as Tasklist lists them: those of the own groups, and those for this person alone. */
@Component
class MyTasks {

    /** Whatever has a date at all: nobody is waited for where a step is always open. */
    private static final Date ANY_DAY = Date.from(Instant.parse("2999-01-01T00:00:00Z"));
    private static final int STANDING = 20;

    private final TaskService tasks;
    private final IdentityService identities;
    private final OpenSteps steps;
    private final HouseIdentity house;

    MyTasks(TaskService tasks, IdentityService identities, OpenSteps steps, HouseIdentity house) {
        this.tasks = tasks;
        this.identities = identities;
        this.steps = steps;
        this.house = house;
    }

    /** Those with a date, the one due first comes first. */
    List<MyTask> of(Viewer viewer, int most) {
        return house.ask(() -> told(asked(viewer).dueBefore(ANY_DAY).orderByDueDate().asc().orderByTaskCreateTime().asc()
                .listPage(0, most), viewer));
    }

    long count(Viewer viewer) {
        return house.ask(() -> asked(viewer).dueBefore(ANY_DAY).count());
    }

    /** What can be done at any time, such as a change among the own people. */
    List<MyTask> alwaysOpen(Viewer viewer) {
        return house.ask(() -> told(asked(viewer).withoutDueDate().orderByTaskCreateTime().asc().listPage(0, STANDING), viewer));
    }

    List<MyTask> in(String caseNumber, Viewer viewer, int most) {
        return house.ask(() -> told(asked(viewer).processInstanceBusinessKey(caseNumber).orderByDueDate().asc().listPage(0, most), viewer));
    }

    private TaskQuery asked(Viewer viewer) {
        TaskQuery query = tasks.createTaskQuery().active().or().taskAssignee(viewer.user());
        if (!viewer.groups().isEmpty()) {
            query = query.taskCandidateGroupIn(viewer.groups()).includeAssignedTasks();
        }
        return query.endOr();
    }

    /** Somebody may complete one of them while they are looked at: it is left out. */
    private List<MyTask> told(List<Task> mine, Viewer viewer) {
        Map<String, OpenStep> open = steps.those(mine.stream().map(Task::getId).toList()).stream()
                .collect(Collectors.toMap(OpenStep::task, Function.identity()));
        Map<String, String> holders = holders(mine, viewer);
        return mine.stream().filter(task -> open.containsKey(task.getId()))
                .map(task -> new MyTask(open.get(task.getId()), holders.get(task.getAssignee()))).toList();
    }

    private Map<String, String> holders(List<Task> mine, Viewer viewer) {
        String[] others = mine.stream().map(Task::getAssignee).filter(Objects::nonNull).filter(user -> !user.equals(viewer.user()))
                .distinct().toArray(String[]::new);
        Map<String, String> names = new HashMap<>();
        if (others.length > 0) {
            identities.createUserQuery().userIdIn(others).list().forEach(user -> names.put(user.getId(), name(user)));
        }
        return names;
    }

    private static String name(User user) {
        return (user.getFirstName() + " " + user.getLastName()).strip();
    }

    /** @param holder name of a colleague who has taken it; else null */
    record MyTask(OpenStep step, String holder) {

        /** Where it is done. */
        public String address() {
            return "/camunda/app/tasklist/default/#/?task=" + step.task() + "&forceDisplayTask=true";
        }
    }
}
