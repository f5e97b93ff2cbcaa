package org.commonground.house;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.camunda.bpm.model.bpmn.instance.TimeDate;
import org.commonground.engine.MayMove;
import org.commonground.engine.OpenToModels;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;

import static org.assertj.core.api.Assertions.assertThat;

/** Of each date that a timer waits for somebody has decided whether it follows what is agreed anew. */
class TimerDatesTest {

    private static final Pattern ASKED = Pattern.compile("\\$\\{(\\w+)\\.(\\w+)\\(.*\\)}");

    /** Those that stay, and why. */
    private static final Map<String, String> STAY = Map.ofEntries(
            Map.entry("deadlines.due", "so many days from the moment in which somebody is asked: asked again, it would run away"),
            Map.entry("commitments.askSeatsAgain", "a few days from the last alert: asked again, it would run away"),
            Map.entry("disputes.rungEnds",
                    "the days of the agreement that was in force when the dispute was raised: all were told the day"),
            Map.entry("talks.until", "the same, on a rung of talks"),
            Map.entry("withdrawals.lastDay", "the day that a partner named when it gave notice: others were told it"),
            Map.entry("withdrawals.offersUntil", "so many days from the moment in which somebody is asked, the last day at the latest"),
            Map.entry("releases.answerUntil", "the day that a partner was told in its letter"),
            Map.entry("withdrawals.releaseUntil", "so many days from the moment in which somebody is asked, the last day at the latest"),
            Map.entry("meetings.inviteUntil", "so many days from the moment in which somebody is asked, half of the time at most"),
            Map.entry("meetings.dayOver", "the day to which people were invited"),
            Map.entry("visions.shareUntil", "so many days from the moment in which somebody is asked, before anything is agreed"),
            Map.entry("negotiations.readUntil", "fixed when the reading begins: those who read were told the day"),
            Map.entry("organisations.renewalDue", "the day on which a paper of an organisation expires: its case is no partnership"));

    @Test
    void each_date_of_a_timer_may_move_or_stays_for_a_reason() {
        Set<String> used = new TreeSet<>();
        Models.diagrams().values().forEach(diagram -> diagram.getModelElementsByType(TimeDate.class).forEach(date -> {
            Matcher asked = ASKED.matcher(date.getTextContent().trim());
            assertThat(asked.matches()).as(date.getTextContent()).isTrue();
            used.add(asked.group(1) + "." + asked.group(2));
        }));
        Set<String> decided = new TreeSet<>(STAY.keySet());
        Set<String> moving = moving();
        assertThat(moving).as("a date stays or moves").doesNotContainAnyElementsOf(STAY.keySet());
        decided.addAll(moving);
        assertThat(used).as("Mark the bean's method with @MayMove, or say here why its date stays").isEqualTo(decided);
    }

    private static Set<String> moving() {
        Set<String> moving = new TreeSet<>();
        beans().forEach((name, type) -> methods(type).stream().filter(method -> method.isAnnotationPresent(MayMove.class))
                .forEach(method -> moving.add(name + "." + method.getName())));
        return moving;
    }

    private static List<Method> methods(Class<?> type) {
        return Arrays.asList(type.getMethods());
    }

    /** As Spring names it: by what is said, or by its class. */
    private static String nameOf(Class<?> type) {
        Component component = type.getAnnotation(Component.class);
        return component == null ? ClassUtils.getShortNameAsProperty(type) : component.value();
    }

    private static Map<String, Class<?>> beans() {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(OpenToModels.class));
        Map<String, Class<?>> beans = new TreeMap<>();
        scanner.findCandidateComponents("org.commonground").forEach(found -> {
            Class<?> type = ClassUtils.resolveClassName(found.getBeanClassName(), null);
            beans.put(nameOf(type), type);
        });
        return beans;
    }
}
