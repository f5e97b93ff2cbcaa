package org.commonground.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.commonground.foundation.Fact;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;

/**
 * What the application has to say about its models: read from types and names alone, so that no bean wakes for it.
 *
 * @param steps     what takes forms and decisions
 * @param machines  the delegates of boxes that nobody does by hand
 * @param openBeans names of the beans that expressions may ask
 * @param facts     simple names of all facts, one that stands twice twice
 * @param called    what calls → the room that is called ({@link CalledRooms})
 */
public record KnownCode(List<KnownStep> steps, List<KnownMachine> machines, Set<String> openBeans, List<String> facts,
        Map<String, String> called) {

    /**
     * @param room  null where the step stands in no room
     * @param ids   the forms or the decision it takes
     * @param meant whom its box is for ({@link For}), as a diagram says it; null where its class does not say it
     */
    public record KnownStep(String name, String room, List<String> ids, String meant, Set<String> shown, Set<String> given) {

        boolean takesSeveral() {
            return ids.size() > 1;
        }
    }

    /** @param delegate name of the bean; {@code name} is the class that holds it, in this room or, where null, in none */
    public record KnownMachine(String delegate, String name, String room) {
    }

    public static KnownCode of(ConfigurableListableBeanFactory beans) {
        Map<String, String> called = new TreeMap<>();
        beans.getBeanProvider(CalledRooms.class).orderedStream().forEach(rooms -> called.putAll(rooms.calledRooms()));
        Set<String> open = new TreeSet<>(Arrays.asList(beans.getBeanNamesForAnnotation(OpenToModels.class)));
        return new KnownCode(steps(beans), machines(beans), open, facts(AutoConfigurationPackages.get(beans)), called);
    }

    private static List<KnownStep> steps(ConfigurableListableBeanFactory beans) {
        List<KnownStep> steps = new ArrayList<>();
        for (String bean : beans.getBeanNamesForType(Step.class, true, false)) {
            Class<?> type = ClassUtils.getUserClass(beans.getType(bean, false));
            steps.add(new KnownStep(type.getSimpleName(), Naming.room(type), Steps.idsOf(type), meant(type),
                    components(type, 0), components(type, 1)));
        }
        return steps;
    }

    private static String meant(Class<?> step) {
        For meant = step.getAnnotation(For.class);
        return meant == null ? null : meant.person().isEmpty() ? String.join(",", meant.value()) : meant.person();
    }

    private static Set<String> components(Class<?> step, int record) {
        return Arrays.stream(Steps.recordOf(step, record).getRecordComponents()).map(component -> component.getName())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static List<KnownMachine> machines(ConfigurableListableBeanFactory beans) {
        List<KnownMachine> machines = new ArrayList<>();
        for (String bean : beans.getBeanNamesForType(Machine.class, true, false)) {
            BeanDefinition definition = beans.getMergedBeanDefinition(bean);
            String holder = Optional.ofNullable(definition.getFactoryBeanName()).orElse(bean);
            Class<?> type = ClassUtils.getUserClass(beans.getType(holder, false));
            machines.add(new KnownMachine(bean, type.getSimpleName(), Naming.room(type)));
        }
        return machines;
    }

    /** Facts stand in the package of their room itself, so no other class needs to be looked into. */
    private static List<String> facts(List<String> packages) {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(Fact.class));
        scanner.setResourcePattern("*/*.class");
        List<String> facts = new ArrayList<>();
        for (String name : packages) {
            scanner.findCandidateComponents(name).forEach(found -> {
                Class<?> fact = ClassUtils.resolveClassName(found.getBeanClassName(), null);
                if (fact.isRecord()) {
                    facts.add(fact.getSimpleName());
                }
            });
        }
        return facts;
    }

    /** The step that takes this form or decision, or null. */
    KnownStep stepOf(String id) {
        return steps.stream().filter(step -> step.ids().contains(id)).findFirst().orElse(null);
    }
}
