package org.commonground.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.camunda.bpm.engine.form.CamundaFormRef;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.json.SpinJsonNode;
import org.camunda.spin.plugin.variable.value.JsonValue;
import org.commonground.engine.Submissions.Checked;
import org.commonground.foundation.Refusal;

/**
 * Stands behind every form: what a browser sends is checked against the deployed form before anything else happens. What is
 * not a field of the form does not pass, whatever its name.
 */
final class FormGuard {

    private final Steps steps;
    private final DeployedForms forms;

    FormGuard(Steps steps, DeployedForms forms) {
        this.steps = steps;
        this.forms = forms;
    }

    /**
     * @param shown live values of the sheet by key
     * @return every input key of the form with its checked value, and the same in words
     */
    Checked check(CamundaFormRef form, String deploymentId, VariableMap submitted, Function<String, Object> shown) {
        if (form == null) {
            Refusal.unless(submitted.isEmpty(), "Nothing can be filled in here. Please just complete the step.");
            return new Checked(Map.of(), List.of());
        }
        DeployedForms.Form deployed = forms.form(form, deploymentId);
        Map<String, Object> answers = deployed.check().check(plain(submitted), shown);
        return new Checked(answers, deployed.words().of(answers, shown));
    }

    private Map<String, Object> plain(VariableMap submitted) {
        Map<String, Object> values = new HashMap<>();
        for (String key : submitted.keySet()) {
            values.put(key, plain(key, submitted.getValueTyped(key)));
        }
        return values;
    }

    private Object plain(String key, TypedValue typed) {
        if (typed instanceof JsonValue json) {
            try {
                return steps.read(json.getValueSerialized());
            } catch (JsonProcessingException exception) {
                throw unreadable(key);
            }
        }
        Object value = typed == null ? null : typed.getValue();
        if (value == null || value instanceof String || value instanceof Boolean || value instanceof Number
                || value instanceof List || value instanceof Map) {
            return value;
        }
        if (value instanceof SpinJsonNode node) {
            try {
                return steps.read(node.toString());
            } catch (JsonProcessingException exception) {
                throw unreadable(key);
            }
        }
        throw unreadable(key);
    }

    private static Refusal unreadable(String key) {
        return new Refusal("What was sent for “" + key + "” cannot be read. Please open the form again and fill it in there.");
    }

}
