package org.commonground.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.commonground.engine.Step;
import org.commonground.foundation.Fact;
import org.junit.jupiter.api.Test;
import org.springframework.context.event.EventListener;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;

import static org.assertj.core.api.Assertions.assertThat;

/** The laws over the code: thin steps, nothing dead, no name twice. Each list that is not empty names the offenders. */
class CodeRulesTest {

    private static final JavaClasses MAIN = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.commonground");
    private static final JavaClasses ALL = new ClassFileImporter().importPackages("org.commonground");
    /** What the domain's repositories and the database are told when something is written. */
    private static final Set<String> WRITES = Set.of("save", "saveAll", "insert", "update", "delete", "deleteById", "deleteAll",
            "batchUpdate");
    private static final Pattern ASKS = Pattern.compile("(find|state|count)([A-Z].*)?");
    private static final Pattern CALLED = Pattern.compile("\\.([a-z]\\w*)");
    private static final int LONGEST = 140;
    private static final Set<String> ROOMS = Models.diagrams().keySet();

    private static String roomOf(JavaClass type) {
        String[] names = type.getPackageName().split("\\.");
        return names.length > 2 ? names[2] : "";
    }

    private static boolean inRoom(JavaClass type) {
        return ROOMS.contains(roomOf(type));
    }

    private static Stream<JavaClass> implementing(Class<?> type) {
        return MAIN.stream().filter(found -> !found.isInterface() && found.isAssignableTo(type));
    }

    // Steps and machines

    /** What stands in no room could be drawn anywhere, since no room is asked for then. */
    @Test
    void steps_and_machines_stand_in_rooms() {
        Stream<JavaClass> machines = MAIN.stream().flatMap(type -> type.getMethods().stream())
                .filter(method -> method.getRawReturnType().isAssignableTo(JavaDelegate.class)).map(JavaMethod::getOwner);
        assertThat(Stream.of(implementing(Step.class), implementing(JavaDelegate.class), machines).flatMap(types -> types)
                .filter(type -> !type.getPackageName().endsWith(".process")).map(JavaClass::getFullName)).isEmpty();
    }

    /** Questions for what is shown go to any room; a service of another room is told by one of the own, so that a step stays one line. */
    @Test
    void a_step_or_a_machine_tells_its_own_room_only_and_asks_others() {
        Set<String> offenders = new TreeSet<>();
        MAIN.stream().filter(type -> type.getPackageName().endsWith(".process")).forEach(type -> told(type).stream()
                .filter(service -> !roomOf(service).equals(roomOf(type)))
                .forEach(service -> offenders.add("%s tells %s".formatted(type.getSimpleName(), service.getSimpleName()))));
        assertThat(offenders).isEmpty();
    }

    /** Those of whom this class calls a method that writes. */
    private static Set<JavaClass> told(JavaClass caller) {
        return Stream.concat(caller.getMethodCallsFromSelf().stream(), caller.getMethodReferencesFromSelf().stream())
                .filter(call -> call.getTarget().resolveMember().filter(JavaMethod.class::isInstance).map(JavaMethod.class::cast)
                        .map(CodeRulesTest::writes).orElse(false))
                .map(JavaAccess::getTargetOwner).collect(Collectors.toSet());
    }

    @Test
    void a_step_holds_no_state() {
        Set<String> offenders = new TreeSet<>();
        implementing(Step.class).forEach(step -> {
            Set<String> given = dependencies(step).map(JavaClass::getName).collect(Collectors.toSet());
            for (JavaField field : step.getFields()) {
                boolean fixed = field.getModifiers().contains(JavaModifier.FINAL);
                boolean constant = field.getModifiers().contains(JavaModifier.STATIC);
                if (!fixed || !constant && !given.contains(field.getRawType().getName())) {
                    offenders.add(step.getSimpleName() + "." + field.getName());
                }
            }
        });
        assertThat(offenders).isEmpty();
    }

    private static Stream<JavaClass> dependencies(JavaClass type) {
        return type.getConstructors().stream().flatMap(constructor -> constructor.getRawParameterTypes().stream()).distinct();
    }

    private static boolean writes(JavaMethod method) {
        if (method.isAnnotatedWith(Transactional.class)) {
            return !method.getAnnotationOfType(Transactional.class).readOnly();
        }
        return hasWritten(method, new HashSet<>());
    }

    /** Itself, or by a method beside it. */
    private static boolean hasWritten(JavaMethod method, Set<JavaMethod> seen) {
        return seen.add(method) && method.getMethodCallsFromSelf().stream().anyMatch(call ->
                WRITES.contains(call.getName()) && (call.getTargetOwner().isAssignableTo(Repository.class)
                        || call.getTargetOwner().getPackageName().startsWith("org.springframework.jdbc"))
                || call.getTargetOwner().equals(method.getOwner())
                        && call.getTarget().resolveMember().map(beside -> hasWritten(beside, seen)).orElse(false));
    }

    @Test
    void who_writes_is_not_called_as_if_it_only_asked() {
        Set<String> offenders = new TreeSet<>();
        MAIN.stream().filter(type -> !type.isInterface()).flatMap(type -> type.getMethods().stream())
                .filter(method -> ASKS.matcher(method.getName()).matches() && writes(method))
                .forEach(method -> offenders.add(method.getOwner().getSimpleName() + "." + method.getName()));
        assertThat(offenders).isEmpty();
    }

    // Nothing dead

