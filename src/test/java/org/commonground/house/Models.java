package org.commonground.house;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.commonground.engine.Step;
import org.commonground.engine.Takes;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;

/** The diagrams as they stand in the repository, and the classes that their boxes have. */
final class Models {

    private Models() {
    }

    /** Room → its diagram. */
    static Map<String, BpmnModelInstance> diagrams() {
        Map<String, BpmnModelInstance> diagrams = new TreeMap<>();
        for (String file : files("processes", ".bpmn")) {
            diagrams.put(file.replaceAll(".*/|\\.bpmn$", ""), Bpmn.readModelFromFile(new File(file)));
        }
        return diagrams;
    }

    /** "Sign agreement" → {@code SignAgreement}. */
    static String camel(String label) {
        return Arrays.stream(label.trim().replaceAll("[^A-Za-z0-9 -]", "").split("[\\s-]+"))
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1)).collect(Collectors.joining());
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

    /** The paths of all files below this folder of the repository that end so. */
    static String[] files(String folder, String ending) {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            return files.map(file -> file.toString().replace('\\', '/')).filter(file -> file.endsWith(ending)).sorted()
                    .toArray(String[]::new);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
