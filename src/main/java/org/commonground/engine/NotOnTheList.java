package org.commonground.engine;

import org.camunda.bpm.engine.AuthorizationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is asked is not on the {@link CommandList} for this person: a sentence for the person, a line in the log. */
final class NotOnTheList extends AuthorizationException {

    private static final Logger LOG = LoggerFactory.getLogger(Doors.class);
    /** With it the engine would book a failed try of the job that was refused just now: the job would be due at once, with all rights. */
    private static final String AFTERWARDS = "FailedJobListener";

    NotOnTheList(String command, String person, String sentence) {
        super(sentence);
        if (!command.equals(AFTERWARDS)) {
            LOG.info("{} is not for {}.", command, person);
        }
    }

    /** It is an answer and no fault: where it came from is of no interest, and costs a hundred lines. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