    @Test
    void a_fact_is_told_and_somebody_hears_it() {
        Set<String> heard = new TreeSet<>();
        MAIN.stream().flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isAnnotatedWith(EventListener.class) || method.isMetaAnnotatedWith(EventListener.class))
                .flatMap(method -> method.getRawParameterTypes().stream()).forEach(fact -> heard.add(fact.getSimpleName()));
        Models.diagrams().values().forEach(diagram -> diagram.getModelElementsByType(Message.class)
                .forEach(message -> heard.add(message.getName())));
        Set<String> dead = new TreeSet<>();
        implementing(Fact.class).filter(fact -> !fact.isInterface()).forEach(fact -> {
            boolean told = fact.getConstructorCallsToSelf().stream().anyMatch(call -> !call.getOriginOwner().equals(fact));
            if (!told) {
                dead.add(fact.getSimpleName() + " is told by nobody");
            }
            if (!heard.contains(fact.getSimpleName())) {
                dead.add(fact.getSimpleName() + " is heard by nobody");
            }
        });
        assertThat(dead).isEmpty();
    }

    @Test
    void every_template_is_named_somewhere() {
        String named = String.join("\n", sources("src/main/java").values()) + text("src/main/resources/templates", ".html");
        List<String> unnamed = Arrays.stream(Models.files("src/main/resources/templates", ".html"))
                // The page of an error is found by its number.
                .filter(file -> !file.contains("/error/")).map(file -> file.replaceAll(".*/|\\.html$", ""))
                .filter(name -> !Pattern.compile("[\"/]" + name + "[\" ]").matcher(named).find()).toList();
        assertThat(unnamed).isEmpty();
    }

    /**
     * Diagrams and templates call methods by their name, and Spring those that it finds by an annotation. A test may be the only one that
     * asks what was written; what only tests tell is dead.
     */
    @Test
    void no_public_method_of_a_room_is_dead() {
        String drawn = text("processes", ".bpmn") + text("src/main/resources/templates", ".html");
        Set<String> called = CALLED.matcher(drawn).results().map(result -> result.group(1)).collect(Collectors.toSet());
        Set<String> dead = new TreeSet<>();
        for (JavaClass type : ALL) {
            if (isTest(type) || !inRoom(type) || type.isInterface() || !type.getModifiers().contains(JavaModifier.PUBLIC)) {
                continue;
            }
            for (JavaMethod method : type.getMethods()) {
                if (method.getModifiers().contains(JavaModifier.PUBLIC) && method.getAnnotations().isEmpty() && !isGiven(method)
                        && !called.contains(method.getName()) && !isCalledFromElsewhere(method)) {
                    dead.add(type.getSimpleName() + "." + method.getName());
                }
            }
        }
        assertThat(dead).isEmpty();
    }

    private static boolean isGiven(JavaMethod method) {
        JavaClass type = method.getOwner();
        boolean component = type.isRecord() && method.getRawParameterTypes().isEmpty() && type.tryGetField(method.getName()).isPresent();
        boolean ofEnum = type.isEnum() && Set.of("values", "valueOf").contains(method.getName());
        boolean ofObject = Set.of("equals", "hashCode", "toString").contains(method.getName());
        boolean inherited = Stream.concat(type.getAllRawSuperclasses().stream(), type.getAllRawInterfaces().stream())
                .flatMap(above -> above.getMethods().stream()).anyMatch(above -> above.getName().equals(method.getName())
                        && above.getRawParameterTypes().size() == method.getRawParameterTypes().size());
        return component || ofEnum || ofObject || inherited || method.getModifiers().contains(JavaModifier.SYNTHETIC);
    }

    private static boolean isCalledFromElsewhere(JavaMethod method) {
        return Stream.concat(method.getCallsOfSelf().stream(), method.getReferencesToSelf().stream()).map(JavaAccess::getOriginOwner)
                .anyMatch(origin -> !outermost(origin).equals(outermost(method.getOwner())) && (!isTest(origin) || isQuestion(method)));
    }

    private static boolean isQuestion(JavaMethod method) {
        return !method.getRawReturnType().isEquivalentTo(void.class) && !writes(method);
    }

    private static boolean isTest(JavaClass type) {
        return type.getSource().map(source -> source.getUri().toString().contains("/test-classes/")).orElse(false);
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(CodeRulesTest::outermost).orElse(type);
    }

    // Names and lines

    @Test
    void no_name_stands_twice() {
        Map<String, List<String>> places = new TreeMap<>();
        sources("src/main/java").keySet().stream().filter(file -> !file.endsWith("package-info.java"))
                .forEach(file -> places.computeIfAbsent(file.replaceAll(".*/", ""), name -> new ArrayList<>()).add(file));
        assertThat(places.values().stream().filter(files -> files.size() > 1).toList()).isEmpty();
    }

    @Test
    void no_line_is_longer_than_a_screen() {
        List<String> tooLong = new ArrayList<>();
        sources("src").forEach((file, text) -> {
            List<String> lines = text.lines().toList();
            for (int i = 0; i < lines.size(); i++) {
                if (lines.get(i).length() > LONGEST) {
                    tooLong.add("%s:%d".formatted(file, i + 1));
                }
            }
        });
        assertThat(tooLong).isEmpty();
    }

    private static Map<String, String> sources(String folder) {
        Map<String, String> sources = new TreeMap<>();
        for (String file : Models.files(folder, ".java")) {
            sources.put(file, read(file));
        }
        return sources;
    }

    private static String text(String folder, String ending) {
        return Arrays.stream(Models.files(folder, ending)).map(CodeRulesTest::read).collect(Collectors.joining("\n"));
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
