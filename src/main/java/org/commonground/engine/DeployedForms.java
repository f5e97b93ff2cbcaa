package org.commonground.engine;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.camunda.bpm.engine.form.CamundaFormRef;
import org.camunda.bpm.engine.impl.cmd.GetCamundaFormDefinitionCmd;
import org.camunda.bpm.engine.impl.cmd.GetDeploymentResourceCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.repository.CamundaFormDefinition;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

import static java.util.Objects.requireNonNull;

/** The forms as deployed, parsed once per deployment: with the binding "deployment" a form never changes under its process. */
@Component
final class DeployedForms {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, Form> forms = new ConcurrentHashMap<>();
    private final Clock clock;

    DeployedForms(Clock clock) {
        this.clock = clock;
    }

    Form form(CamundaFormRef reference, String deploymentId) {
        return forms.computeIfAbsent(deploymentId + "/" + reference.getKey(), key -> read(load(reference, deploymentId)));
    }

    private Form read(String json) {
        FormSchema schema = FormSchema.parse(json);
        try {
            return new Form(schema, new FormCheck(schema, DeployedForms::evaluate, clock), new FormWords(JSON.readTree(json)));
        } catch (JsonProcessingException exception) {
            throw new IllegalStateException(exception);
        }
    }

    /** @param words the labels of its questions and choices */
    record Form(FormSchema schema, FormCheck check, FormWords words) {
    }

    private static Object evaluate(String feel, Map<String, Object> context) {
        return Context.getProcessEngineConfiguration().getDmnEngineConfiguration().getFeelEngine()
                .evaluateSimpleExpression(feel, Variables.fromMap(context).asVariableContext());
    }

    private static String load(CamundaFormRef reference, String deploymentId) {
        CommandContext command = Context.getCommandContext();
        CamundaFormDefinition definition = requireNonNull(
                command.runWithoutAuthorization(new GetCamundaFormDefinitionCmd(reference, deploymentId)),
                () -> "No form " + reference.getKey() + " in deployment " + deploymentId);
        ByteArrayInputStream content = (ByteArrayInputStream) command.runWithoutAuthorization(
                new GetDeploymentResourceCmd(definition.getDeploymentId(), definition.getResourceName()));
        return new String(content.readAllBytes(), StandardCharsets.UTF_8);
    }
}
