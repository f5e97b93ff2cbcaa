package org.commonground.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.commonground.engine.SentAnswer.Said;

/**
 * Carries a checked submission from its form to its answer, within one command of the engine. It is no variable: nothing of it
 * is ever written, and no variable that somebody sends can pass for it.
 */
final class Submissions implements Session {

    private final Map<String, Checked> carried = new HashMap<>();

    static Submissions ofThisCommand() {
        return Context.getCommandContext().getSession(Submissions.class);
    }

    /** @param id of the task or the process instance that is being submitted */
    void carry(String id, Checked answers) {
        carried.put(id, answers);
    }

    /** Hands over what was carried, once. */
    Checked handOver(String id) {
        Checked answers = carried.remove(id);
        if (answers == null) {
            throw new IllegalStateException("This step is done with its form only");
        }
        return answers;
    }

    @Override
    public void flush() {
        // Nothing is written.
    }

    @Override
    public void close() {
        carried.clear();
    }

    /**
     * @param answers every input key of the form with its checked value
     * @param said    the same in the words of the form
     */
    record Checked(Map<String, Object> answers, List<Said> said) {
    }

    static final class Factory implements SessionFactory {

        @Override
        public Class<?> getSessionType() {
            return Submissions.class;
        }

        @Override
        public Session openSession() {
            return new Submissions();
        }
    }
}
