package org.commonground.engine;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.commonground.engine.AnswerKind.Asked;
import org.commonground.engine.FormSchema.Group;
import org.commonground.engine.FormSchema.Part;
import org.commonground.engine.FormSchema.Question;
import org.commonground.engine.FormSchema.Rows;
import org.commonground.foundation.Refusal;

/**
 * Holds what was submitted against the form it was submitted with. The browser checks the same to be kind; whoever sends
 * requests by hand is checked only here.
 */
final class FormCheck {

    private static final int MOST_ROWS = 200;
    private static final int MOST_VALUES = 20_000;
    private static final int DEEPEST = 8;
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    /** Evaluates FEEL. */
    @FunctionalInterface
    interface Feel {
        Object evaluate(String expression, Map<String, Object> context);
    }

    private final FormSchema form;
    private final Feel feel;
    private final Clock clock;

    FormCheck(FormSchema form, Feel feel, Clock clock) {
        this.form = form;
        this.feel = feel;
        this.clock = clock;
    }

    /**
     * The clean answers: every input key of the form, in its order, with a plain value. What was left empty is null, or an empty
     * list where several are asked; text loses the white space around it and nothing else; rows that were left empty are dropped.
     *
     * @param submitted plain Java: text, numbers, booleans, null, lists, maps
     * @param shown     what the sheet shows now, as plain Java
     * @throws Refusal with one sentence about the first thing that is wrong
     */
    Map<String, Object> check(Map<String, Object> submitted, Function<String, Object> shown) {
        submitted.forEach((key, value) -> demandPlain(value, labelOf(key)));
        return new Walk(shown).through(form.parts(), submitted, shown, seen(form.parts(), submitted, shown, name -> null), "", false);
    }

    /** One submission on its way through the form. */
    private final class Walk {

        private final Function<String, Object> sheet;

        Walk(Function<String, Object> sheet) {
            this.sheet = sheet;
        }

        /**
         * @param given what was submitted for these parts
         * @param shown what the sheet shows for these parts
         * @param seen  what conditions see
         */
        Map<String, Object> through(List<Part> parts, Map<?, ?> given, Function<String, Object> shown, Function<String, Object> seen,
                                    String where, boolean hidden) {
            demandKnown(parts, given, where);
            Map<String, Object> answers = new LinkedHashMap<>();
            through(parts, given, shown, seen, where, hidden, answers);
            return answers;
        }

        private void through(List<Part> parts, Map<?, ?> given, Function<String, Object> shown, Function<String, Object> seen,
                             String where, boolean hidden, Map<String, Object> answers) {
            for (Part part : parts) {
                boolean gone = hidden || holds(part.hide(), seen);
                Asked asked = new Asked(where, part.label(), sheet, clock);
                if (part instanceof Group group && group.key() == null) {
                    through(group.parts(), given, shown, seen, where, gone, answers);
                } else if (part instanceof Group group) {
                    answers.put(group.key(), answer(group, given.get(group.key()), mapOf(shown.apply(group.key())), seen, asked, gone));
                } else if (part instanceof Rows rows) {
                    answers.put(rows.key(), answer(rows, given.get(rows.key()), shown.apply(rows.key()), seen, asked, gone));
                } else if (part instanceof Question question) {
                    Object answer = answer(question, given.get(question.key()), shown.apply(question.key()), seen, asked, gone);
                    if (!question.disabled()) {
                        answers.put(question.key(), answer);
                    }
                }
            }
        }

        private Object answer(Question question, Object given, Object shown, Function<String, Object> seen, Asked asked, boolean hidden) {
            AnswerKind kind = question.kind();
            if (hidden || question.disabled()) {
                if (!empty(given)) {
                    throw asked.refusal("is not asked here: please reload the page and answer again.");
                }
                return kind.nothing();
            }
            if (holds(question.readonly(), seen)) {
                if (!same(given, shown)) {
                    throw asked.refusal("has changed since you opened this page: please reload it and look again.");
                }
                return empty(shown) ? kind.nothing() : shown;
            }
            Object answer = empty(given) ? kind.nothing() : kind.read(given, asked);
            if (question.required() && !kind.answers(answer)) {
                throw asked.refusal(kind.missing());
            }
            return answer;
        }

        private Object answer(Group group, Object given, Map<?, ?> shown, Function<String, Object> seen, Asked asked, boolean hidden) {
            if (!empty(given) && !(given instanceof Map)) {
                throw asked.refusal("takes a group of answers.");
            }
            return through(group.parts(), mapOf(given), shown::get, seen, asked.where(), hidden);
        }

        private Object answer(Rows rows, Object given, Object shown, Function<String, Object> seen, Asked asked, boolean hidden) {
            if (hidden) {
                if (!empty(given)) {
                    throw asked.refusal("is not asked here: please reload the page and answer again.");
                }
                return List.of();
            }
            if (!empty(given) && !(given instanceof List)) {
                throw asked.refusal("takes a list.");
            }
            List<?> sent = empty(given) ? List.of() : (List<?>) given;
            List<Map<?, ?>> left = rowsOf(shown);
            if (rows.fixed()) {
                int expected = shown instanceof List ? left.size() : rows.atFirst();
                if (sent.isEmpty()) {
                    sent = Collections.nCopies(expected, null);
                } else if (sent.size() != expected) {
                    throw asked.refusal("has changed since you opened this page: please reload it and answer again.");
                }
            } else if (sent.size() > MOST_ROWS) {
                throw asked.refusal("takes at most " + MOST_ROWS + " rows.");
            }
            List<Object> answers = new ArrayList<>();
            for (int i = 0; i < sent.size(); i++) {
                String where = "%s“%s”, row %d: ".formatted(asked.where(), rows.label(), i + 1);
                if (sent.get(i) != null && !(sent.get(i) instanceof Map)) {
                    throw new Refusal(where + "this is no row of the list.");
                }
                Map<?, ?> row = mapOf(sent.get(i));
                Map<?, ?> prefilled = rows.fixed() ? at(left, i) : takeFitting(rows.parts(), row, left);
                Function<String, Object> seenInRow = seen(rows.parts(), row, prefilled::get, seen);
                Map<String, Object> answer = through(rows.parts(), row, prefilled::get, seenInRow, where, false);
                if (rows.fixed() || answer.values().stream().anyMatch(FormCheck::says)) {
                    answers.add(answer);
                }
            }
            return answers;
        }
    }

