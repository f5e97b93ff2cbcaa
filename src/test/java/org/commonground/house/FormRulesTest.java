package org.commonground.house;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import org.assertj.core.api.SoftAssertions;
import org.commonground.engine.Answer;
import org.commonground.engine.Sheet;
import org.commonground.engine.Takes;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.ResolvableType;

import static org.assertj.core.api.Assertions.assertThat;

/** A form, its sheet and its answer speak of the same keys, and every question tells why it is asked. */
class FormRulesTest {

    private static final Set<String> INPUTS = Set.of("textfield", "textarea", "number", "datetime", "checkbox", "checklist", "radio",
            "select", "taglist", "dynamiclist");
    private static final Set<String> BROKEN = Set.of("filepicker", "documentPreview", "iframe", "expression");
    private static final Set<String> HEADING = Set.of("caseTitle", "caseNumber", "casePhase");
    private static final Pattern NAME = Pattern.compile("(?<![.\\w\"])([a-z][A-Za-z0-9]*)(?=[^\\w(\"]|$)");
    private static final Pattern TEMPLATE = Pattern.compile("\\{\\{\\s*(?:#(?:if|loop)\\s+)?([a-z][A-Za-z0-9]*)");

    static Set<String> forms() {
        return Models.forms().keySet();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void the_keys_of_a_form_are_those_of_its_records(String form) {
        JsonNode json = Models.forms().get(form);
        String room = form.split("/")[0];
        String stem = Models.camel(form.split("/")[1]);
        assertThat(json.path("id").asText()).isEqualTo(form.split("/")[1]);
        String id = form.split("/")[1];
        boolean shared = Models.stepOf(id) != null && Models.stepOf(id).isAnnotationPresent(Takes.class);
        Set<String> given = Models.stepOf(id) == null ? components(room, stem + "Answer", Answer.class) : Models.components(id, 1);
        Set<String> shown = Models.stepOf(id) == null ? components(room, stem + "Sheet", Sheet.class) : Models.components(id, 0);

        Set<String> inputs = new TreeSet<>();
        Set<String> asked = new TreeSet<>();
        collect(json, inputs, asked, false);
        if (shared) {
            // Of several forms that differ a little, each asks a part.
            assertThat(given).as("what the answer takes").containsAll(inputs);
        } else {
            assertThat(inputs).as("what is typed and what the answer takes").isEqualTo(given);
        }
        Set<String> known = new LinkedHashSet<>(HEADING);
        known.addAll(shown);
        known.addAll(given);
        assertThat(known).as("what the form shows").containsAll(asked);
        Set<String> used = new TreeSet<>(asked);
        used.addAll(inputs);
        if (!shared) {
            assertThat(used).as("nothing is read that the form does not show").containsAll(shown);
        }
    }

    private static Set<String> components(String room, String name, Class<?> kind) {
        Class<?> step = Models.step(room, name);
        if (step == null) {
            return Set.of();
        }
        Class<?> components = ResolvableType.forClass(step).as(kind).getGeneric(0).resolve();
        return Arrays.stream(components.getRecordComponents()).map(RecordComponent::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void collect(JsonNode parent, Set<String> inputs, Set<String> asked, boolean inList) {
        for (JsonNode component : parent.path("components")) {
            String type = component.path("type").asText();
            boolean list = type.equals("dynamiclist");
            if (INPUTS.contains(type) && !inList) {
                inputs.add(component.path(list ? "path" : "key").asText());
            }
            for (String field : List.of("valuesKey", "dataSource")) {
                String source = component.path(field).asText("").replaceFirst("^=", "").trim();
                // Choices of a row come from the sheet too; the data of a table in a row may come from the row.
                if (!source.isEmpty() && (!inList || field.equals("valuesKey"))) {
                    asked.add(source.split("[.\\[ ]")[0]);
                }
            }
            for (String field : List.of("text", "content", "source", "label", "description", "alt")) {
                String value = component.path(field).asText("");
                Matcher matcher = TEMPLATE.matcher(value);
                while (matcher.find()) {
                    if (!matcher.group(1).equals("this")) {
                        asked.add(matcher.group(1));
                    }
                }
                if (value.startsWith("=") && !inList) {
                    names(value.substring(1), asked);
                }
            }
            if (component.path("conditional").has("hide") && !inList) {
                names(component.path("conditional").path("hide").asText().replaceFirst("^=", ""), asked);
            }
            collect(component, inputs, asked, inList || list);
        }
    }

    private static void names(String feel, Set<String> asked) {
        Matcher matcher = NAME.matcher(feel.replaceAll("\"[^\"]*\"", "\"\""));
        while (matcher.find()) {
            if (!Set.of("true", "false", "null", "not", "and", "or", "if", "then", "else", "in", "list", "contains", "count", "some",
                    "every", "satisfies").contains(matcher.group(1))) {
                asked.add(matcher.group(1));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void every_question_tells_why_it_is_asked_and_none_is_answered_already(String form) {
        SoftAssertions softly = new SoftAssertions();
        check(Models.forms().get(form), form, softly);
        softly.assertAll();
    }

    private static void check(JsonNode parent, String form, SoftAssertions softly) {
        for (JsonNode component : parent.path("components")) {
            String type = component.path("type").asText();
            String name = form + " " + component.path("key").asText(component.path("id").asText());
            softly.assertThat(BROKEN).as(name).doesNotContain(type);
            if (INPUTS.contains(type) && !type.equals("dynamiclist")) {
                softly.assertThat(component.path("label").asText(component.path("dateLabel").asText())).as("label of " + name).isNotBlank();
                softly.assertThat(component.has("defaultValue")).as(name + " is answered already").isFalse();
                if (!type.equals("checkbox")) {
                    softly.assertThat(component.path("description").asText()).as("reason of " + name).isNotBlank();
                }
                if (type.startsWith("text")) {
                    softly.assertThat(component.path("validate").path("maxLength").asInt()).as("limit of " + name).isPositive();
                }
            }
            check(component, form, softly);
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void a_form_says_where_one_is_and_can_be_completed(String form) {
        JsonNode json = Models.forms().get(form);
        // Before there is a case nobody can say which one it is.
        boolean noCaseYet = Set.of("partnership/propose-partnership", "organisation/register-organisation", "matter/raise-matter",
                "matter/describe-matter").contains(form);
        if (!noCaseYet) {
            assertThat(json.path("components").path(0).path("text").asText()).contains("{{caseTitle}}", "{{caseNumber}}", "{{casePhase}}");
        }
        boolean list = json.toString().contains("\"dynamiclist\"");
        boolean button = json.toString().contains("\"action\":\"submit\"");
        assertThat(button).as("a list needs a button of its own, or the step can never be completed").isEqualTo(list);
    }
}
