package org.commonground.random;

import java.util.ArrayList;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whether a case that stands still waits for something: whatever is active has a step, a job, a message to come or a room that it called;
 * each step has somebody living who can do it, and nothing has failed.
 */
final class Stillness {

    private static final String OF_CASE = """
            (select p.ID_ from ACT_RU_EXECUTION p where p.PARENT_ID_ is null and p.BUSINESS_KEY_ = ?)""";

    private final JdbcClient jdbc;

    Stillness(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is wrong, each as a line. */
    List<String> faults(String partnership) {
        List<String> faults = new ArrayList<>();
        faults.addAll(jdbc.sql("""
                select 'Nothing will ever come to “' || e.ACT_ID_ || '” (' || e.PROC_DEF_ID_ || ')' from ACT_RU_EXECUTION e
                where e.PROC_INST_ID_ in %s and e.IS_ACTIVE_ = true
                and not exists (select 1 from ACT_RU_EXECUTION c where c.PARENT_ID_ = e.ID_ or c.SUPER_EXEC_ = e.ID_)
                and not exists (select 1 from ACT_RU_TASK t where t.EXECUTION_ID_ = e.ID_)
                and not exists (select 1 from ACT_RU_JOB j where j.EXECUTION_ID_ = e.ID_)
                and not exists (select 1 from ACT_RU_EVENT_SUBSCR s where s.EXECUTION_ID_ = e.ID_)
                """.formatted(OF_CASE)).param(partnership).query(String.class).list());
        faults.addAll(jdbc.sql("""
                select 'Nobody can do “' || t.NAME_ || '”' from ACT_RU_TASK t where t.PROC_INST_ID_ in %s
                and not exists (select 1 from ACT_ID_USER u where u.ID_ = t.ASSIGNEE_)
                and not exists (select 1 from ACT_RU_IDENTITYLINK l join ACT_ID_MEMBERSHIP m on m.GROUP_ID_ = l.GROUP_ID_
                  where l.TASK_ID_ = t.ID_)
                and not exists (select 1 from ACT_RU_IDENTITYLINK l join ACT_ID_USER u on u.ID_ = l.USER_ID_ where l.TASK_ID_ = t.ID_)
                """.formatted(OF_CASE)).param(partnership).query(String.class).list());
        faults.addAll(jdbc.sql("""
                select 'Failed: ' || coalesce(EXCEPTION_MSG_, 'a job') from ACT_RU_JOB
                where PROCESS_INSTANCE_ID_ in %s and (EXCEPTION_MSG_ is not null or RETRIES_ = 0)
                """.formatted(OF_CASE)).param(partnership).query(String.class).list());
        return faults;
    }
}
