package org.commonground.home.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.TransitionInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.commonground.engine.HouseIdentity;
import org.commonground.picture.ProcessPicture;
import org.commonground.picture.ProcessPicture.Note;
import org.commonground.picture.ProcessPicture.Progress;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The diagram in which a partnership stands now: what is done, what is under way, with how many have answered, and what is still to come.
 * Where a diagram calls others, each that is under way can be opened.
 */
@Component
class LivePictures {

    private static final String CORRIDOR = "partnership";
    private static final String LOOP = "#multiInstanceBody";

    private final RuntimeService instances;
    private final HistoryService history;
    private final RepositoryService repository;
    private final JdbcClient jdbc;
    private final HouseIdentity house;

    LivePictures(RuntimeService instances, HistoryService history, RepositoryService repository, JdbcClient jdbc, HouseIdentity house) {
        this.instances = instances;
        this.history = history;
        this.repository = repository;
        this.jdbc = jdbc;
        this.house = house;
    }

    /**
     * @param room    one that is under way in it; null for where it stands: from the corridor inwards as long as there is one way
     * @param secret  keys of rooms that are not shown, with all that is inside of them
     * @param address of the page, to which a box that can be opened leads back
     * @return empty where there is no such room, or where nothing has begun
     */
    Optional<Shown> of(String caseNumber, String room, Set<String> secret, String address) {
        return house.ask(() -> {
            ProcessInstance corridor = instances.createProcessInstanceQuery().processInstanceBusinessKey(caseNumber)
                    .processDefinitionKey(CORRIDOR).singleResult();
            return corridor == null ? over(caseNumber, room)
                    : way(room, List.of(open(corridor)), secret).map(way -> shown(way, secret, address));
        });
    }

    private Optional<Shown> over(String caseNumber, String room) {
        HistoricProcessInstance corridor = history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(caseNumber)
                .processDefinitionKey(CORRIDOR).finished().singleResult();
        return corridor == null || room != null ? Optional.empty() : Optional.of(new Shown(List.of(),
                corridor.getProcessDefinitionName(), List.of(), picture(corridor.getProcessDefinitionId(), done(corridor.getId()))));
    }

    /** From the corridor to the room that is asked for, or to where it stands. */
    private Optional<List<Open>> way(String room, List<Open> soFar, Set<String> secret) {
        Open last = soFar.get(soFar.size() - 1);
        if (room != null && last.id.equals(room)) {
            return Optional.of(soFar);
        }
        List<Open> inside = inside(last, secret);
        if (room == null) {
            return inside.size() == 1 ? way(null, and(soFar, inside.get(0)), secret) : Optional.of(soFar);
        }
        return inside.stream().map(one -> way(room, and(soFar, one), secret)).flatMap(Optional::stream).findFirst();
    }

    private static List<Open> and(List<Open> soFar, Open next) {
        List<Open> way = new ArrayList<>(soFar);
        way.add(next);
        return way;
    }

    private List<Open> inside(Open room, Set<String> secret) {
        return instances.createProcessInstanceQuery().superProcessInstanceId(room.id).orderByProcessInstanceId().asc().list().stream()
                .map(this::open).filter(one -> !secret.contains(one.key)).toList();
    }

    private Open open(ProcessInstance instance) {
        var definition = repository.getProcessDefinition(instance.getProcessDefinitionId());
        return new Open(instance.getId(), definition.getId(), definition.getKey(), definition.getName());
    }

    private Shown shown(List<Open> way, Set<String> secret, String address) {
        Open room = way.get(way.size() - 1);
        List<Open> inside = inside(room, secret);
        Map<String, Note> notes = done(room.id);
        ActivityInstance now = instances.getActivityInstance(room.id);
        if (now != null) {
            mark(now, notes);
        }
        callers(room).forEach((called, box) -> inside.stream().filter(one -> one.id.equals(called)).findFirst()
                .ifPresent(one -> notes.computeIfPresent(box(box),
                        (id, note) -> note.leadingTo(address + "?room=" + called + "#diagram"))));
        return new Shown(way, room.name, inside, picture(room.definition, notes));
    }

    private Map<String, Note> done(String instance) {
        Map<String, Note> notes = new HashMap<>();
        jdbc.sql("select distinct ACT_ID_ from ACT_HI_ACTINST where PROC_INST_ID_ = ? and END_TIME_ is not null").param(instance)
                .query(String.class).list().forEach(id -> notes.put(box(id), new Note(Progress.DONE, null, null)));
        return notes;
    }

    private void mark(ActivityInstance instance, Map<String, Note> notes) {
        for (TransitionInstance waiting : instance.getChildTransitionInstances()) {
            notes.put(box(waiting.getActivityId()), new Note(Progress.CURRENT, null, null));
        }
        for (ActivityInstance child : instance.getChildActivityInstances()) {
            String box = box(child.getActivityId());
            Note known = notes.get(box);
            if (known == null || known.count() == null) {
                notes.put(box, new Note(Progress.CURRENT, child.getActivityId().endsWith(LOOP) ? count(child) : null, null));
            }
            mark(child, notes);
        }
    }

    /** How many of a loop are through, such as {@code 3 of 5}. */
    private String count(ActivityInstance loop) {
        for (String execution : loop.getExecutionIds()) {
            Object all = instances.getVariableLocal(execution, "nrOfInstances");
            Object through = instances.getVariableLocal(execution, "nrOfCompletedInstances");
            if (all != null && through != null) {
                return through + " of " + all;
            }
        }
        return null;
    }

    /** What was called by which box. */
    private Map<String, String> callers(Open room) {
        Map<String, String> callers = new HashMap<>();
        jdbc.sql("select CALL_PROC_INST_ID_, ACT_ID_ from ACT_HI_ACTINST where PROC_INST_ID_ = ? and CALL_PROC_INST_ID_ is not null"
                + " and END_TIME_ is null").param(room.id).query(row -> {
                    callers.put(row.getString(1), row.getString(2));
                });
        return callers;
    }

    private static String box(String activity) {
        return activity.endsWith(LOOP) ? activity.substring(0, activity.length() - LOOP.length()) : activity;
    }

    private String picture(String definition, Map<String, Note> notes) {
        repository.getBpmnModelInstance(definition).getModelElementsByType(Activity.class).stream()
                .filter(box -> !(box instanceof SubProcess scope && scope.triggeredByEvent()))
                .forEach(box -> notes.putIfAbsent(box.getId(), new Note(Progress.COMING, null, null)));
        try (InputStream file = repository.getProcessModel(definition)) {
            return new ProcessPicture(new String(file.readAllBytes(), StandardCharsets.UTF_8), notes).svg("now");
        } catch (IOException unread) {
            throw new UncheckedIOException(unread);
        }
    }

    /** A room under way. */
    record Open(String id, String definition, String key, String name) {
    }

    /**
     * @param way    from the corridor to the room itself; nothing where all is over
     * @param inside what is under way in it
     */
    record Shown(List<Open> way, String name, List<Open> inside, String svg) {
    }
}
