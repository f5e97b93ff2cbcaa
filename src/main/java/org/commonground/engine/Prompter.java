package org.commonground.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.springframework.util.function.SingletonSupplier;

/**
 * Helps with the answers that depend on what a form shows: a text that begins with {@code pick: } picks the choice of that label;
 * {@code as shown} leaves a field as it is; {@code {each: {…}, but: {2: {…}}}} leaves a list as it is and fills these fields in each
 * row, those in the second. Everything else is said as it stands.
 */
final class Prompter {

    private static final String PICK = "pick: ";
    private static final String AS_SHOWN = "as shown";
    private static final String EACH = "each";
    private static final String BUT = "but";

    private final ProcessEngine engine;
    private final Task task;
    private final Supplier<Map<String, Object>> shown;
    private final Supplier<Map<String, Object>> choices;

    /** @param shown what the form shows; many answers do not depend on it, and reading it takes as long as answering */
    Prompter(ProcessEngine engine, Task task, Supplier<Map<String, Object>> shown) {
        this.engine = engine;
        this.task = task;
        this.shown = SingletonSupplier.of(shown);
        this.choices = SingletonSupplier.of(() -> choices(this.shown.get()));
    }

    Map<String, Object> filled(Map<String, Object> answers) {
        Map<String, Object> filled = new LinkedHashMap<>();
        answers.forEach((key, answer) -> filled.put(key, picked(filled(key, answer))));
        return filled;
    }

    private Object filled(String key, Object answer) {
        if (AS_SHOWN.equals(answer)) {
            return shown.get().get(key);
        }
        if (!(answer instanceof Map<?, ?> rule) || !rule.containsKey(EACH)) {
            return answer;
        }
        // A script's numbers of rows are texts once they were read.
        Map<String, Object> exceptions = new HashMap<>();
        if (rule.get(BUT) instanceof Map<?, ?> but) {
            but.forEach((nr, exception) -> exceptions.put(String.valueOf(nr), exception));
        }
        List<Map<String, Object>> rows = new ArrayList<>();
        Set<String> columns = columns(key);
        for (Object row : (List<?>) shown.get().get(key)) {
            Map<String, Object> filled = new LinkedHashMap<>();
            columns.forEach(column -> filled.put(column, ((Map<?, ?>) row).get(column)));
            ((Map<?, ?>) rule.get(EACH)).forEach((column, value) -> filled.put((String) column, value));
            if (exceptions.remove(String.valueOf(rows.size() + 1)) instanceof Map<?, ?> exception) {
                exception.forEach((column, value) -> filled.put((String) column, value));
            }
            rows.add(filled);
        }
        if (!exceptions.isEmpty()) {
            throw new IllegalStateException("“" + key + "” has " + rows.size() + " rows, and none for " + exceptions.keySet());
        }
        return rows;
    }

    /** What a row of this list asks for; what it only shows is not handed in. */
    private Set<String> columns(String list) {
        try (InputStream form = engine.getFormService().getDeployedTaskForm(task.getId())) {
            return FormSchema.parse(new String(form.readAllBytes(), StandardCharsets.UTF_8)).parts().stream()
                    .flatMap(Prompter::unfolded).filter(part -> part instanceof FormSchema.Rows rows && rows.key().equals(list))
                    .map(part -> FormSchema.inputKeys(((FormSchema.Rows) part).parts())).findFirst().orElseThrow();
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    /** Lists stand in folded groups too. */
    private static Stream<FormSchema.Part> unfolded(FormSchema.Part part) {
        return part instanceof FormSchema.Group group ? group.parts().stream().flatMap(Prompter::unfolded) : Stream.of(part);
    }

    /** What can be picked in the form now: label → value. */
    private static Map<String, Object> choices(Map<String, Object> shown) {
        Map<String, Object> choices = new HashMap<>();
        for (Object value : shown.values()) {
            if (value instanceof List<?> list) {
                list.stream().filter(choice -> choice instanceof Map<?, ?> pair && pair.containsKey("label") && pair.containsKey("value"))
                        .forEach(choice -> choices.put((String) ((Map<?, ?>) choice).get("label"), ((Map<?, ?>) choice).get("value")));
            }
        }
        return choices;
    }

    private Object picked(Object answer) {
        if (answer instanceof Map<?, ?> group) {
            Map<String, Object> picked = new LinkedHashMap<>();
            group.forEach((key, value) -> picked.put((String) key, picked(value)));
            return picked;
        }
        if (answer instanceof List<?> list) {
            List<Object> picked = new ArrayList<>();
            list.forEach(element -> picked.add(picked(element)));
            return picked;
        }
        if (answer instanceof String text && text.startsWith(PICK)) {
            String label = text.substring(PICK.length());
            if (!choices.get().containsKey(label)) {
                throw new IllegalStateException("No choice “" + label + "” among " + choices.get().keySet());
            }
            return choices.get().get(label);
        }
        return answer;
    }
}
