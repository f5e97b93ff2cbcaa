package org.commonground.partnership.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.commonground.foundation.Level;
import org.commonground.foundation.Role;
import org.commonground.partnership.RoleRule;
import org.commonground.partnership.process.DetermineNeededRoles.Shown;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The decision "needed roles", asked with what its sheet shows. */
class NeededRolesTest {

    /** One area where the work is known, nothing new: what every partnership needs. */
    private static final Shown PLAIN = new Shown(1, false, false, false, "none", false, null, "state");

    private static DmnEngine engine;
    private static DmnDecision decision;

    @BeforeAll
    static void read_the_table() throws Exception {
        engine = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
        try (InputStream table = NeededRolesTest.class.getResourceAsStream("/processes/needed-roles.dmn")) {
            decision = engine.parseDecision("needed-roles", table);
        }
    }

    @Test
    void every_partnership_needs_an_implementer_the_participants_and_resources() {
        assertThat(asked(PLAIN)).containsExactly("implementer local, each area", "participant local, anywhere",
                "resourceProvider national, anywhere");
    }

    @Test
    void a_new_area_needs_a_local_expert_and_an_implementer_there() {
        assertThat(more(new Shown(1, false, true, false, "none", false, null, "state")))
                .containsExactly("expert local, each new area", "implementer local, each new area");
    }

    @Test
    void a_new_policy_level_needs_somebody_who_decides_there() {
        for (Level level : Level.values()) {
            assertThat(more(new Shown(1, false, false, false, level.key(), false, null, "state")))
                    .containsExactly("decisionMaker " + level.key() + ", anywhere");
        }
    }

    @Test
    void several_areas_are_decided_one_level_higher() {
        assertThat(more(new Shown(2, false, false, false, "none", false, null, "national")))
                .containsExactly("decisionMaker national, anywhere");
    }

    @Test
    void deeper_and_into_a_new_area_is_decided_one_level_higher() {
        assertThat(more(new Shown(1, true, true, false, "none", false, null, "state")))
                .contains("decisionMaker state, anywhere").hasSize(3);
    }

    @Test
    void deeper_and_to_new_participants_is_decided_one_level_higher() {
        assertThat(more(new Shown(1, true, false, true, "none", false, null, "state"))).containsExactly("decisionMaker state, anywhere");
    }

    @Test
    void only_deeper_or_only_new_participants_needs_nobody_more() {
        assertThat(more(new Shown(1, true, false, false, "none", false, null, "state"))).isEmpty();
        assertThat(more(new Shown(1, false, false, true, "none", false, null, "state"))).isEmpty();
    }

    @Test
    void a_new_challenge_needs_an_expert_of_the_kind_that_was_named() {
        List<RoleRule> rules = rules(new Shown(1, false, false, false, "none", true, "Entomology", "state"));
        assertThat(rules).last().satisfies(rule -> {
            assertThat(rule.role()).isEqualTo("expert");
            assertThat(rule.level()).isEqualTo("national");
            assertThat(rule.expertise()).isEqualTo("Entomology");
        });
    }

    @Test
    void the_row_nobody_thought_of_everything_at_once_asks_for_what_the_domain_understands() {
        List<RoleRule> rules = rules(new Shown(12, true, true, true, "national", true, "Entomology", "national"));
        assertThat(rules).hasSize(10).allSatisfy(rule -> {
            assertThat(Role.of(rule.role())).isNotEqualTo(Role.ALLY);
            assertThat(Level.of(rule.level())).isNotNull();
            assertThat(rule.place()).isIn("each area", "each new area", "anywhere");
            assertThat(rule.reason()).endsWith(".");
        });
    }

    private static List<String> asked(Shown sheet) {
        return rules(sheet).stream().map(rule -> rule.role() + " " + rule.level() + ", " + rule.place()).toList();
    }

    /** What is asked for beyond what every partnership needs. */
    private static List<String> more(Shown sheet) {
        return asked(sheet).stream().skip(3).toList();
    }

    private static List<RoleRule> rules(Shown sheet) {
        Map<String, Object> inputs = new HashMap<>();
        for (RecordComponent component : Shown.class.getRecordComponents()) {
            inputs.put(component.getName(), valueOf(component, sheet));
        }
        return engine.evaluateDecision(decision, inputs).getResultList().stream().map(NeededRolesTest::rule).toList();
    }

    private static RoleRule rule(Map<String, Object> row) {
        String[] words = Stream.of("role", "level", "place", "expertise", "reason").map(name -> (String) row.get(name))
                .toArray(String[]::new);
        assertThat(Arrays.stream(RoleRule.class.getRecordComponents()).map(RecordComponent::getName)).containsAll(row.keySet());
        assertThat(row).as("what no rule leaves empty").containsKeys("role", "level", "place", "reason");
        return new RoleRule(words[0], words[1], words[2], words[3], words[4]);
    }

    private static Object valueOf(RecordComponent component, Shown sheet) {
        try {
            return component.getAccessor().invoke(sheet);
        } catch (ReflectiveOperationException exception) {
            throw new IllegalStateException(exception);
        }
    }
}