    /** The shown row that this one came from: equal in all that cannot be changed. Rows may have been removed before it. */
    static Map<?, ?> takeFitting(List<Part> parts, Map<?, ?> row, List<Map<?, ?>> left) {
        for (Map<?, ?> candidate : left) {
            boolean fits = parts.stream().allMatch(part -> !(part instanceof Question question) || question.readonly() == null
                    || same(row.get(question.key()), candidate.get(question.key())));
            if (fits) {
                left.remove(candidate);
                return candidate;
            }
        }
        return Map.of();
    }

    private boolean holds(String condition, Function<String, Object> seen) {
        if (condition == null || condition.equals("true")) {
            return condition != null;
        }
        Map<String, Object> context = new HashMap<>();
        Matcher names = NAME.matcher(condition);
        while (names.find()) {
            context.put(names.group(), seen.apply(names.group()));
        }
        try {
            return Boolean.TRUE.equals(feel.evaluate(condition, context));
        } catch (RuntimeException unanswerable) {
            // The browser, too, shows what it cannot decide to hide.
            return false;
        }
    }

    /**
     * What a condition sees, as in the browser: what was submitted, then what is shown. The browser leaves out what it hides, so
     * a question without an answer is null even if the sheet would prefill it.
     */
    private static Function<String, Object> seen(List<Part> parts, Map<?, ?> given, Function<String, Object> shown,
                                                 Function<String, Object> around) {
        Set<String> asked = FormSchema.inputKeys(parts);
        return name -> {
            if (asked.contains(name)) {
                return given.get(name);
            }
            Object value = shown.apply(name);
            return value == null ? around.apply(name) : value;
        };
    }

    private static void demandKnown(List<Part> parts, Map<?, ?> given, String where) {
        for (Object key : given.keySet()) {
            if (find(parts, key) == null) {
                throw new Refusal(where + "“" + quotable(key) + "” is not asked by this form: please reload the page and answer again.");
            }
        }
    }

    private String labelOf(Object key) {
        Part part = find(form.parts(), key);
        return part == null ? quotable(key) : part.label();
    }

    private static Part find(List<Part> parts, Object key) {
        for (Part part : parts) {
            if (part.key() != null && part.key().equals(key)) {
                return part;
            }
            Part within = part.key() == null ? find(((Group) part).parts(), key) : null;
            if (within != null) {
                return within;
            }
        }
        return null;
    }

    /** A stranger's word, fit to be repeated in a sentence. */
    private static String quotable(Object key) {
        String text = String.valueOf(key).replaceAll("[^\\p{L}\\p{N} ._-]", "·");
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }

    /** Before anything looks at it: only plain Java, not endlessly deep or wide. */
    static void demandPlain(Object value, String label) {
        if (!plain(value, DEEPEST, new int[]{MOST_VALUES})) {
            throw new Refusal("“" + label + "” did not arrive in a form that can be read: please reload the page and answer again.");
        }
    }

    private static boolean plain(Object value, int depth, int[] left) {
        if (depth == 0 || --left[0] < 0) {
            return false;
        }
        if (value instanceof Number number) {
            return AnswerKind.Figure.exact(number) != null;
        }
        if (value instanceof List<?> list) {
            return list.stream().allMatch(element -> plain(element, depth - 1, left));
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream().allMatch(entry -> entry.getKey() instanceof String && plain(entry.getValue(), depth - 1, left));
        }
        return value == null || value instanceof String || value instanceof Boolean;
    }

    static boolean empty(Object value) {
        return value == null || "".equals(value)
                || value instanceof List<?> list && list.isEmpty()
                || value instanceof Map<?, ?> map && map.isEmpty();
    }

    /** Whether an answer within a row says anything. */
    private static boolean says(Object answer) {
        return answer instanceof Map<?, ?> group ? group.values().stream().anyMatch(FormCheck::says)
                : !empty(answer) && !Boolean.FALSE.equals(answer);
    }

    static boolean same(Object given, Object shown) {
        if (empty(given) || empty(shown)) {
            return empty(given) && empty(shown);
        }
        if (given instanceof Number number && shown instanceof Number other) {
            return AnswerKind.Figure.exact(number).compareTo(AnswerKind.Figure.exact(other)) == 0;
        }
        if (given instanceof String text && shown instanceof String other) {
            return text.replace("\r\n", "\n").equals(other.replace("\r\n", "\n"));
        }
        return given.equals(shown);
    }

    static Map<?, ?> mapOf(Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    static List<Map<?, ?>> rowsOf(Object value) {
        List<Map<?, ?>> rows = new ArrayList<>();
        if (value instanceof List<?> list) {
            list.forEach(row -> rows.add(mapOf(row)));
        }
        return rows;
    }

    static Map<?, ?> at(List<Map<?, ?>> rows, int index) {
        return index < rows.size() ? rows.get(index) : Map.of();
    }
}
