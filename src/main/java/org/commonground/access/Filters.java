package org.commonground.access;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.persistence.entity.FilterEntity;
import org.springframework.stereotype.Component;

/** Keeps the ready filters in Tasklist as this release knows them. */
@Component
class Filters {

    private final FilterService filters;
    private final TaskService tasks;
    private final Map<ReadyFilter, String> ids = new EnumMap<>(ReadyFilter.class);

    Filters(FilterService filters, TaskService tasks) {
        this.filters = filters;
        this.tasks = tasks;
    }

    void provide() {
        Map<String, Filter> present = filters.createFilterQuery().list().stream()
                .collect(Collectors.toMap(Filters::key, Function.identity(), (first, second) -> first, HashMap::new));
        for (ReadyFilter ready : ReadyFilter.values()) {
            Filter wanted = as(ready, filters.newTaskFilter());
            // What an earlier release has kept is known by its label alone.
            Filter kept = present.containsKey(ready.name()) ? present.get(ready.name()) : present.remove(ready.label());
            if (kept == null) {
                kept = filters.saveFilter(wanted);
            } else if (differ(kept, wanted)) {
                kept = filters.saveFilter(as(ready, kept));
            }
            ids.put(ready, kept.getId());
        }
    }

    /** The id under which Tasklist knows it. */
    String id(ReadyFilter ready) {
        return Objects.requireNonNull(ids.get(ready), "The ready filters are not there yet");
    }

    private static String key(Filter filter) {
        Object ready = filter.getProperties() == null ? null : filter.getProperties().get(ReadyFilter.READY);
        return ready == null ? filter.getName() : ready.toString();
    }

    private Filter as(ReadyFilter ready, Filter filter) {
        return filter.setName(ready.label()).setQuery(ready.query(tasks.createTaskQuery())).setProperties(ready.properties());
    }

    private static boolean differ(Filter one, Filter other) {
        return !Objects.equals(one.getProperties(), other.getProperties())
                || !((FilterEntity) one).getQueryInternal().equals(((FilterEntity) other).getQueryInternal());
    }
}
