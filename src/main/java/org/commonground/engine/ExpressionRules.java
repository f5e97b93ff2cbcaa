package org.commonground.engine;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.impl.juel.AstBracket;
import org.camunda.bpm.impl.juel.AstDot;
import org.camunda.bpm.impl.juel.AstFunction;
import org.camunda.bpm.impl.juel.AstIdentifier;
import org.camunda.bpm.impl.juel.AstMethod;
import org.camunda.bpm.impl.juel.Builder;
import org.camunda.bpm.impl.juel.Node;
import org.camunda.bpm.impl.juel.TreeBuilderException;

/**
 * What an expression may say: variables, literals, operators, {@code bean.method(…)}, and a few facts of the execution or the
 * task. Nothing of that leads to a class, a service of the engine or another bean.
 */
final class ExpressionRules {

    static final Map<String, Function<DelegateExecution, Object>> OF_EXECUTION = Map.of(
            "businessKey", DelegateExecution::getBusinessKey,
            "processBusinessKey", DelegateExecution::getProcessBusinessKey,
            "processInstanceId", DelegateExecution::getProcessInstanceId,
            "currentActivityId", DelegateExecution::getCurrentActivityId,
            "currentActivityName", DelegateExecution::getCurrentActivityName);
    static final Map<String, Function<DelegateTask, Object>> OF_TASK = Map.of(
            "id", DelegateTask::getId,
            "name", DelegateTask::getName,
            "assignee", DelegateTask::getAssignee,
            "taskDefinitionKey", DelegateTask::getTaskDefinitionKey);
    /** For Tasklist's filters, which are evaluated for the person who looks at them. A diagram runs for the machine, too. */
    private static final Set<String> OF_FILTERS = Set.of("currentUser", "currentUserGroups", "now", "dateTime");
    private static final Builder PARSER = new Builder(Builder.Feature.METHOD_INVOCATIONS);

    private final OpenBeans beans;

    ExpressionRules(OpenBeans beans) {
        this.beans = beans;
    }

    /** What is wrong with an expression in a diagram, as a sentence. */
    Optional<String> complaintInModel(String text) {
        return complaint(text, Set.of());
    }

    /** What is wrong with an expression wherever it is evaluated, as a sentence. */
    Optional<String> complaint(String text) {
        return complaint(text, OF_FILTERS);
    }

    private Optional<String> complaint(String text, Set<String> functions) {
        Node root;
        try {
            root = PARSER.build(text).getRoot();
        } catch (TreeBuilderException unreadable) {
            return Optional.of("The expression “" + text + "” cannot be read: " + unreadable.getMessage() + ".");
        }
        return Optional.ofNullable(complaint(root, functions))
                .map(reason -> "The expression “" + text + "” is not allowed: " + reason + ".");
    }

    private String complaint(Node node, Set<String> functions) {
        String reason = reasonAgainst(node, functions);
        // A method's dot was judged with it; what is left are its arguments.
        for (int i = node instanceof AstMethod ? 1 : 0; reason == null && i < node.getCardinality(); i++) {
            reason = complaint(node.getChild(i), functions);
        }
        return reason;
    }

    private String reasonAgainst(Node node, Set<String> functions) {
        if (node instanceof AstBracket) {
            return "square brackets are closed";
        }
        if (node instanceof AstFunction function && !functions.contains(function.getName())) {
            return "there is no function " + function.getName();
        }
        if (node instanceof AstDot dot && !isListed(dot.getStructuralId(null))) {
            return "only " + new TreeSet<>(OF_EXECUTION.keySet()) + " of execution and " + new TreeSet<>(OF_TASK.keySet())
                    + " of task can be asked";
        }
        return node instanceof AstMethod method ? reasonAgainst(method) : null;
    }

    private String reasonAgainst(AstMethod method) {
        if (!(method.getChild(0) instanceof AstDot dot) || !(dot.getChild(0) instanceof AstIdentifier bean)) {
            return "methods are called on beans only";
        }
        String name = bean.getName();
        if (!beans.isOpen(name)) {
            return "“" + name + "” is no bean that diagrams may ask";
        }
        String called = dot.getStructuralId(null).substring(name.length() + 1);
        int arguments = method.getChild(1).getCardinality();
        return beans.answers(name, called, arguments) ? null : "“" + name + "” has no “" + called + "” with " + arguments + " values";
    }

    private static boolean isListed(String dotted) {
        return OF_EXECUTION.keySet().stream().anyMatch(name -> dotted.equals("execution." + name))
                || OF_TASK.keySet().stream().anyMatch(name -> dotted.equals("task." + name));
    }
}
