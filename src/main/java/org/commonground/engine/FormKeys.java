package org.commonground.engine;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The keys that a form speaks of outside of its lists.
 *
 * @param asked under which answers come
 * @param shown which its texts, choices, tables and conditions read
 */
record FormKeys(Set<String> asked, Set<String> shown) {

    private static final Pattern NAME = Pattern.compile("(?<![.\\w\"])([a-z][A-Za-z0-9]*)(?=[^\\w(\"]|$)");
    private static final Pattern TEMPLATE = Pattern.compile("\\{\\{\\s*(?:#(?:if|loop)\\s+)?([a-z][A-Za-z0-9]*)");
    private static final Set<String> FEEL = Set.of("true", "false", "null", "not", "and", "or", "if", "then", "else", "in", "list",
            "contains", "count", "some", "every", "satisfies");

    static FormKeys of(JsonNode form) {
        FormKeys keys = new FormKeys(new TreeSet<>(), new TreeSet<>());
        keys.collect(form, false);
        return keys;
    }

    private void collect(JsonNode parent, boolean inList) {
        for (JsonNode part : parent.path("components")) {
            String type = part.path("type").asText();
            boolean list = type.equals("dynamiclist");
            if (FormLaws.INPUTS.contains(type) && !inList) {
                asked.add(part.path(list ? "path" : "key").asText());
            }
            collectSources(part, inList);
            collectTexts(part, inList);
            if (part.path("conditional").has("hide") && !inList) {
                collectNames(part.path("conditional").path("hide").asText().replaceFirst("^=", ""));
            }
            collect(part, inList || list);
        }
    }

    /** Choices of a row come from the step too; the data of a table in a row may come from the row. */
    private void collectSources(JsonNode part, boolean inList) {
        for (String field : List.of("valuesKey", "dataSource")) {
            String source = part.path(field).asText("").replaceFirst("^=", "").trim();
            if (!source.isEmpty() && (!inList || field.equals("valuesKey"))) {
                shown.add(source.split("[.\\[ ]")[0]);
            }
        }
    }

    private void collectTexts(JsonNode part, boolean inList) {
        for (String field : List.of("text", "content", "source", "label", "description", "alt")) {
            String value = part.path(field).asText("");
            Matcher matcher = TEMPLATE.matcher(value);
            while (matcher.find()) {
                if (!matcher.group(1).equals("this")) {
                    shown.add(matcher.group(1));
                }
            }
            if (value.startsWith("=") && !inList) {
                collectNames(value.substring(1));
            }
        }
    }

    private void collectNames(String feel) {
        Matcher matcher = NAME.matcher(feel.replaceAll("\"[^\"]*\"", "\"\""));
        while (matcher.find()) {
            if (!FEEL.contains(matcher.group(1))) {
                shown.add(matcher.group(1));
            }
        }
    }
}
