package org.commonground.engine;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** A form, its box and its class speak of the same keys, and every question tells why it is asked. */
final class FormLaws {

    static final Set<String> INPUTS = Set.of("textfield", "textarea", "number", "datetime", "checkbox", "checklist", "radio",
            "select", "taglist", "dynamiclist");
    /** Parts that Tasklist cannot show, or that bring code along. */
    private static final Set<String> BROKEN = Set.of("filepicker", "documentPreview", "iframe", "expression");
    private static final List<String> HEADING = List.of("caseTitle", "caseNumber", "casePhase");
    private static final Pattern MARK = Pattern.compile("<[^>]*>");
    private static final Pattern OF_THE_MACHINE = Pattern.compile("\\{\\{(caseNumber|version|scan|this\\.lesson)}}");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String file;
    private final Drawing.Box box;
    private final KnownCode code;
    private final List<String> complaints;

    /** @param box the box that has this form, or null */
    FormLaws(String file, Drawing.Box box, KnownCode code, List<String> complaints) {
        this.file = file;
        this.box = box;
        this.code = code;
        this.complaints = complaints;
    }

    void check(String text) {
        JsonNode form;
        try {
            form = JSON.readTree(text);
        } catch (JsonProcessingException broken) {
            complaints.add("%s is no form that can be read: open it in Modeler and save it again.".formatted(file));
            return;
        }
        String name = ShippedModels.stem(file);
        String room = file.split("/")[1];
        if (box == null) {
            complaints.add("%s belongs to no box: draw a user task “%s” in processes/%s.bpmn, or delete the form."
                    .formatted(file, Naming.label(name), room));
        }
        demand(name.equals(form.path("id").asText()), "has the id “%s”: make it “%s”, like its file", form.path("id").asText(), name);
        try {
            FormSchema.parse(text);
        } catch (IllegalArgumentException unguarded) {
            demand(false, "asks what nobody can check when it is sent (%s): ask it otherwise", unguarded.getMessage());
        }
        checkQuestions(form);
        checkHeadingAndButton(form);
        if (code.stepOf(name) != null) {
            checkKeys(form, code.stepOf(name));
        }
    }

    private void checkKeys(JsonNode form, KnownCode.KnownStep step) {
        FormKeys keys = FormKeys.of(form);
        for (String key : keys.asked()) {
            demand(step.given().contains(key), "asks “%s”, which %s does not take: add it to the record Given, or delete the question",
                    key, step.name());
        }
        Set<String> known = new LinkedHashSet<>(HEADING);
        known.addAll(step.shown());
        known.addAll(step.given());
        for (String key : keys.shown()) {
            demand(known.contains(key), "shows “%s”, which %s does not know: add it to the record Shown, or delete it from the form",
                    key, step.name());
        }
        if (step.takesSeveral()) {
            // Forms that differ a little: each asks a part of what their one class takes.
            return;
        }
        Set<String> used = new TreeSet<>(keys.shown());
        used.addAll(keys.asked());
        for (String key : step.given()) {
            demand(keys.asked().contains(key),
                    "does not ask “%s”, which %s takes: add a question with that key, or delete it from the record Given",
                    key, step.name());
        }
        for (String key : step.shown()) {
            demand(used.contains(key), "does not show “%s”, which %s reads: show it, or delete it from the record Shown", key, step.name());
        }
    }

    private void checkQuestions(JsonNode parent) {
        for (JsonNode part : parent.path("components")) {
            String type = part.path("type").asText();
            String label = part.path("label").asText(part.path("dateLabel").asText());
            String question = label.isBlank() ? part.path("key").asText(part.path("id").asText()) : label;
            demand(!BROKEN.contains(type), "has “%s”, a part that cannot be shown here (%s): take another one", question, type);
            checkWordsOfPeople(part, type);
            demand(!isRating(part), "asks the rating “%s” as a number: ask it as five choices with words",
                    question);
            if (INPUTS.contains(type) && !type.equals("dynamiclist")) {
                demand(!label.isBlank(), "asks “%s” without a label: write the question", question);
                demand(!part.has("defaultValue"), "has answered “%s” already: empty its default value", question);
                demand(type.equals("checkbox") || !part.path("description").asText().isBlank(),
                        "asks “%s” without a reason: say in its description why, or what for", question);
                demand(!type.startsWith("text") || part.path("validate").path("maxLength").asInt() > 0,
                        "lets people write without end under “%s”: set its maximum length", question);
            }
            checkQuestions(part);
        }
    }

    /** What people wrote is text: a text part would run its markdown, and inside of a mark nothing is escaped. */
    private void checkWordsOfPeople(JsonNode part, String type) {
        String text = part.path("text").asText();
        demand(!text.contains("{{") && !text.startsWith("="),
                "shows keys in the text part “%s”, where people's words would be run as markdown: take an HTML part",
                part.path("id").asText());
        if (type.equals("html")) {
            String content = part.path("content").asText();
            demand(!content.startsWith("="), "makes the HTML part “%s” out of an expression: write it out, with {{keys}}",
                    part.path("id").asText());
            Matcher mark = MARK.matcher(content);
            while (mark.find()) {
                demand(!OF_THE_MACHINE.matcher(mark.group()).replaceAll("").contains("{{"),
                        "has a key inside of “%s”: only {{caseNumber}}, {{version}}, {{scan}} and {{this.lesson}} may stand in a mark",
                        mark.group());
            }
        }
    }

    private static boolean isRating(JsonNode part) {
        JsonNode rules = part.path("validate");
        return rules.path("min").asInt() == 1 && rules.path("max").asInt() == 5;
    }

    private void checkHeadingAndButton(JsonNode form) {
        // Before there is a case nobody can say which one it is.
        if (box != null && box.hasCase()) {
            String first = form.path("components").path(0).path("content").asText();
            demand(HEADING.stream().allMatch(key -> first.contains("{{" + key + "}}")),
                    "does not say which case it is about: begin with an HTML part that holds {{caseTitle}}, {{caseNumber}} and"
                            + " {{casePhase}}");
        }
        String text = form.toString();
        boolean list = text.contains("\"dynamiclist\"");
        boolean button = text.contains("\"action\":\"submit\"");
        demand(button || !list, "has a list, so it can never be sent without a button of its own: add one that submits");
    }

    private void demand(boolean condition, String complaint, Object... arguments) {
        if (!condition) {
            complaints.add(file + " " + complaint.formatted(arguments) + ".");
        }
    }
}
