package org.commonground.engine;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.camunda.bpm.engine.form.CamundaFormRef;
import org.camunda.bpm.engine.impl.cmd.GetCamundaFormDefinitionCmd;
import org.camunda.bpm.engine.impl.cmd.GetDeploymentResourceCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.repository.CamundaFormDefinition;
import org.camunda.bpm.engine.variable.Variables;

import static java.util.Objects.requireNonNull;

/** The forms as deployed, parsed once per deployment: with the binding "deployment" a form never changes under its process. */
final class DeployedForms {

    private final Map<String, FormCheck> checks = new ConcurrentHashMap<>();
    private final Clock clock;

    DeployedForms(Clock clock) {
        this.clock = clock;
    }

    FormCheck check(CamundaFormRef reference, String deploymentId) {
        return checks.computeIfAbsent(deploymentId + "/" + reference.getKey(),
                key -> new FormCheck(load(reference, deploymentId), DeployedForms::evaluate, clock));
    }

    private static Object evaluate(String feel, Map<String, Object> context) {
        return Context.getProcessEngineConfiguration().getDmnEngineConfiguration().getFeelEngine()
                .evaluateSimpleExpression(feel, Variables.fromMap(context).asVariableContext());
    }

    private static FormSchema load(CamundaFormRef reference, String deploymentId) {
        CommandContext command = Context.getCommandContext();
        CamundaFormDefinition definition = requireNonNull(
                command.runWithoutAuthorization(new GetCamundaFormDefinitionCmd(reference, deploymentId)),
                () -> "No form " + reference.getKey() + " in deployment " + deploymentId);
        ByteArrayInputStream content = (ByteArrayInputStream) command.runWithoutAuthorization(
                new GetDeploymentResourceCmd(definition.getDeploymentId(), definition.getResourceName()));
        return FormSchema.parse(new String(content.readAllBytes(), StandardCharsets.UTF_8));
    }
}
