package org.commonground.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.commonground.engine.FormSchema.Group;
import org.commonground.engine.FormSchema.Part;
import org.commonground.engine.FormSchema.Question;
import org.commonground.engine.FormSchema.Rows;

/**
 * Words that somebody wrote earlier, laid over what a form shows now. What is read-only there says what the words are about, such as the
 * version of a text: where that has changed since, they answer something else and are not laid over anything.
 */
final class LaidOver {

    private LaidOver() {
    }

    /**
     * @param written by key, as the browser sends it
     * @param shown   what the sheet shows now
     * @return what the form is to show instead, by key; empty when the words are about something else
     */
    static Optional<Map<String, Object>> over(FormSchema form, Function<String, Object> shown, Map<?, ?> written) {
        try {
            return Optional.of(over(form.parts(), shown::apply, written));
        } catch (AboutSomethingElse changed) {
            return Optional.empty();
        }
    }

    private static Map<String, Object> over(List<Part> parts, Function<String, Object> shown, Map<?, ?> written) {
        Map<String, Object> laid = new LinkedHashMap<>();
        for (Part part : parts) {
            if (part instanceof Group group && group.key() == null) {
                laid.putAll(over(group.parts(), shown, written));
            } else if (written.containsKey(part.key())) {
                lay(part, shown.apply(part.key()), written.get(part.key()), laid);
            }
        }
        return laid;
    }

    /** What was emptied is laid over too; what is read-only stays as the sheet has it. */
    private static void lay(Part part, Object shown, Object written, Map<String, Object> laid) {
        if (part instanceof Rows rows) {
            laid.put(part.key(), rows(rows, FormCheck.rowsOf(shown), FormCheck.rowsOf(written)));
        } else if (part instanceof Group group) {
            Map<?, ?> before = FormCheck.mapOf(shown);
            laid.put(part.key(), merged(before, over(group.parts(), before::get, FormCheck.mapOf(written))));
        } else if (part instanceof Question question && question.readonly() != null) {
            expectSame(FormCheck.same(written, shown));
        } else if (part instanceof Question question && !question.disabled() && !(written instanceof Map)) {
            laid.put(part.key(), written);
        }
    }

    private static List<Map<String, Object>> rows(Rows rows, List<Map<?, ?>> shown, List<Map<?, ?>> written) {
        List<Map<?, ?>> left = new ArrayList<>(shown);
        List<Map<String, Object>> laid = new ArrayList<>();
        expectSame(!rows.fixed() || shown.size() == written.size());
        for (int i = 0; i < written.size(); i++) {
            Map<?, ?> row = written.get(i);
            Map<?, ?> before = rows.fixed() ? shown.get(i) : FormCheck.takeFitting(rows.parts(), row, left);
            laid.add(merged(before, over(rows.parts(), before::get, row)));
        }
        return laid;
    }

    private static Map<String, Object> merged(Map<?, ?> before, Map<String, Object> laid) {
        Map<String, Object> merged = new HashMap<>();
        before.forEach((key, value) -> merged.put(String.valueOf(key), value));
        merged.putAll(laid);
        return merged;
    }

    private static void expectSame(boolean same) {
        if (!same) {
            throw new AboutSomethingElse();
        }
    }

    private static final class AboutSomethingElse extends RuntimeException {

        AboutSomethingElse() {
            super("What these words answer has changed", null, false, false);
        }
    }
}
