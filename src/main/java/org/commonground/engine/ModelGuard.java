package org.commonground.engine;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;
import org.camunda.bpm.engine.impl.cfg.BpmnParseFactory;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * What a diagram may contain, whoever deploys it: it draws the work and names beans, and brings no code of its own. Looked at
 * before anything else, since the engine creates some of the classes that a diagram names already while it reads it.
 */
final class ModelGuard implements BpmnParseFactory {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    private static final String ACTIVITI = "http://activiti.org/bpmn";
    /** Attributes by local name, whatever their namespace: the engine still reads that of its ancestor. */
    private static final Map<String, String> CLOSED_ATTRIBUTES = Map.of(
            "class", "names a Java class: name a step by delegateExpression instead",
            "variableMappingClass", "names a Java class: map the variables in the diagram instead",
            "variableMappingDelegateExpression", "maps variables in Java: map them in the diagram instead",
            "formHandlerClass", "names a Java class: a form needs none",
            "topic", "leaves the step to an outside worker, which this application has not",
            "scriptFormat", "contains a script: name a step by delegateExpression instead",
            "language", "contains a script: ask a variable or a bean instead",
            "formKey", "has a form by key: use a Camunda Form by reference instead");
    private static final Map<String, String> CLOSED_ELEMENTS = Map.of(
            "scriptTask", "is a script: name a step by delegateExpression instead",
            "script", "contains a script: name a step by delegateExpression instead",
            "connector", "calls an outside system: name a step by delegateExpression instead",
            "formData", "has a generated form: use a Camunda Form by reference instead",
            "formProperty", "has a generated form: use a Camunda Form by reference instead",
            "import", "imports another file, which cannot be checked");
    /** What an expression gives is judged when the engine asks it ({@link GuardedCalendars}). */
    private static final Map<String, Function<String, Optional<String>>> TIMES = Map.of(
            "timeDuration", TimeRules::duration,
            "timeDate", TimeRules::date,
            "timeCycle", TimeRules::cycle,
            "dueDate", TimeRules::due,
            "followUpDate", TimeRules::due,
            "jobPriority", TimeRules::priority);
    /** Where the engine would ask an expression later and swallow what is wrong with it. */
    private static final Map<String, Function<String, Optional<String>>> WRITTEN_OUT = Map.of(
            "failedJobRetryTimeCycle", TimeRules::retries,
            "historyTimeToLive", TimeRules::daysKept);
    private static final Pattern BEAN = Pattern.compile("[$#]\\{\\s*(\\w+)\\s*}");

    private final OpenBeans beans;
    private final ExpressionRules expressions;

    ModelGuard(OpenBeans beans) {
        this.beans = beans;
        this.expressions = new ExpressionRules(beans);
    }

    @Override
    public BpmnParse createBpmnParse(BpmnParser parser) {
        return new BpmnParse(parser) {

            @Override
            protected void parseRootElement() {
                check(rootElement, rootElement, this);
                // The errors reach the designer when this returns, each with its element.
                if (!hasErrors()) {
                    super.parseRootElement();
                }
            }
        };
    }

    /** @param box the nearest element that a person sees in the diagram */
    private void check(Element element, Element box, BpmnParse errors) {
        boolean isSeen = BPMN.equals(element.getUri()) && element.attribute("id") != null
                && !element.getTagName().endsWith("EventDefinition");
        Element seen = isSeen ? element : box;
        if (CLOSED_ELEMENTS.containsKey(element.getTagName())) {
            complain(seen, CLOSED_ELEMENTS.get(element.getTagName()), errors);
        }
        for (String attribute : element.attributes()) {
            check(attribute, element.attribute(attribute), seen, errors);
        }
        checkTime(element.getTagName(), element.getText().strip(), seen, errors);
        checkExpression(element.getText(), seen, errors);
        element.elements().forEach(child -> check(child, seen, errors));
    }

    private void check(String attribute, String value, Element seen, BpmnParse errors) {
        String name = attribute.substring(attribute.lastIndexOf(':') + 1);
        if (CLOSED_ATTRIBUTES.containsKey(name)) {
            complain(seen, CLOSED_ATTRIBUTES.get(name), errors);
        } else if (attribute.equals(CAMUNDA + ":type") || attribute.equals(ACTIVITI + ":type")) {
            complain(seen, "is a “" + value + "” task: name a step by delegateExpression instead", errors);
        } else if (name.equals("delegateExpression") && !beans.isDelegate(BEAN.matcher(value.strip()).replaceAll("$1"))) {
            complain(seen, "names “" + value + "”, which is no step of this application", errors);
        } else {
            checkTime(name, value, seen, errors);
            checkExpression(value, seen, errors);
        }
    }

    private static void checkTime(String name, String text, Element seen, BpmnParse errors) {
        Function<String, Optional<String>> rule = isExpression(text) ? null : TIMES.get(name);
        Optional.ofNullable(rule == null ? WRITTEN_OUT.get(name) : rule).flatMap(judge -> judge.apply(text))
                .ifPresent(sentence -> errors.addError(nameOf(seen) + ": " + sentence, seen));
    }

    private static boolean isExpression(String text) {
        return text.contains("${") || text.contains("#{");
    }

    private void checkExpression(String text, Element seen, BpmnParse errors) {
        if (isExpression(text)) {
            expressions.complaintInModel(text.strip()).ifPresent(sentence -> errors.addError(nameOf(seen) + ": " + sentence, seen));
        }
    }

    private static void complain(Element seen, String complaint, BpmnParse errors) {
        errors.addError(nameOf(seen) + " " + complaint + ".", seen);
    }

    private static String nameOf(Element seen) {
        String name = seen.attribute("name") == null ? seen.attribute("id") : seen.attribute("name");
        return "“" + (name == null ? seen.getTagName() : name.replaceAll("\\s+", " ")) + "”";
    }
}
