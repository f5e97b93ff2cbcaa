package org.commonground.engine;

import java.util.regex.Pattern;

import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.Response.Status;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.cfg.auth.AuthorizationCommandChecker;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.commonground.foundation.NotFound;
import org.commonground.foundation.Refusal;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.TransientDataAccessException;

/**
 * Outermost: turns a refusal, wherever in the chain of causes it sits, into a 4xx whose message is the sentence alone. The cause
 * stays for tests and logs. Jobs keep their exceptions, so that they become incidents.
 */
final class Sentences extends CommandInterceptor {

    private static final String SAME_MOMENT = "Somebody else worked on this at the same moment. Please press the button again.";
    private static final String TWICE = "Somebody else has just entered the same. Please open the form again and look.";
    private static final String TAKEN = "A colleague has already taken this task.";
    private static final String NOT_THERE = "This is not there, or not there any more. Please look again where you came from.";
    private static final String DONE = "This step is over: somebody has done it, or its time has passed. Please look at your list again.";
    /** The engine says so of every task that is no longer there, whatever the command. */
    private static final Pattern TASK_GONE = Pattern.compile("Cannot find task with id .*|(.*: )?task is null", Pattern.DOTALL);

    private final IdentityService identity;

    Sentences(IdentityService identity) {
        this.identity = identity;
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (Context.getCommandContext() != null || identity.getCurrentAuthentication() == null) {
            return next.execute(command);
        }
        try {
            return next.execute(command);
        } catch (RuntimeException exception) {
            throw translated(exception);
        }
    }

    private RuntimeException translated(RuntimeException exception) {
        for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return new ClientErrorException(refusal.sentence(), refusal instanceof NotFound ? Status.NOT_FOUND
                        : Status.CONFLICT, exception);
            }
            if (cause instanceof OptimisticLockingException || cause instanceof TransientDataAccessException) {
                return new ClientErrorException(SAME_MOMENT, Status.CONFLICT, exception);
            }
            if (cause instanceof DuplicateKeyException) {
                return new ClientErrorException(TWICE, Status.CONFLICT, exception);
            }
            if (cause instanceof TaskAlreadyClaimedException) {
                return new ClientErrorException(TAKEN, Status.CONFLICT, exception);
            }
            if (cause instanceof NullValueException && TASK_GONE.matcher(String.valueOf(cause.getMessage())).lookingAt()
                    || cause instanceof AuthorizationException refused && isAboutTaskThatWent(refused)) {
                return new ClientErrorException(DONE, Status.NOT_FOUND, exception);
            }
            if (cause instanceof NotFoundException || isAskedForTheRightToNothing(cause)) {
                return new ClientErrorException(NOT_THERE, Status.NOT_FOUND, exception);
            }
        }
        return exception;
    }

    /** The engine sometimes asks who may read a task before it asks whether there is one. */
    private static boolean isAskedForTheRightToNothing(Throwable cause) {
        return cause instanceof NullPointerException && cause.getStackTrace().length > 0
                && cause.getStackTrace()[0].getClassName().equals(AuthorizationCommandChecker.class.getName());
    }

    /** The right to a task goes with the task: between the engine's two looks a colleague may have done it. */
    private boolean isAboutTaskThatWent(AuthorizationException refused) {
        return refused.getMissingAuthorizations().stream()
                .filter(missing -> Resources.TASK.resourceName().equals(missing.getResourceType()) && missing.getResourceId() != null)
                .anyMatch(missing -> next.execute(context -> context.getDbEntityManager().selectById(TaskEntity.class,
                        missing.getResourceId())) == null);
    }
}
