package org.commonground.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.commonground.engine.Step;
import org.commonground.engine.Takes;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.ResolvableType;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;


/** The diagrams, forms and decisions as they stand in the repository. */
final class Models {

    static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    private static final ObjectMapper JSON = new ObjectMapper();

    private Models() {
    }

    /** Room → its diagram. */
    static Map<String, BpmnModelInstance> diagrams() {
        Map<String, BpmnModelInstance> diagrams = new TreeMap<>();
        for (Path file : files("processes", ".bpmn")) {
            diagrams.put(stem(file), Bpmn.readModelFromFile(file.toFile()));
        }
        return diagrams;
    }

    static Map<String, DmnModelInstance> decisions() {
        Map<String, DmnModelInstance> decisions = new TreeMap<>();
        for (Path file : files("processes", ".dmn")) {
            decisions.put(stem(file), Dmn.readModelFromFile(file.toFile()));
        }
        return decisions;
    }

    /** {@code room/form-id} → its JSON. */
    static Map<String, JsonNode> forms() {
        Map<String, JsonNode> forms = new TreeMap<>();
        for (Path file : files("forms", ".form")) {
            try {
                forms.put(file.getParent().getFileName() + "/" + stem(file), JSON.readTree(file.toFile()));
            } catch (IOException exception) {
                throw new UncheckedIOException(exception);
            }
        }
        return forms;
    }

    static Process process(BpmnModelInstance diagram) {
        return diagram.getModelElementsByType(Process.class).iterator().next();
    }

    static <T extends FlowNode> List<T> nodes(BpmnModelInstance diagram, Class<T> type) {
        return List.copyOf(diagram.getModelElementsByType(type));
    }

    static String camunda(FlowNode node, String attribute) {
        return node.getAttributeValueNs(CAMUNDA, attribute);
    }

    /** "Sign agreement" → {@code SignAgreement}. */
    static String camel(String label) {
        return Arrays.stream(label.trim().replaceAll("[^A-Za-z0-9 -]", "").split("[\\s-]+"))
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1)).collect(Collectors.joining());
    }

    /** "Sign agreement" → {@code sign-agreement}. */
    static String kebab(String label) {
        return label.trim().toLowerCase().replace(' ', '-');
    }

    /** Form or decision → the class that takes it. */
    private static final Map<String, Class<?>> STEPS = steps();

    private static Map<String, Class<?>> steps() {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(Step.class));
        Map<String, Class<?>> steps = new TreeMap<>();
        diagrams().keySet().forEach(room -> scanner.findCandidateComponents("org.commonground." + room + ".process").forEach(found -> {
            Class<?> step = ClassUtils.resolveClassName(found.getBeanClassName(), null);
            Takes takes = step.getAnnotation(Takes.class);
            for (String id : takes == null ? new String[] {kebabOf(step.getSimpleName())} : takes.value()) {
                steps.put(id, step);
            }
        }));
        return steps;
    }

    private static String kebabOf(String className) {
        return className.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase();
    }

    /** The class that takes this form or decision, or null. */
    static Class<?> stepOf(String id) {
        return STEPS.get(id);
    }

    /** What is shown with this form (0) and what is given with it (1). */
    static Set<String> components(String id, int which) {
        Class<?> step = stepOf(id);
        return step == null ? null : Arrays.stream(ResolvableType.forClass(step).as(Step.class).getGeneric(which).resolve().getRecordComponents())
                .map(RecordComponent::getName).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether the machine of the room has this box. */
    static boolean hasMachine(String room, String delegate) {
        Class<?> machine = step(room, camel(room) + "Machine");
        return machine != null && Arrays.stream(machine.getDeclaredMethods()).anyMatch(method -> method.getName().equals(delegate))
                || step(room, Character.toUpperCase(delegate.charAt(0)) + delegate.substring(1)) != null;
    }

    /** The class of a room's step, such as {@code SignAgreementSheet}, or null. */
    static Class<?> step(String room, String simpleName) {
        try {
            return Class.forName("org.commonground." + room + ".process." + simpleName);
        } catch (ClassNotFoundException absent) {
            return null;
        }
    }

    private static String stem(Path file) {
        return file.getFileName().toString().replaceAll("\\.[a-z]+$", "");
    }

    private static List<Path> files(String folder, String ending) {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
