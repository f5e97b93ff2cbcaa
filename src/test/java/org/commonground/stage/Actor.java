package org.commonground.stage;

import java.util.Map;

import org.commonground.engine.Player;
import org.commonground.engine.Rehearsal;
import org.commonground.foundation.Refusal;

/** A player of whom tests also ask what is refused. */
public final class Actor extends Player {

    private final Stage stage;

    Actor(Stage stage, Rehearsal rehearsal, String user) {
        super(rehearsal, user);
        this.stage = stage;
    }

    @Override
    public String starts(String process, Map<String, Object> answers) {
        String number = super.starts(process, answers);
        stage.standsStill();
        return number;
    }

    @Override
    public void completes(String label, String businessKey, Map<String, Object> answers) {
        super.completes(label, businessKey, answers);
        stage.standsStill();
    }

    @Override
    public void completesFor(String party, String label, String businessKey, Map<String, Object> answers) {
        super.completesFor(party, label, businessKey, answers);
        stage.standsStill();
    }

    /** Tries to fill in the form of the task and returns the sentence of the refusal; fails when it was accepted. */
    public String isRefused(String label, String businessKey, Map<String, Object> answers) {
        return refusal(submission(label, businessKey, answers), "“" + label + "” was accepted");
    }

    /** Tries to start a process and returns the sentence of the refusal. */
    public String mayNotStart(String process, Map<String, Object> answers) {
        return refusal(() -> starts(process, answers), "The process " + process + " was started");
    }

    private static String refusal(Runnable deed, String otherwise) {
        try {
            deed.run();
        } catch (RuntimeException exception) {
            for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
                if (cause instanceof Refusal refusal) {
                    return refusal.sentence();
                }
            }
            throw exception;
        }
        throw new AssertionError(otherwise);
    }
}
