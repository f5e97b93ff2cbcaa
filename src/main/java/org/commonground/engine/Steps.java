package org.commonground.engine;

import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.commonground.foundation.Refusal;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.core.ResolvableType;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;
import org.springframework.util.function.SingletonSupplier;

/**
 * The steps of all rooms, found by the id of their form or the key of their decision, and their records turned into what forms understand.
 */
@Component
class Steps {

    private static final String CASE_TITLE = "caseTitle";
    private static final String CASE_NUMBER = "caseNumber";
    private static final String CASE_PHASE = "casePhase";
    private static final List<String> HEADING = List.of(CASE_TITLE, CASE_NUMBER, CASE_PHASE);

    private final ListableBeanFactory beans;
    /** Found when the first form is opened: a step may need the engine that is just being built. */
    private final SingletonSupplier<Map<String, String>> byId;
    private final ObjectMapper json = JsonMapper.builder().addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .addModule(new KeyedJson())
            .build();

    Steps(ListableBeanFactory beans) {
        this.beans = beans;
        this.byId = SingletonSupplier.of(() -> byId(beans));
    }

    /** The keys that a form may show: the heading's, and those of its step. */
    List<String> shownKeys(String form) {
        List<String> keys = new ArrayList<>(HEADING);
        keys.addAll(stepKeys(form));
        return keys;
    }

    /** The keys that its step alone shows: what a decision is asked with. */
    List<String> stepKeys(String id) {
        return shownBy(id).map(shown -> Arrays.stream(shown.getRecordComponents()).map(RecordComponent::getName).toList())
                .orElse(List.of());
    }

    private Optional<Class<?>> shownBy(String id) {
        return find(id).map(step -> recordOf(step, 0));
    }

    /** The heading's values: what stands at the top of every form of the case. */
    Map<String, Object> headingValues(StepContext context) {
        return heading(context.businessKey()).<Map<String, Object>>map(line -> Map.of(
                CASE_TITLE, line.title(), CASE_NUMBER, line.number(),
                CASE_PHASE, part(context).map(PartOfCase.Part::inWords).orElse(line.phase())))
                .orElse(Map.of());
    }

    /** Which part of its case this step is about; empty where it is about the whole of it. */
    Optional<PartOfCase.Part> part(StepContext context) {
        return beans.getBeanProvider(PartOfCase.class).orderedStream().map(part -> part.of(context))
                .flatMap(Optional::stream).findFirst();
    }

    static boolean isHeading(String key) {
        return HEADING.contains(key);
    }

    /** The live values of what a step shows, as plain Java: text, numbers, yes or no, lists and maps; none where there is no step. */
    Map<String, Object> shown(String id, StepContext context) {
        return find(id).map(step -> plain(step.show(context))).orElse(Map.of());
    }

    /** What its mail says beside its name; of what is confidential nothing. */
    List<String> mailed(String id, StepContext context) {
        return isConfidential(id) ? List.of() : find(id).map(step -> step.mailed(context)).orElse(List.of());
    }

    Optional<Heading.Line> heading(String businessKey) {
        return businessKey == null ? Optional.empty() : beans.getBeanProvider(Heading.class).orderedStream()
                .map(heading -> heading.of(businessKey)).flatMap(Optional::stream).findFirst();
    }

    /** Hands to the step what was submitted. Refused where no step takes this form: here a designer's own forms will keep their answers. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    void take(String id, Map<String, Object> submitted, StepContext context) {
        Step step = find(id).orElseThrow(() -> new Refusal(
                "Nothing in this application takes the answers of the form “%s” yet. Please tell whoever drew this step.".formatted(id)));
        step.take((Record) json.convertValue(submitted, recordOf(step, 1)), context);
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
        if (value instanceof Supplier<?> late) {
            return SingletonSupplier.of(() -> plain(late.get()));
        }
        if (value == null || value instanceof String || value instanceof Boolean || value instanceof Number) {
            return value;
        }
        if (value instanceof LocalDate date) {
            return date.toString();
        }
        return json.convertValue(value, Object.class);
    }

    /** Whether a class of this application takes this form or decision. */
    boolean knows(String id) {
        return byId.obtain().containsKey(id);
    }

    /** Whom its box is for; empty where its class does not say it, as none of a decision does. */
    Optional<For> meant(String id) {
        return typeOf(id).map(step -> step.getAnnotation(For.class));
    }

    /** Whether nothing of its answers is kept beside a name. */
    boolean isUnattributed(String id) {
        return typeOf(id).filter(step -> step.isAnnotationPresent(Unattributed.class)).isPresent();
    }

    /** Whether nobody looks at it but whom it is for. */
    boolean isConfidential(String id) {
        return typeOf(id).filter(step -> step.isAnnotationPresent(Confidential.class)).isPresent();
    }

    /** Whether an organisation may answer it once more while its round is open. */
    boolean isAnsweredAnew(String id) {
        return typeOf(id).filter(step -> step.isAnnotationPresent(AnsweredAnew.class)).isPresent();
    }

    /** The question that has to be answered with yes as long as it may be answered anew; empty where the round alone says so. */
    String anewWhile(String id) {
        return typeOf(id).map(step -> step.getAnnotation(AnsweredAnew.class)).map(AnsweredAnew::value).orElse("");
    }

    /** The room in which it is asked; empty for steps outside of all rooms, which only tests have. */
    Optional<String> roomOf(String id) {
        return typeOf(id).map(Naming::room);
    }

    private Optional<Class<?>> typeOf(String id) {
        return Optional.ofNullable(byId.obtain().get(id)).map(name -> ClassUtils.getUserClass(beans.getType(name, false)));
    }

    private Optional<Step<?, ?>> find(String id) {
        return Optional.ofNullable(byId.obtain().get(id)).map(name -> (Step<?, ?>) beans.getBean(name));
    }

    /** Id of a form or key of a decision → name of the bean. */
    private static Map<String, String> byId(ListableBeanFactory beans) {
        Map<String, String> byId = new HashMap<>();
        for (String name : beans.getBeanNamesForType(Step.class, true, false)) {
            for (String id : idsOf(ClassUtils.getUserClass(beans.getType(name, false)))) {
                String other = byId.put(id, name);
                if (other != null) {
                    throw new IllegalStateException("Both “%s” and “%s” take “%s”: one of them has to go.".formatted(other, name, id));
                }
            }
        }
        return Map.copyOf(byId);
    }

    /** The forms or the decision that a step takes. */
    static List<String> idsOf(Class<?> step) {
        Takes takes = step.getAnnotation(Takes.class);
        return takes == null ? List.of(Naming.kebab(step.getSimpleName())) : List.of(takes.value());
    }

    private static Class<?> recordOf(Step<?, ?> step, int index) {
        return recordOf(ClassUtils.getUserClass(step), index);
    }

    /** The record that a step shows (0) or is given (1). */
    static Class<?> recordOf(Class<?> step, int index) {
        return ResolvableType.forClass(step).as(Step.class).getGeneric(index).resolve();
    }
}
