package org.commonground.engine;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.form.TaskFormData;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.commonground.engine.AnswerBook.Draft;
import org.commonground.engine.SentAnswer.Said;
import org.commonground.foundation.Refusal;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Where people leave what they have begun to write in the form of a step, until they send it. Asked in the name of the person: whoever may
 * not answer the step at this moment neither reads nor writes anything here.
 */
@Component
public class DraftDesk {

    private final ObjectProvider<ProcessEngine> engine;
    private final ObjectProvider<AnswerBook> book;
    private final EarlierWords earlier;
    private final Steps steps;
    private final DeployedForms forms;

    DraftDesk(ObjectProvider<ProcessEngine> engine, ObjectProvider<AnswerBook> book, EarlierWords earlier, Steps steps,
            DeployedForms forms) {
        this.engine = engine;
        this.book = book;
        this.earlier = earlier;
        this.steps = steps;
        this.forms = forms;
    }

    /** What is kept for this step; nothing where this person can keep nothing there, for whatever reason. */
    public Optional<Kept> look(String task) {
        return ask(task, (open, data) -> earlier.draft(open).map(draft -> kept(open, data, draft)).orElse(Kept.NOTHING));
    }

    /**
     * @param seen  number of the draft that the person saw last; 0 for none
     * @param words what stands in the form, as JSON
     * @throws Refusal where it cannot be read
     */
    public Saved save(String task, int seen, String words) {
        expectWords(words);
        return ask(task, (open, data) -> book.getObject().write(task, EarlierWords.person(), seen, words)
                .map(nr -> new Saved(Outcome.KEPT, nr)).orElse(new Saved(Outcome.CHANGED_ELSEWHERE, 0)))
                .orElse(new Saved(Outcome.NOT_YOURS, 0));
    }

    public boolean throwAway(String task) {
        return ask(task, (open, data) -> {
            book.getObject().throwAway(task, EarlierWords.person());
            return true;
        }).orElse(false);
    }

    private void expectWords(String words) {
        Map<?, ?> read = earlier.read(words);
        Refusal.unless(!read.isEmpty(), "This cannot be read, so it is not kept. Please go on in the form.");
        read.forEach((key, value) -> FormCheck.demandPlain(value, "The draft"));
    }

    private Kept kept(TaskEntity task, TaskFormData data, Draft draft) {
        SheetFields sheet = new SheetFields(steps, data.getCamundaFormRef().getKey(), new ExecutionContext(task.getExecution()));
        Map<?, ?> words = earlier.read(draft.words());
        if (earlier.over(data, sheet::value, words).isPresent()) {
            return new Kept(draft.nr(), draft.at(), List.of());
        }
        Map<String, Object> byKey = new LinkedHashMap<>();
        words.forEach((key, value) -> byKey.put(String.valueOf(key), value));
        return new Kept(draft.nr(), draft.at(),
                forms.form(data.getCamundaFormRef(), data.getDeploymentId()).words().of(byKey, sheet::value));
    }

    private <T> Optional<T> ask(String id, BiFunction<TaskEntity, TaskFormData, T> question) {
        ProcessEngineConfigurationImpl configuration = (ProcessEngineConfigurationImpl) engine.getObject().getProcessEngineConfiguration();
        return configuration.getCommandExecutorTxRequired().execute(context -> {
            TaskEntity task = context.getTaskManager().findTaskById(id);
            if (task == null || task.getTaskDefinition() == null || !isSeen(task)) {
                return Optional.empty();
            }
            TaskFormData data = task.getTaskDefinition().getTaskFormHandler() instanceof GuardedTaskForm form ? form.drawn(task) : null;
            return data == null || data.getCamundaFormRef() == null || !earlier.areKept(task, data.getCamundaFormRef().getKey())
                    ? Optional.empty() : Optional.of(question.apply(task, data));
        });
    }

    /** The engine's own rights to this task. */
    private static boolean isSeen(TaskEntity task) {
        try {
            Context.getProcessEngineConfiguration().getCommandCheckers().forEach(checker -> checker.checkReadTask(task));
            return true;
        } catch (AuthorizationException refused) {
            return false;
        }
    }

    /**
     * @param nr    of the draft; 0 where there is none yet
     * @param aside what was written, where it answers something that has changed since; else nothing
     */
    public record Kept(int nr, Instant at, List<Said> aside) {

        static final Kept NOTHING = new Kept(0, null, List.of());
    }

    public enum Outcome { KEPT, CHANGED_ELSEWHERE, NOT_YOURS }

    /** @param nr of the draft that was kept */
    public record Saved(Outcome outcome, int nr) {
    }
}
