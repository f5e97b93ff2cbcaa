package org.commonground.home.web;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.commonground.engine.HouseIdentity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What comes of itself in cases, and when: the timers of their diagrams, by the labels of their events. */
@Component
class ComingDates {

    /** Of all timers of many cases the first ones: who wants to know more looks at one case. */
    private static final int MOST = 2_000;

    private final JdbcClient jdbc;
    private final RepositoryService repository;
    private final HouseIdentity house;

    ComingDates(JdbcClient jdbc, RepositoryService repository, HouseIdentity house) {
        this.jdbc = jdbc;
        this.repository = repository;
        this.house = house;
    }

    /** In the order in which they come. */
    List<Coming> in(Collection<String> cases) {
        return cases.isEmpty() ? List.of() : house.ask(() -> jdbc.sql("""
                        select e.BUSINESS_KEY_, j.DUEDATE_, d.ACT_ID_, j.PROCESS_DEF_ID_, j.PROCESS_DEF_KEY_ from ACT_RU_JOB j
                        join ACT_RU_EXECUTION e on e.ID_ = j.PROCESS_INSTANCE_ID_ join ACT_RU_JOBDEF d on d.ID_ = j.JOB_DEF_ID_
                        where j.TYPE_ = 'timer' and j.DUEDATE_ is not null and e.BUSINESS_KEY_ in (:cases)
                        order by j.DUEDATE_, j.ID_ fetch first\s""" + MOST + " rows only")
                .param("cases", cases)
                .query((row, nr) -> new Coming(row.getString(1), label(row.getString(4), row.getString(3)), row.getString(5),
                        row.getTimestamp(2).toInstant()))
                .list());
    }

    private String label(String definition, String event) {
        return repository.getBpmnModelInstance(definition).getModelElementById(event) instanceof FlowNode node && node.getName() != null
                ? node.getName().replaceAll("\\s+", " ") : event;
    }

    /**
     * @param what the state that is reached then, such as {@code Review due}
     * @param room the key of the diagram
     */
    record Coming(String caseNumber, String what, String room, Instant at) {
    }
}
