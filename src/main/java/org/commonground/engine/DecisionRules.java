package org.commonground.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.camunda.bpm.model.dmn.impl.DmnModelConstants;

/**
 * What a file of decisions may say, whoever deploys it: tables and expressions in FEEL. Any other language runs code on the server.
 */
final class DecisionRules {

    private static final Set<String> FEEL = Set.of("feel", DmnModelConstants.FEEL_NS, DmnModelConstants.FEEL12_NS,
            DmnModelConstants.FEEL13_NS, DmnModelConstants.FEEL14_NS, DmnModelConstants.FEEL15_NS);
    private static final Set<String> DMN = Set.of(DmnModelConstants.DMN11_NS, DmnModelConstants.DMN11_ALTERNATIVE_NS,
            DmnModelConstants.DMN12_NS, DmnModelConstants.DMN13_NS, DmnModelConstants.DMN13_ALTERNATIVE_NS, DmnModelConstants.DMN14_NS,
            DmnModelConstants.DMN15_NS);
    /** Where things stand in the drawing, and what Modeler and Camunda add. The engine runs nothing of it. */
    private static final Set<String> BESIDE_DMN = Set.of(DmnModelConstants.CAMUNDA_NS, "http://camunda.org/schema/modeler/1.0",
            "http://camunda.org/schema/zeebe/1.0", "http://bpmn.io/schema/dmn/biodi/1.0", "http://bpmn.io/schema/dmn/biodi/2.0",
            "http://www.omg.org/spec/DMN/20180521/DMNDI/", "https://www.omg.org/spec/DMN/20191111/DMNDI/",
            "http://www.omg.org/spec/DMN/20180521/DC/", "http://www.omg.org/spec/DMN/20180521/DI/");
    private static final Set<String> KNOWN = Set.of("definitions", "description", "extensionElements", "decision", "question",
            "allowedAnswers", "variable", "informationRequirement", "requiredDecision", "requiredInput", "authorityRequirement",
            "requiredAuthority", "inputData", "knowledgeSource", "type", "textAnnotation", "association", "sourceRef", "targetRef",
            "decisionTable", "input", "inputExpression", "inputValues", "output", "outputValues", "defaultOutputEntry", "rule",
            "inputEntry", "outputEntry", "annotation", "annotationEntry", "literalExpression", "text");

    private final String file;
    private final List<String> complaints = new ArrayList<>();

    private DecisionRules(String file) {
        this.file = file;
    }

    /** Everything that is wrong, as sentences for whoever drew it. */
    static List<String> complaints(String file, Drawn whole) {
        DecisionRules rules = new DecisionRules(file);
        if (!DMN.contains(whole.namespace()) || !whole.kind().equals("definitions")) {
            return List.of("“" + file + "” holds no decisions: draw a DMN table in Modeler.");
        }
        rules.check(whole);
        return List.copyOf(rules.complaints);
    }

    private void check(Drawn element) {
        if (DMN.contains(element.namespace()) ? !KNOWN.contains(element.kind()) : !BESIDE_DMN.contains(element.namespace())) {
            complaints.add(nameOf(element) + " holds a “" + element.kind()
                    + "”, which is not evaluated here: write a table, or a literal expression in FEEL.");
            return;
        }
        checkLanguage(element, "expressionLanguage");
        checkLanguage(element, "typeLanguage");
        for (String kept : element.values("historyTimeToLive")) {
            TimeRules.daysKept(kept).ifPresent(complaint -> complaints.add(nameOf(element) + ": " + complaint));
        }
        element.children().forEach(this::check);
    }

    private void checkLanguage(Drawn element, String attribute) {
        for (String language : element.values(attribute)) {
            if (!FEEL.contains(language) && !"feel".equals(language.toLowerCase(Locale.ROOT))) {
                complaints.add("%s is written in “%s”%s: write it in FEEL.".formatted(nameOf(element), TimeRules.quoted(language),
                        place(element)));
            }
        }
    }

    private String nameOf(Drawn element) {
        for (Drawn one = element; one != null; one = one.parent()) {
            if (one.kind().equals("decision")) {
                return "The decision “" + (one.hasName() ? one.name() : one.id()) + "”";
            }
        }
        return "“" + file + "”";
    }

    private static String place(Drawn element) {
        return switch (element.kind()) {
            case "inputEntry" -> " in row " + number(element.parent()) + ", column “" + column(element, "input") + "”";
            case "outputEntry" -> " in row " + number(element.parent()) + ", column “" + column(element, "output") + "”";
            case "inputExpression", "inputValues", "outputValues", "defaultOutputEntry" ->
                    " at the head of column “" + label(element.parent()) + "”";
            case "definitions", "decision", "decisionTable" -> " as a whole";
            default -> " in its " + element.kind();
        };
    }

    private static int number(Drawn element) {
        return element.parent().children(element.kind()).indexOf(element) + 1;
    }

    /** The head of the column that this cell stands in. */
    private static String column(Drawn cell, String kind) {
        Drawn table = cell.parent().parent();
        List<Drawn> columns = table == null ? List.of() : table.children(kind);
        int number = number(cell);
        return number <= columns.size() ? label(columns.get(number - 1)) : String.valueOf(number);
    }

    private static String label(Drawn column) {
        return Optional.ofNullable(column.get("label")).filter(label -> !label.isBlank())
                .or(() -> Optional.ofNullable(column.name()))
                .orElseGet(() -> column.children("inputExpression").stream().map(Drawn::text).collect(Collectors.joining()));
    }
}
