package org.commonground.engine;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.camunda.bpm.engine.form.FormField;
import org.camunda.bpm.engine.impl.form.FormFieldImpl;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.plugin.variable.SpinValues;

/** A sheet as form fields: Tasklist asks those for its values before it asks variables. Read once, and only when somebody looks. */
final class SheetFields {

    private final Steps steps;
    private final List<String> keys;
    private final Supplier<Map<String, Object>> sheet;
    private Map<String, Object> values;

    /** @param keys of the sheet: who asks for anything else does not make it read */
    SheetFields(Steps steps, List<String> keys, Supplier<Map<String, Object>> sheet) {
        this.steps = steps;
        this.keys = keys;
        this.sheet = sheet;
    }

    Object value(String key) {
        if (!keys.contains(key)) {
            return null;
        }
        if (values == null) {
            values = sheet.get();
        }
        return values.get(key);
    }

    void addTo(List<FormField> fields) {
        for (String key : keys) {
            FormFieldImpl field = new FormFieldImpl() {
                @Override
                public TypedValue getValue() {
                    return typed(SheetFields.this.value(key));
                }
            };
            field.setId(key);
            fields.add(field);
        }
    }

    private TypedValue typed(Object value) {
        if (value == null) {
            return Variables.untypedNullValue(true);
        }
        if (value instanceof String || value instanceof Boolean || value instanceof Number) {
            return Variables.untypedValue(value, true);
        }
        return SpinValues.jsonValue(steps.write(value)).setTransient(true).create();
    }
}
