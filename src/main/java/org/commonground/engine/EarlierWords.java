package org.commonground.engine;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.camunda.bpm.engine.form.TaskFormData;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.commonground.engine.AnswerBook.Draft;
import org.commonground.foundation.OrganisationId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * What somebody wrote before in the form that is opened: a draft of this very person, or, where an organisation answers anew, its earlier
 * answer. Only whoever may answer the form sees any of it.
 */
@Component
final class EarlierWords {

    private final Steps steps;
    private final Turns turns;
    private final DeployedForms forms;
    private final ObjectProvider<AnswerBook> book;

    EarlierWords(Steps steps, Turns turns, DeployedForms forms, ObjectProvider<AnswerBook> book) {
        this.steps = steps;
        this.turns = turns;
        this.forms = forms;
        this.book = book;
    }

    /** Whether this person may write something here that is kept until it is sent. */
    boolean areKept(TaskEntity task, String form) {
        return person() != null && steps.knows(form) && !steps.isUnattributed(form) && turns.mayAnswer(form, task.getExecution());
    }

    /** What the form is to show instead of its sheet, by key; nothing where the words answer something that has changed since. */
    Map<String, Object> laidOver(TaskEntity task, TaskFormData data, Function<String, Object> shown) {
        String form = data.getCamundaFormRef().getKey();
        return areKept(task, form) ? words(task, form).flatMap(words -> over(data, shown, words)).orElse(Map.of()) : Map.of();
    }

    /** Empty where the words answer something that has changed since. */
    Optional<Map<String, Object>> over(TaskFormData data, Function<String, Object> shown, Map<?, ?> words) {
        return LaidOver.over(forms.form(data.getCamundaFormRef(), data.getDeploymentId()).schema(), shown, words);
    }

    private Optional<Map<?, ?>> words(TaskEntity task, String form) {
        Optional<Draft> draft = draft(task);
        if (draft.isPresent()) {
            return draft.map(Draft::words).map(this::read);
        }
        boolean anew = steps.isAnsweredAnew(form) && Boolean.TRUE.equals(task.getVariable(Variable.ANEW.name()));
        return anew && task.getVariable(Variable.PARTY.name()) instanceof String party
                ? book.getObject().givenBefore(task.getProcessInstanceId(), form, new OrganisationId(party)).map(this::read)
                : Optional.empty();
    }

    Optional<Draft> draft(TaskEntity task) {
        return book.getObject().draft(task.getId(), person());
    }

    /** What is no object says nothing. */
    Map<?, ?> read(String json) {
        try {
            return FormCheck.mapOf(steps.read(json));
        } catch (JsonProcessingException unreadable) {
            return Map.of();
        }
    }

    static String person() {
        Authentication person = Context.getCommandContext().getAuthentication();
        return person == null ? null : person.getUserId();
    }
}
