package org.commonground.engine;

import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.core.ResolvableType;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;

/** The sheets and answers of all rooms, found by the label on the box, and their records turned into what forms understand. */
@Component
class Steps {

    private static final String CASE_TITLE = "caseTitle";
    private static final String CASE_NUMBER = "caseNumber";
    private static final String CASE_PHASE = "casePhase";
    private static final List<String> HEADING = List.of(CASE_TITLE, CASE_NUMBER, CASE_PHASE);

    private final ListableBeanFactory beans;
    private final ObjectMapper json = JsonMapper.builder().addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    Steps(ListableBeanFactory beans) {
        this.beans = beans;
    }

    /** The keys a form of this label may show: the heading's, and those of its sheet. */
    List<String> shownKeys(String label) {
        List<String> keys = new ArrayList<>(HEADING);
        keys.addAll(sheetKeys(label));
        return keys;
    }

    /** The keys of its sheet alone: what a decision is asked with. */
    List<String> sheetKeys(String label) {
        List<String> keys = new ArrayList<>();
        find(label, "Sheet", Sheet.class).ifPresent(sheet -> {
            for (RecordComponent component : recordOf(sheet, Sheet.class).getRecordComponents()) {
                keys.add(component.getName());
            }
        });
        return keys;
    }

    /** The heading's values: what stands at the top of every form of the case. */
    Map<String, Object> headingValues(StepContext context) {
        return heading(context.businessKey()).<Map<String, Object>>map(line -> Map.of(
                CASE_TITLE, line.title(), CASE_NUMBER, line.number(), CASE_PHASE, line.phase())).orElse(Map.of());
    }

    static boolean isHeading(String key) {
        return HEADING.contains(key);
    }

    /** The sheet's live values as plain Java: text, numbers, yes or no, lists and maps; none where a label has no sheet. */
    Map<String, Object> sheet(String label, StepContext context) {
        return find(label, "Sheet", Sheet.class).map(sheet -> plain(((Sheet<?>) sheet).read(context))).orElse(Map.of());
    }

    Optional<Heading.Line> heading(String businessKey) {
        return businessKey == null ? Optional.empty() : beans.getBeanProvider(Heading.class).orderedStream()
                .map(heading -> heading.of(businessKey)).flatMap(Optional::stream).findFirst();
    }

    /** Hands to the answer of this label what was submitted. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    void take(String label, Map<String, Object> submitted, StepContext context) {
        Answer answer = find(label, "Answer", Answer.class).orElseThrow(
                () -> new IllegalStateException("Nobody takes the answer of “" + label + "”"));
        answer.take((Record) json.convertValue(submitted, recordOf(answer, Answer.class)), context);
    }

    String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException exception) {
            throw new IllegalStateException(exception);
        }
    }

    Object read(String text) throws JsonProcessingException {
        return json.readValue(text, Object.class);
    }

    private Map<String, Object> plain(Record sheet) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (RecordComponent component : sheet.getClass().getRecordComponents()) {
            try {
                component.getAccessor().setAccessible(true);
                values.put(component.getName(), plain(component.getAccessor().invoke(sheet)));
            } catch (ReflectiveOperationException exception) {
                throw new IllegalStateException("Cannot read " + component + " of " + sheet.getClass(), exception);
            }
        }
        return values;
    }

    private Object plain(Object value) {
        if (value == null || value instanceof String || value instanceof Boolean || value instanceof Number) {
            return value;
        }
        if (value instanceof LocalDate date) {
            return date.toString();
        }
        return json.convertValue(value, Object.class);
    }

    private <T> Optional<T> find(String label, String kind, Class<T> type) {
        String name = Naming.bean(label) + kind;
        return beans.containsBean(name) ? Optional.of(beans.getBean(name, type)) : Optional.empty();
    }

    private static Class<?> recordOf(Object step, Class<?> type) {
        return ResolvableType.forClass(ClassUtils.getUserClass(step)).as(type).getGeneric(0).resolve();
    }
}
