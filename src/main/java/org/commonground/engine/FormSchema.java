package org.commonground.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * A deployed form as far as answers depend on it: what it asks, and what each question takes. A form that asks what the guard
 * could not check is refused as a whole, so that it is found when it is written and not when somebody submits it.
 */
record FormSchema(String id, List<Part> parts) {

    /** Something of the form that answers depend on; what only shows something is left out. */
    sealed interface Part permits Question, Group, Rows {

        /** Where its answer stands in the submission. Null for a group that only arranges. */
        String key();

        String label();

        /** FEEL that hides it when exactly true, without the leading {@code =}. Null: always there. */
        String hide();
    }

    /** @param readonly FEEL that makes it unchangeable when exactly true; null: never */
    record Question(String key, String label, String hide, String readonly, boolean disabled, boolean required, AnswerKind kind)
            implements Part {
    }

    /** @param key null for a group that only arranges: its questions then belong to whatever surrounds it */
    record Group(String key, String label, String hide, List<Part> parts) implements Part {
    }

    /**
     * @param fixed   rows can neither be added nor removed
     * @param atFirst how many rows there are when the sheet shows none
     */
    record Rows(String key, String label, String hide, boolean fixed, int atFirst, List<Part> parts) implements Part {
    }

    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    private static final Set<String> SHOWN_ONLY = Set.of("text", "html", "table", "button", "separator", "spacer", "image");
    private static final Pattern KEY = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");
    /** Words that mean something else in a browser's condition than on the server. */
    private static final Pattern BROWSER_ONLY = Pattern.compile("\\b(this|parent|i|_this_|_parent_|_i_|_data_)\\b");
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");

    /** @throws IllegalArgumentException when this is no form, or one that cannot be guarded; says which component and why */
    static FormSchema parse(String json) {
        JsonNode form;
        try {
            form = JSON.readTree(json);
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException("This form is no JSON: " + broken.getOriginalMessage(), broken);
        }
        String id = form.path("id").asText("");
        if (id.isEmpty()) {
            throw new IllegalArgumentException("This form has no id");
        }
        try {
            return new FormSchema(id, parts(form));
        } catch (IllegalArgumentException unguarded) {
            throw new IllegalArgumentException("Form " + id + ": " + unguarded.getMessage(), unguarded);
        }
    }

    /** The keys of the answers, in the order of the form: exactly the components of the answer's record. */
    Set<String> inputKeys() {
        return inputKeys(parts);
    }

    /** The keys that answers to these parts stand under; a disabled question has no answer. */
    static Set<String> inputKeys(List<Part> parts) {
        Set<String> keys = new LinkedHashSet<>();
        for (Part part : parts) {
            if (part instanceof Group group && group.key() == null) {
                keys.addAll(inputKeys(group.parts()));
            } else if (!(part instanceof Question question && question.disabled())) {
                keys.add(part.key());
            }
        }
        return keys;
    }

    private static List<Part> parts(JsonNode parent) {
        List<Part> parts = new ArrayList<>();
        for (JsonNode component : parent.path("components")) {
            String type = component.path("type").asText();
            if (!SHOWN_ONLY.contains(type)) {
                parts.add(part(type, component));
            }
        }
        Set<String> seen = new LinkedHashSet<>();
        demandDistinct(parts, seen);
        return List.copyOf(parts);
    }

    private static void demandDistinct(List<Part> parts, Set<String> seen) {
        for (Part part : parts) {
            if (part.key() == null) {
                demandDistinct(((Group) part).parts(), seen);
            } else if (!seen.add(part.key())) {
                throw new IllegalArgumentException("two components have the key " + part.key());
            }
        }
    }

    private static Part part(String type, JsonNode component) {
        String hide = condition(component.path("conditional").path("hide"));
        return switch (type) {
            case "group" -> new Group(component.path("path").asText("").isEmpty() ? null : key(component, "path"),
                    label(component), hide, parts(component));
            case "dynamiclist" -> {
                // Without the flag the browser does not repeat anything.
                demand(component.path("isRepeating").asBoolean(), component, "a dynamiclist needs isRepeating: true");
                yield new Rows(key(component, "path"), label(component), hide, !component.path("allowAddRemove").asBoolean(true),
                        component.path("defaultRepetitions").asInt(1), parts(component));
            }
            default -> new Question(key(component, "key"), label(component), hide, condition(component.path("readonly")),
                    component.path("disabled").asBoolean(), component.path("validate").path("required").asBoolean(),
                    kind(type, component));
        };
    }

