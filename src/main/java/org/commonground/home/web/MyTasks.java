package org.commonground.home.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.task.TaskQuery;
import org.commonground.engine.HouseIdentity;
import org.commonground.home.MyPartnerships.Viewer;
import org.commonground.home.OpenSteps;
import org.commonground.home.OpenSteps.OpenStep;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The steps that somebody is asked for, as Tasklist lists them: those of the own groups, and those for this person alone. */
@Component
class MyTasks {

    /** By the engine's own indexes, and all at one look: its query would go through the steps of everybody, once for each question. */
    private static final String MINE = """
            select ID_, ASSIGNEE_, ALWAYS_, ALL_ from (
              select ID_, ASSIGNEE_, DUE_DATE_, CREATE_TIME_, ALWAYS_, count(*) over (partition by ALWAYS_) ALL_,
                     row_number() over (partition by ALWAYS_ order by DUE_DATE_, CREATE_TIME_, ID_) NR_
              from (select t.ID_, t.ASSIGNEE_, t.DUE_DATE_, t.CREATE_TIME_, case when t.DUE_DATE_ is null then 1 else 0 end ALWAYS_
                    from ACT_RU_TASK t where t.SUSPENSION_STATE_ = 1 and t.ID_ in (
                      select i.TASK_ID_ from ACT_RU_IDENTITYLINK i where i.TYPE_ = 'candidate' and i.GROUP_ID_ in (:groups)
                      union select own.ID_ from ACT_RU_TASK own where own.ASSIGNEE_ = :user)) mine) counted
            where NR_ <= :most order by DUE_DATE_, CREATE_TIME_, ID_""";
    private static final List<String> NONE = List.of("-");

    private final JdbcClient jdbc;
    private final TaskService tasks;
    private final IdentityService identities;
    private final OpenSteps steps;
    private final HouseIdentity house;

    MyTasks(JdbcClient jdbc, TaskService tasks, IdentityService identities, OpenSteps steps, HouseIdentity house) {
        this.jdbc = jdbc;
        this.tasks = tasks;
        this.identities = identities;
        this.steps = steps;
        this.house = house;
    }

    /** @param most of each kind */
    Mine of(Viewer viewer, int most) {
        List<Found> all = jdbc.sql(MINE).param("user", viewer.user()).param("most", most)
                .param("groups", viewer.groups().isEmpty() ? NONE : viewer.groups())
                .query((row, nr) -> new Found(new Asked(row.getString(1), row.getString(2)), row.getInt(3) == 1, row.getLong(4))).list();
        Set<String> always = all.stream().filter(Found::always).map(one -> one.step().task()).collect(Collectors.toSet());
        Map<Boolean, List<MyTask>> told = house.ask(() -> told(all.stream().map(Found::step).toList(), viewer)).stream()
                .collect(Collectors.partitioningBy(one -> always.contains(one.step().task())));
        return new Mine(told.get(false), all.stream().filter(one -> !one.always()).mapToLong(Found::all).findFirst().orElse(0),
                told.get(true));
    }

    List<MyTask> in(String caseNumber, Viewer viewer, int most) {
        return house.ask(() -> told(asked(viewer).processInstanceBusinessKey(caseNumber).orderByDueDate().asc().listPage(0, most).stream()
                .map(task -> new Asked(task.getId(), task.getAssignee())).toList(), viewer));
    }

    private TaskQuery asked(Viewer viewer) {
        TaskQuery query = tasks.createTaskQuery().active().or().taskAssignee(viewer.user());
        if (!viewer.groups().isEmpty()) {
            query = query.taskCandidateGroupIn(viewer.groups()).includeAssignedTasks();
        }
        return query.endOr();
    }

    /** Somebody may complete one of them while they are looked at: it is left out. */
    private List<MyTask> told(List<Asked> mine, Viewer viewer) {
        Map<String, OpenStep> open = steps.those(mine.stream().map(Asked::task).toList()).stream()
                .collect(Collectors.toMap(OpenStep::task, Function.identity()));
        Map<String, String> holders = holders(mine, viewer);
        return mine.stream().filter(one -> open.containsKey(one.task()))
                .map(one -> new MyTask(open.get(one.task()), holders.get(one.holder()))).toList();
    }

    private Map<String, String> holders(List<Asked> mine, Viewer viewer) {
        String[] others = mine.stream().map(Asked::holder).filter(Objects::nonNull).filter(user -> !user.equals(viewer.user()))
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

    /** @param holder user id; null where nobody has taken it */
    private record Asked(String task, String holder) {
    }

    /**
     * @param always whether it can be done at any time
     * @param all    how many of its kind there are
     */
    private record Found(Asked step, boolean always, long all) {
    }

    /**
     * What somebody is asked for.
     *
     * @param dated  the one due first comes first
     * @param all    how many have a date
     * @param always what can be done at any time, such as a change among the own people
     */
    record Mine(List<MyTask> dated, long all, List<MyTask> always) {
    }

    /** @param holder name of a colleague who has taken it; else null */
    record MyTask(OpenStep step, String holder) {

        /** Where it is done. */
        public String address() {
            return "/camunda/app/tasklist/default/#/?task=" + step.task() + "&forceDisplayTask=true";
        }
    }
}
