package org.commonground.engine;

import java.util.Set;

import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.management.ProcessDefinitionStatisticsQuery;

/**
 * Every way into a running case other than its forms is closed to persons. A person is whoever calls from outside with a login;
 * jobs, start-up and code that already runs inside a command pass.
 */
final class Doors extends CommandInterceptor {

    /** By simple name, since some of these commands are not public; a test proves that each name exists. */
    static final Set<String> CLOSED = Set.of(
            "CompleteTaskCmd", "ResolveTaskCmd", "DelegateTaskCmd", "DeleteTaskCmd",
            "SetTaskVariablesCmd", "PatchTaskVariablesCmd", "RemoveTaskVariablesCmd",
            "SetExecutionVariablesCmd", "PatchExecutionVariablesCmd", "RemoveExecutionVariablesCmd",
            "HandleTaskBpmnErrorCmd", "HandleTaskEscalationCmd",
            "CreateAttachmentCmd", "SaveAttachmentCmd", "DeleteAttachmentCmd", "GetAttachmentCmd", "GetAttachmentContentCmd",
            "GetTaskAttachmentCmd", "GetTaskAttachmentContentCmd", "GetTaskAttachmentsCmd", "GetProcessInstanceAttachmentsCmd",
            "AddCommentCmd", "UpdateCommentCmd", "DeleteTaskCommentCmd", "DeleteProcessInstanceCommentCmd",
            "GetRenderedTaskFormCmd", "GetRenderedStartFormCmd",
            "GetTaskCommentCmd", "GetTaskCommentsCmd", "GetProcessInstanceCommentsCmd", "GetTaskEventsCmd",
            "StartProcessInstanceCmd", "StartProcessInstanceAtActivitiesCmd", "RestartProcessInstancesCmd",
            "CorrelateMessageCmd", "CorrelateAllMessageCmd", "MessageEventReceivedCmd", "SignalEventReceivedCmd", "SignalCmd",
            "ModifyProcessInstanceCmd", "ModifyProcessInstanceAsyncCmd", "EvaluateStartConditionCmd");

    private final IdentityService identity;
    private final AuthorizationService authorizations;

    Doors(IdentityService identity, AuthorizationService authorizations) {
        this.identity = identity;
        this.authorizations = authorizations;
    }

    @Override
    public <T> T execute(Command<T> command) {
        Authentication person = identity.getCurrentAuthentication();
        if (person != null && Context.getCommandContext() == null) {
            if (CLOSED.contains(command.getClass().getSimpleName())) {
                throw new AuthorizationException("This is done with the form of the step only.");
            }
            if (command instanceof ProcessDefinitionStatisticsQuery && !worksInCockpit(person)) {
                throw new AuthorizationException("How many cases there are is for those only who work in Cockpit.");
            }
        }
        return next.execute(command);
    }

    /** The engine counts the cases of everybody for whoever may look at a diagram. */
    private boolean worksInCockpit(Authentication person) {
        return authorizations.isUserAuthorized(person.getUserId(), person.getGroupIds(), Permissions.ACCESS,
                Resources.APPLICATION, "cockpit");
    }
}
