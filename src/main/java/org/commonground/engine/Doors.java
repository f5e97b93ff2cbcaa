package org.commonground.engine;

import java.util.Set;

import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/**
 * Every way into a running case other than its forms is closed to persons. A person is whoever calls from outside with a login;
 * jobs, start-up and code that already runs inside a command pass.
 */
final class Doors extends CommandInterceptor {

    /** By simple name, since some of these commands are not public; a test proves that each name exists. */
    static final Set<String> CLOSED = Set.of(
            "CompleteTaskCmd", "ResolveTaskCmd", "DelegateTaskCmd",
            "SetTaskVariablesCmd", "PatchTaskVariablesCmd", "RemoveTaskVariablesCmd",
            "SetExecutionVariablesCmd", "PatchExecutionVariablesCmd", "RemoveExecutionVariablesCmd",
            "HandleTaskBpmnErrorCmd", "HandleTaskEscalationCmd",
            "CreateAttachmentCmd", "SaveAttachmentCmd", "DeleteAttachmentCmd", "GetAttachmentCmd", "GetAttachmentContentCmd",
            "GetTaskAttachmentCmd", "GetTaskAttachmentContentCmd", "GetTaskAttachmentsCmd", "GetProcessInstanceAttachmentsCmd",
            "AddCommentCmd", "UpdateCommentCmd", "DeleteTaskCommentCmd", "DeleteProcessInstanceCommentCmd",
            "GetTaskCommentCmd", "GetTaskCommentsCmd", "GetProcessInstanceCommentsCmd", "GetTaskEventsCmd",
            "StartProcessInstanceCmd", "StartProcessInstanceAtActivitiesCmd", "RestartProcessInstancesCmd",
            "CorrelateMessageCmd", "CorrelateAllMessageCmd", "MessageEventReceivedCmd", "SignalEventReceivedCmd", "SignalCmd",
            "ModifyProcessInstanceCmd", "ModifyProcessInstanceAsyncCmd", "EvaluateStartConditionCmd");

    private final IdentityService identity;

    Doors(IdentityService identity) {
        this.identity = identity;
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (CLOSED.contains(command.getClass().getSimpleName()) && Context.getCommandContext() == null
                && identity.getCurrentAuthentication() != null) {
            throw new AuthorizationException("This is done with the form of the step only.");
        }
        return next.execute(command);
    }
}
