package org.commonground.engine;

import java.util.function.BiPredicate;

import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.cmd.AssignTaskCmd;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/** Notes when a person claims or assigns a task; stands before the engine's own interceptors. */
final class ClaimGuard extends CommandInterceptor {

    private final IdentityService identity;
    private final BiPredicate<TaskEntity, Authentication> mayFree;

    /** @param mayFree whether the person may free a task that somebody else holds */
    ClaimGuard(IdentityService identity, BiPredicate<TaskEntity, Authentication> mayFree) {
        this.identity = identity;
        this.mayFree = mayFree;
    }

    @Override
    public <T> T execute(Command<T> command) {
        Authentication person = identity.getCurrentAuthentication();
        boolean claims = command instanceof ClaimTaskCmd;
        if (!claims && !(command instanceof AssignTaskCmd) || person == null || person.getUserId() == null
                || Context.getCommandContext() != null) {
            return next.execute(command);
        }
        if (claims) {
            ClaimInProgress.claims(person, mayFree);
        } else {
            ClaimInProgress.assigns(person, mayFree);
        }
        try {
            return next.execute(command);
        } finally {
            ClaimInProgress.ends();
        }
    }

    /**
     * Lets a person give back the own task, or free a colleague's, with Tasklist's button, which assigns it to nobody and would need
     * the right to assign it to anybody; stands after the engine's own interceptors.
     */
    static final class GivingBack extends CommandInterceptor {

        @Override
        public <T> T execute(Command<T> command) {
            ClaimInProgress claim = ClaimInProgress.current();
            if (claim == null || !claim.isAssignment() || !(command instanceof AssignTaskCmd)) {
                return next.execute(command);
            }
            try {
                return next.execute(command);
            } catch (AuthorizationException mayNotAssign) {
                claim.onlyOwn();
                T result = Context.getCommandContext().runWithoutAuthorization(() -> next.execute(command));
                if (!claim.wasAsked()) {
                    // A free task to nobody: no change, so nobody judged it.
                    throw mayNotAssign;
                }
                return result;
            }
        }
    }
}
