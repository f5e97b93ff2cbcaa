package org.commonground.engine;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.commonground.foundation.Refusal;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Whose turn a box is. The engine asks the grants that came with a task, and those come from the diagram; here it is asked of the box's
 * own class ({@link For}), of the person's groups, and of the room in which the box runs. The machine, which is no person, passes.
 */
@Component
class Turns {

    private static final String COORDINATOR = Servants.COORDINATOR;
    /** They see whom a case waits for, and so its open steps; to answer them they have to be meant. */
    private static final Set<String> ONLOOKERS = Set.of(COORDINATOR, "manager");

    private final Steps steps;
    private final Servants servants;
    private final ObjectProvider<Names> names;
    private final Map<String, Expression> questions = new ConcurrentHashMap<>();

    Turns(Steps steps, Servants servants, ObjectProvider<Names> names) {
        this.steps = steps;
        this.servants = servants;
        this.names = names;
    }

    /** Refuses unless the person may look at this form here. */
    void expectSight(String form, ExecutionEntity execution) {
        expect(form, execution, steps.isConfidential(form) ? Set.of() : ONLOOKERS);
    }

    /** Refuses unless the person may answer this form here. */
    void expectAnswer(String form, ExecutionEntity execution) {
        expect(form, execution, Set.of());
    }

    /** Whether the person may answer this form here; nobody is told why not. */
    boolean mayAnswer(String form, ExecutionEntity execution) {
        Authentication person = Context.getCommandContext().getAuthentication();
        String drawn = execution.getProcessDefinition().getKey();
        return person != null && steps.roomOf(form).filter(room -> !room.equals(drawn)).isEmpty()
                && steps.meant(form).filter(meant -> isMeant(meant, execution, person)).isPresent();
    }

    /** Refuses unless this form may still be answered anew here. */
    void expectAnew(String form, ExecutionEntity execution) {
        String question = steps.anewWhile(form);
        Refusal.unless(steps.isAnsweredAnew(form) && (question.isEmpty() || Boolean.TRUE.equals(answer(question, execution))), Anew.CLOSED);
    }

    /** What is held by somebody is sent by nobody else. */
    void expectHeldByNobodyElse(TaskEntity task) {
        Authentication person = Context.getCommandContext().getAuthentication();
        String holder = task.getAssignee();
        if (holder != null && person != null && !holder.equals(person.getUserId())) {
            throw new Refusal(name(holder) + " has this step now.");
        }
    }

    /** Whether the person may free a step that somebody else holds: a colleague who could do it too, or the coordinator. */
    boolean mayFree(TaskEntity task, Authentication person) {
        List<String> groups = groupsOf(person);
        if (groups.contains(COORDINATOR)) {
            return true;
        }
        return formOf(task).flatMap(steps::meant)
                .map(meant -> isMeant(meant, task.getExecution(), person))
                .orElseGet(() -> task.getCandidates().stream().map(IdentityLink::getGroupId).anyMatch(groups::contains));
    }

    private static Optional<String> formOf(TaskEntity task) {
        return Optional.ofNullable(task.getTaskDefinition()).map(definition -> definition.getCamundaFormDefinitionKey())
                .map(key -> String.valueOf(key.getValue(task)));
    }

    private void expect(String form, ExecutionEntity execution, Set<String> onlookers) {
        Authentication person = Context.getCommandContext().getAuthentication();
        if (person == null || !steps.knows(form)) {
            return;
        }
        expectRoom(form, execution);
        For meant = steps.meant(form).orElseThrow(() -> new Refusal("This step is for nobody yet. Please tell whoever drew it."));
        if (Collections.disjoint(groupsOf(person), onlookers) && !isMeant(meant, execution, person)) {
            throw new Refusal("This step is for " + inWords(meant, execution) + ".");
        }
    }

    /** A form or a decision is asked in the diagram of its own room. Elsewhere somebody could ask it about any case, of anybody. */
    void expectRoom(String id, DelegateExecution execution) {
        steps.roomOf(id).ifPresent(room -> expectRoom("“" + id + "”", room, execution));
    }

    /** @param what belongs to the room */
    static void expectRoom(String what, String room, DelegateExecution execution) {
        String drawn = ((ExecutionEntity) execution).getProcessDefinition().getKey();
        Refusal.unless(room.equals(drawn),
                "%s belongs to the room “%s” and cannot be used in “%s”. Please tell whoever drew this step.".formatted(what, room, drawn));
    }

    private boolean isMeant(For meant, ExecutionEntity execution, Authentication person) {
        if (!meant.person().isEmpty()) {
            return asked(meant.person(), execution).contains(person.getUserId());
        }
        List<String> own = groupsOf(person);
        Set<String> groups = groups(meant, execution);
        return !Collections.disjoint(groups, own) || !Collections.disjoint(servants.beside(groups, execution, own), own);
    }

    private Set<String> groups(For meant, ExecutionEntity execution) {
        return Arrays.stream(meant.value()).flatMap(group -> asked(group, execution).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private String inWords(For meant, ExecutionEntity execution) {
        return meant.person().isEmpty() ? names.getObject().people(groups(meant, execution))
                : asked(meant.person(), execution).stream().map(this::name).collect(Collectors.joining(", "));
    }

    private String name(String user) {
        return names.getObject().person(user);
    }

    /** As the engine reads what a diagram says of candidates: one, several in a text, or a list. */
    private List<String> asked(String question, ExecutionEntity execution) {
        Object answer = question.contains("{") ? answer(question, execution) : question;
        Stream<?> several = answer instanceof Collection<?> list ? list.stream()
                : answer == null ? Stream.of() : Arrays.stream(answer.toString().split(","));
        return several.map(one -> one.toString().strip()).toList();
    }

    private Object answer(String question, ExecutionEntity execution) {
        try {
            return questions.computeIfAbsent(question,
                    text -> Context.getProcessEngineConfiguration().getExpressionManager().createExpression(text)).getValue(execution);
        } catch (ProcessEngineException unanswered) {
            throw new Refusal("It cannot be found out whom this step is for. Please tell whoever drew it.");
        }
    }

    private static List<String> groupsOf(Authentication person) {
        return person.getGroupIds() == null ? List.of() : person.getGroupIds();
    }
}
