package org.commonground.engine;

import java.time.Clock;
import java.util.Set;
import java.util.TreeSet;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.commonground.engine.Submissions.Checked;
import org.commonground.foundation.OrganisationId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Has each answer kept as it was sent, but for those that carry no name. */
@Component
final class AnswersSent {

    private final Steps steps;
    private final ObjectProvider<AnswerBook> book;
    private final Clock clock;

    AnswersSent(Steps steps, ObjectProvider<AnswerBook> book, Clock clock) {
        this.steps = steps;
        this.book = book;
        this.clock = clock;
    }

    void keep(String form, Checked checked, TaskEntity task, StepContext context) {
        if (isKept(form, context)) {
            String party = context.get(Variable.PARTY);
            Set<String> asked = new TreeSet<>();
            task.getCandidates().stream().map(IdentityLink::getGroupId).filter(group -> group != null).forEach(asked::add);
            book.getObject().keep(new SentAnswer(task.getId(), form, task.getName(), task.getTaskDefinitionKey(),
                    task.getProcessInstanceId(), context.businessKey(), party == null ? null : new OrganisationId(party), asked,
                    context.person(), clock.instant(), checked.said(), steps.write(checked.answers())));
        }
    }

    void keepStart(String form, Checked checked, String label, DelegateExecution started, StepContext context) {
        if (isKept(form, context)) {
            String instance = started.getProcessInstanceId();
            book.getObject().keep(new SentAnswer(instance, form, label, null, instance, context.businessKey(), null, Set.of(),
                    context.person(), clock.instant(), checked.said(), steps.write(checked.answers())));
        }
    }

    private boolean isKept(String form, StepContext context) {
        return context.person() != null && steps.knows(form) && !steps.isUnattributed(form);
    }
}
