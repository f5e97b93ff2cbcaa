package org.commonground.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.commonground.engine.Step;
import org.commonground.engine.Takes;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.ResolvableType;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;

/** Whether somebody reads there what a line says: a form that shows it, a template, a diagram, a decision, a class. */
final class Readings {

    private static final String FORM = ".form";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Names of classes, forms and the rest, without their folder: each stands once in the product. */
    private final Map<String, Path> files = new TreeMap<>();
    private final Map<Path, String> texts = new TreeMap<>();
    private final Map<String, Class<?>> steps = new TreeMap<>();

    Readings() {
        keep(Path.of("src/main/java"), ".java", false);
        keep(Path.of("src/main/resources/templates"), ".html", true);
        keep(Path.of("src/main/resources/static"), ".js", false);
        keep(Path.of("forms"), FORM, false);
        keep(Path.of("processes"), ".bpmn", false);
        keep(Path.of("processes"), ".dmn", false);
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(Step.class));
        scanner.findCandidateComponents("org.commonground").forEach(found -> {
            Class<?> type = ClassUtils.resolveClassName(found.getBeanClassName(), null);
            Takes takes = type.getAnnotation(Takes.class);
            for (String id : takes == null ? new String[] {kebab(type.getSimpleName())} : takes.value()) {
                steps.put(id, type);
            }
        });
    }

    private void keep(Path place, String ending, boolean withFolder) {
        try (Stream<Path> found = Files.walk(place)) {
            found.filter(file -> file.toString().endsWith(ending)).forEach(file -> {
                String name = withFolder ? place.relativize(file).toString() : file.getFileName().toString();
                files.put(name.replaceFirst("\\.java$", ""), file);
            });
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String kebab(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase();
    }

    /** The ids of all forms. */
    Set<String> forms() {
        Set<String> forms = new LinkedHashSet<>();
        files.keySet().stream().filter(name -> name.endsWith(FORM)).forEach(name -> forms.add(name.replace(FORM, "")));
        return forms;
    }

    String form(String id) {
        return text(files.get(id + FORM));
    }

    /** The record that this form's answers become; nothing where no code takes it. */
    Optional<Class<?>> given(String form) {
        return Optional.ofNullable(steps.get(form)).map(step -> ResolvableType.forClass(step).as(Step.class).resolveGeneric(1));
    }

    /** All forms' answers, by form and key: what people fill in, not what is only shown to them. */
    Map<String, Set<String>> answers() {
        Map<String, Set<String>> answers = new TreeMap<>();
        for (String form : forms()) {
            Set<String> keys = new LinkedHashSet<>();
            try {
                collect(JSON.readTree(form(form)), "", keys);
            } catch (JsonProcessingException failure) {
                throw new UncheckedIOException(failure);
            }
            answers.put(form, keys);
        }
        return answers;
    }

    private static void collect(JsonNode holder, String within, Set<String> keys) {
        for (JsonNode component : holder.path("components")) {
            String type = component.path("type").asText();
            if (component.has("key") && !component.path("readonly").asBoolean() && !component.path("disabled").asBoolean()
                    && !type.equals("expression")) {
                keys.add(within + component.get("key").asText());
            }
            collect(component, component.has("path") ? within + component.get("path").asText() + "." : within, keys);
        }
    }

    private Optional<Class<?>> shown(String form) {
        return Optional.ofNullable(steps.get(form)).map(step -> ResolvableType.forClass(step).as(Step.class).resolveGeneric(0));
    }

    /** Why this is no reading, in a sentence; nothing where it is one. */
    Optional<String> complaint(String reading) {
        String[] parts = reading.split(": ?", 2);
        if (parts.length < 2) {
            return Optional.of("“%s” names no word: write such as “share-vision.form: hopes” or “ReviewService: due”.".formatted(reading));
        }
        Path file = files.get(parts[0]);
        if (file == null) {
            return Optional.of("There is no “%s”.".formatted(parts[0]));
        }
        String word = parts[1];
        if (!Pattern.compile("(?<![\\w-])" + Pattern.quote(word) + "(?![\\w-])").matcher(text(file)).find()) {
            return Optional.of("%s does not say “%s”.".formatted(parts[0], word));
        }
        String form = parts[0].replace(FORM, "");
        if (parts[0].endsWith(FORM) && shown(form).map(Readings::namesIn).filter(names -> names.contains(word)).isEmpty()) {
            return Optional.of("%s does not show “%s”, it only asks it: name a form that shows it to somebody.".formatted(parts[0], word));
        }
        return Optional.empty();
    }

    private String text(Path file) {
        return texts.computeIfAbsent(file, one -> {
            try {
                return Files.readString(one);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        });
    }

    /** The names of all components of a record and of the records in it. */
    static Set<String> namesIn(Class<?> type) {
        Set<String> names = new LinkedHashSet<>();
        walk(type, (name, part) -> names.add(name), new LinkedHashSet<>());
        return Collections.unmodifiableSet(names);
    }

    interface Component {

        void meet(String name, Class<?> type);
    }

    /** Goes through a record, what its lists and maps hold, and the records in it. */
    static void walk(Type type, Component visitor, Set<Type> seen) {
        if (type instanceof ParameterizedType holder) {
            for (Type part : holder.getActualTypeArguments()) {
                walk(part, visitor, seen);
            }
        } else if (type instanceof Class<?> record && record.isRecord() && seen.add(record)) {
            for (RecordComponent component : record.getRecordComponents()) {
                meet(component.getName(), component.getGenericType(), visitor);
                walk(component.getGenericType(), visitor, seen);
            }
        }
    }

    private static void meet(String name, Type type, Component visitor) {
        if (type instanceof ParameterizedType holder) {
            for (Type part : holder.getActualTypeArguments()) {
                meet(name, part, visitor);
            }
        } else if (type instanceof Class<?> plain) {
            visitor.meet(name, plain);
        }
    }
}
