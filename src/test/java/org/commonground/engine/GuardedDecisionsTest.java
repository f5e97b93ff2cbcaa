package org.commonground.engine;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** What a decision, whoever deploys it, may say and reach. The stock engine beside it shows that each hole is a real one. */
class GuardedDecisionsTest {

    private static final String CODE =
            "${''.getClass().forName('org.commonground.engine.GuardedDecisionsTest$Code').getMethod('run').invoke(null)}";
    private static final AtomicBoolean RAN = new AtomicBoolean();

    private static ProcessEngine guarded;
    private static ProcessEngine deciding;
    private static ProcessEngine stock;

    @BeforeAll
    static void start() {
        guarded = GuardedEngine.guarded(Map.of());
        deciding = GuardedEngine.guardedWhenItDecides();
        stock = GuardedEngine.stock(Map.of());
    }

    @AfterAll
    static void stop() {
        Stream.of(guarded, deciding, stock).forEach(ProcessEngine::close);
    }

    @AfterEach
    void clear() {
        RAN.set(false);
        for (ProcessEngine engine : List.of(guarded, deciding, stock)) {
            engine.getRepositoryService().createDeploymentQuery().list()
                    .forEach(deployment -> engine.getRepositoryService().deleteDeployment(deployment.getId(), true));
        }
    }

    // What a file may not say

    static Stream<Arguments> otherLanguages() {
        String cell = """
                <rule id='r'><inputEntry id='c' %s><text></text></inputEntry><outputEntry id='a' %s><text>1</text></outputEntry></rule>""";
        return Stream.of(
                arguments("The decision “It” is written in “juel” in row 1, column “Step”",
                        table(cell.formatted("expressionLanguage='juel'", ""))),
                arguments("The decision “It” is written in “JUEL” in row 1, column “Step”",
                        table(cell.formatted("expressionLanguage='JUEL'", ""))),
                arguments("The decision “It” is written in “groovy” in row 2, column “Answer”",
                        table(cell.formatted("", "").replace("'r'", "'r0'").replace("'c'", "'c0'").replace("'a'", "'a0'")
                                + cell.formatted("", "expressionLanguage='groovy'"))),
                arguments("The decision “It” is written in “javascript” at the head of column “Step”",
                        table("").replace("typeRef='string'", "expressionLanguage='javascript'")),
                arguments("The decision “It” is written in “feel-with-java” in its literalExpression",
                        literal("expressionLanguage='feel-with-java'", "1")),
                arguments("The decision “It” is written in “” in its literalExpression", literal("expressionLanguage=''", "1")),
                arguments("“it.dmn” is written in “juel” as a whole", Tables.with("it", "expressionLanguage='juel'", "")),
                arguments("“it.dmn” is written in “http://java” as a whole", Tables.with("it", "typeLanguage='http://java'", "")),
                arguments("The decision “It” holds a “invocation”", Tables.with("it", "", """
                        <invocation id='i'><literalExpression id='l' expressionLanguage='juel'><text>x</text></literalExpression>
                          </invocation>""")),
                arguments("The decision “It” holds a “context”", Tables.with("it", "", "<context id='c'/>")),
                arguments("The decision “It” holds a “functionDefinition”", Tables.with("it", "", "<functionDefinition id='c'/>")),
                arguments("“it.dmn” holds a “businessKnowledgeModel”",
                        Tables.with("it", "", "").replace("<decision", "<businessKnowledgeModel id='b' name='B'/><decision")),
                arguments("“it.dmn” holds a “import”", Tables.with("it", "", "").replace("<decision",
                        "<import namespace='x' importType='x' locationURI='file:///etc/passwd'/><decision")),
                arguments("The decision “It” holds a “code”", Tables.with("it", "", "<x:code xmlns:x='urn:x'/>")),
                arguments("The decision “It”: “R/PT0S” is no number of days: write it such as P3650D.",
                        Tables.with("it", "", "").replace("P1D", "R/PT0S")),
                arguments("“it.dmn” holds no decisions: draw a DMN table in Modeler.", "<definitions xmlns='urn:x'/>"));
    }

    @ParameterizedTest
    @MethodSource("otherLanguages")
    void a_decision_is_written_in_feel_alone(String complaint, String file) {
        assertThatThrownBy(() -> deploy(guarded, file)).isInstanceOf(BadUserRequestException.class).hasMessageStartingWith(complaint);
        assertThat(guarded.getRepositoryService().createDeploymentQuery().count()).isZero();
    }