    private static AnswerKind kind(String type, JsonNode component) {
        JsonNode rules = component.path("validate");
        return switch (type) {
            case "textfield" -> text(component, false);
            case "textarea" -> text(component, true);
            case "number" -> {
                demand(!component.path("serializeToString").asBoolean(), component, "a number is submitted as a number");
                yield new AnswerKind.Figure(number(component, rules, "min"), number(component, rules, "max"),
                        number(component, component, "increment"), whole(component, component, "decimalDigits", AnswerKind.MOST_DECIMALS));
            }
            case "checkbox" -> new AnswerKind.YesNo();
            case "radio", "select" -> new AnswerKind.OneOf(choices(component));
            case "checklist", "taglist" -> new AnswerKind.SomeOf(choices(component));
            case "datetime" -> switch (component.path("subtype").asText()) {
                case "date" -> new AnswerKind.Day(component.path("disallowPassedDates").asBoolean());
                case "time" -> new AnswerKind.TimeOfDay();
                case "datetime" -> new AnswerKind.Moment(component.path("disallowPassedDates").asBoolean());
                default -> throw unguarded(component, "a datetime has the subtype date, time or datetime");
            };
            default -> throw unguarded(component, "there is no check for the component " + type);
        };
    }

    private static AnswerKind text(JsonNode component, boolean manyLines) {
        JsonNode rules = component.path("validate");
        int longest = manyLines ? AnswerKind.LONGEST_TEXTAREA : AnswerKind.LONGEST_TEXTFIELD;
        Pattern pattern = rules.path("pattern").asText("").isEmpty() ? null : Pattern.compile(rules.path("pattern").asText());
        if (pattern == null) {
            pattern = switch (rules.path("validationType").asText("")) {
                case "email" -> AnswerKind.MAIL_ADDRESS;
                case "phone" -> AnswerKind.PHONE_NUMBER;
                default -> null;
            };
        }
        return new AnswerKind.Text(manyLines, whole(component, rules, "minLength", 0), whole(component, rules, "maxLength", longest),
                pattern);
    }

    private static AnswerKind.Choices choices(JsonNode component) {
        demand(!component.has("valuesExpression"), component, "choices come from values or valuesKey");
        List<Object> values = new ArrayList<>();
        component.path("values").forEach(choice -> values.add(JSON.convertValue(choice.get("value"), Object.class)));
        String source = component.path("valuesKey").asText("");
        return new AnswerKind.Choices(values, source.isEmpty() ? null : source);
    }

    private static String key(JsonNode component, String name) {
        String key = component.path(name).asText("");
        demand(KEY.matcher(key).matches(), component, "“" + key + "” is no plain " + name);
        return key;
    }

    private static String label(JsonNode component) {
        for (String name : List.of("label", "dateLabel", "timeLabel", "key")) {
            String label = component.path(name).asText("").strip();
            if (!label.isEmpty()) {
                return label;
            }
        }
        return component.path("path").asText("");
    }

    private static String condition(JsonNode value) {
        if (value.isBoolean()) {
            return value.asBoolean() ? "true" : null;
        }
        String text = value.asText("").strip();
        if (text.isEmpty()) {
            return null;
        }
        if (!text.startsWith("=")) {
            throw new IllegalArgumentException("the condition “" + text + "” does not begin with =");
        }
        String feel = text.substring(1).strip();
        if (BROWSER_ONLY.matcher(QUOTED.matcher(feel).replaceAll("")).find()) {
            throw new IllegalArgumentException("the condition “" + text + "” may name keys only");
        }
        return feel;
    }

    private static BigDecimal number(JsonNode component, JsonNode parent, String name) {
        JsonNode value = parent.path(name);
        // Modeler writes an increment as text.
        String text = value.asText("");
        if (text.isEmpty() || value.isNull()) {
            return null;
        }
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException expression) {
            throw unguarded(component, name + " is no number");
        }
    }

    private static int whole(JsonNode component, JsonNode parent, String name, int otherwise) {
        BigDecimal value = number(component, parent, name);
        if (value == null) {
            return otherwise;
        }
        demand(value.signum() >= 0 && value.compareTo(BigDecimal.valueOf(AnswerKind.LONGEST)) <= 0, component, name + " is out of range");
        return value.intValue();
    }

    private static void demand(boolean condition, JsonNode component, String why) {
        if (!condition) {
            throw unguarded(component, why);
        }
    }

    private static IllegalArgumentException unguarded(JsonNode component, String why) {
        return new IllegalArgumentException("“" + label(component) + "”: " + why);
    }
}
