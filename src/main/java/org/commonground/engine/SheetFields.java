package org.commonground.engine;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

import org.camunda.bpm.engine.form.FormField;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.form.FormFieldImpl;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.plugin.variable.SpinValues;
import org.springframework.util.function.SingletonSupplier;

/** A sheet as form fields: Tasklist asks those for its values before it asks variables. Read once, and only when somebody looks. */
final class SheetFields {

    private final Steps steps;
    private final List<String> keys;
    private final Supplier<Map<String, Object>> heading;
    private final Supplier<Map<String, Object>> sheet;

    SheetFields(Steps steps, String form, StepContext context) {
        this.steps = steps;
        this.keys = steps.shownKeys(form);
        this.heading = once(() -> steps.headingValues(context));
        this.sheet = once(() -> steps.shown(form, context));
    }

    /** Rooms are asked in the name of the house: what they show, they show to whoever may open the form. */
    private static Supplier<Map<String, Object>> once(Callable<Map<String, Object>> question) {
        return SingletonSupplier.of(() -> Context.getCommandContext().runWithoutAuthorization(question));
    }

    Object value(String key) {
        if (!keys.contains(key)) {
            return null;
        }
        Object value = (Steps.isHeading(key) ? heading : sheet).get().get(key);
        return value instanceof Supplier<?> late ? Context.getCommandContext().runWithoutAuthorization(late::get) : value;
    }

    /** @param laid what is to be seen instead of what the sheet shows, by key */
    void addTo(List<FormField> fields, Map<String, Object> laid) {
        Set<String> all = new LinkedHashSet<>(keys);
        all.addAll(laid.keySet());
        for (String key : all) {
            FormFieldImpl field = new FormFieldImpl() {
                @Override
                public TypedValue getValue() {
                    return typed(laid.containsKey(key) ? laid.get(key) : SheetFields.this.value(key));
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