    @Test
    void all_that_is_wrong_is_told_at_once() {
        assertThatThrownBy(() -> deploy(guarded, Tables.withAnswer("it", "expressionLanguage='juel'", "1")
                .replace("typeRef='string'", "expressionLanguage='groovy'")))
                .hasMessage("""
                        The decision “It” is written in “groovy” at the head of column “Step”: write it in FEEL.
                        The decision “It” is written in “juel” in row 1, column “Answer”: write it in FEEL.""");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "expressionLanguage='feel'", "expressionLanguage='FEEL'",
            "expressionLanguage='https://www.omg.org/spec/DMN/20191111/FEEL/'",
            "expressionLanguage='http://www.omg.org/spec/FEEL/20140401'"})
    void feel_by_any_of_its_names_is_understood(String cell) {
        deploy(guarded, Tables.withAnswer("it", cell, "if step = \"a\" then \"yes\" else \"no\""));

        assertThat(ask(guarded, Map.of("step", "a"))).isEqualTo("yes");
    }

    // XML and files

    @ParameterizedTest
    @ValueSource(strings = {"it.dmn", "it.dmn11.xml", "it.bpmn", "it.bpmn20.xml"})
    void a_file_with_a_document_type_or_entities_is_refused(String name) {
        for (String xml : List.of("<!DOCTYPE definitions SYSTEM 'file:///etc/passwd'><definitions/>",
                "<!DOCTYPE d [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><definitions>&x;</definitions>",
                "<!DOCTYPE d [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]><definitions>&b;&b;</definitions>",
                "<definitions", "")) {
            assertThatThrownBy(() -> guarded.getRepositoryService().createDeployment()
                    .addInputStream(name, new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8))).deploy())
                    .isInstanceOf(BadUserRequestException.class).hasMessageStartingWith("“" + name + "” cannot be read");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"it.groovy", "it.html", "it.xml", "it", "it.dmn.txt", "it.form.js"})
    void what_is_no_diagram_no_decision_and_no_form_is_refused(String name) {
        assertThatThrownBy(() -> guarded.getRepositoryService().createDeployment().addString(name, "1").deploy())
                .isInstanceOf(BadUserRequestException.class)
                .hasMessage("“" + name + "” cannot be used here: deploy diagrams (.bpmn), decisions (.dmn) and forms (.form) only.");
    }

    // What happens to a table that nobody looked at

    @Test
    void the_stock_engine_runs_the_code_in_a_table() {
        deploy(stock, Tables.withAnswer("it", "expressionLanguage='juel'", CODE));

        assertThat(ask(stock, Map.of())).isEqualTo("ran");
        assertThat(RAN).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"juel", "javascript", "groovy", "feel-with-java"})
    void a_table_in_another_language_is_not_evaluated_even_if_it_is_there(String language) {
        deploy(deciding, Tables.withAnswer("it", "expressionLanguage='" + language + "'", CODE));

        assertThatThrownBy(() -> ask(deciding, Map.of())).isInstanceOf(ProcessEngineException.class)
                .rootCause().hasMessageContaining("A decision is written in FEEL");
        assertThat(RAN).isFalse();
    }

    @Test
    void feel_calls_no_function_of_java() {
        deploy(guarded, Tables.withAnswer("it", "", "{f: function(a, b) external {java: {class: \"java.lang.Math\","
                + " method signature: \"max(int, int)\"}}, x: f(1, 2)}.x"));

        assertThat(feels(Map.of())).isNull();
    }

    @Test
    void feel_reaches_nothing_of_an_object_of_java() {
        Trap trap = new Trap();
        deploy(guarded, Tables.withAnswer("it", "", "thing.spring(\"it\")"));
        deploy(stock, Tables.withAnswer("it", "", "thing.spring(\"it\")"));

        assertThat(ask(stock, Map.of("thing", trap))).as("the stock engine calls it").isEqualTo("sprung it");
        assertThatThrownBy(() -> ask(guarded, Map.of("thing", trap))).rootCause()
                .hasMessageContaining("A decision is asked with plain values, and not with a Trap.");
        assertThatThrownBy(() -> ask(guarded, Map.of("thing", new HashSet<>(Set.of(1))))).rootCause()
                .hasMessageContaining("not with a HashSet");
        assertThat(trap.sprung).isEqualTo(1);
    }

    private static Object feels(Map<String, Object> inputs) {
        try {
            return ask(guarded, inputs);
        } catch (ProcessEngineException refused) {
            return null;
        }
    }

    private static String table(String rules) {
        return Tables.with("it", "", """
                <decisionTable id='table' hitPolicy='FIRST'>
                  <input id='i' label='Step'><inputExpression id='e' typeRef='string'><text>step</text></inputExpression></input>
                  <output id='o' label='Answer' name='answer'/>%s
                </decisionTable>""".formatted(rules));
    }

    private static String literal(String attributes, String text) {
        return Tables.with("it", "", "<variable id='v' name='v'/><literalExpression id='l' " + attributes + "><text>" + text
                + "</text></literalExpression>");
    }

    private static void deploy(ProcessEngine engine, String file) {
        engine.getRepositoryService().createDeployment().addString("it.dmn", file).deploy();
    }

    private static Object ask(ProcessEngine engine, Map<String, Object> inputs) {
        Map<String, Object> all = new HashMap<>(inputs);
        all.putIfAbsent("step", "any");
        return engine.getDecisionService().evaluateDecisionByKey("it").variables(all).evaluate().getSingleResult().get("answer");
    }

    public static final class Code {

        public static String run() {
            RAN.set(true);
            return "ran";
        }
    }

    public static final class Trap {

        int sprung;

        public String spring(String what) {
            sprung++;
            return "sprung " + what;
        }
    }
}
