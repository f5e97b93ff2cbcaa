package org.commonground.engine;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import org.commonground.engine.SentAnswer.Said;

/** Answers in the words of their form: each question's label and what was chosen or written. What was left empty is left out. */
final class FormWords {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    /** What only says which line an answer belongs to; nobody reads it in the form either. */
    private static final String MACHINE = "Field_Key";

    private final JsonNode form;

    FormWords(JsonNode form) {
        this.form = form;
    }

    /**
     * @param answers checked, by key
     * @param shown   what the sheet shows, by key
     */
    List<Said> of(Map<String, Object> answers, Function<String, Object> shown) {
        List<Said> said = new ArrayList<>();
        collect(form, answers, null, shown, said);
        return said;
    }

    private void collect(JsonNode parent, Map<?, ?> answers, String within, Function<String, Object> sheet, List<Said> said) {
        for (JsonNode part : parent.path("components")) {
            String type = part.path("type").asText();
            String path = part.path("path").asText("");
            if (type.equals("dynamiclist")) {
                collectRows(part, answers.get(path), sheet.apply(path), sheet, said);
            } else if (type.equals("group")) {
                collect(part, path.isEmpty() ? answers : FormCheck.mapOf(answers.get(path)), within, sheet, said);
            } else if (part.has("key") && !part.path("id").asText().startsWith(MACHINE)) {
                String words = words(part, answers.get(part.path("key").asText()), sheet);
                if (!words.isEmpty()) {
                    said.add(new Said(within, label(part), words));
                }
            }
        }
    }

    private void collectRows(JsonNode list, Object answers, Object shown, Function<String, Object> sheet, List<Said> said) {
        List<Map<?, ?>> rows = FormCheck.rowsOf(answers);
        for (int i = 0; i < rows.size(); i++) {
            String head = head(rows.get(i), FormCheck.at(FormCheck.rowsOf(shown), i));
            collect(list, rows.get(i), label(list) + " · " + (head == null ? i + 1 : head), sheet, said);
        }
    }

    /** What the sheet calls the row that is answered here: its first words that are no answer. Rows that people add have no name. */
    private static String head(Map<?, ?> row, Map<?, ?> shown) {
        List<?> both = row.keySet().stream().filter(key -> shown.get(key) != null).toList();
        if (both.isEmpty() || !both.stream().allMatch(key -> FormCheck.same(row.get(key), shown.get(key)))) {
            return null;
        }
        return shown.entrySet().stream().filter(one -> !row.containsKey(one.getKey()))
                .map(Map.Entry::getValue).filter(String.class::isInstance).map(String.class::cast).findFirst().orElse(null);
    }

    private static String label(JsonNode part) {
        for (String name : List.of("label", "dateLabel", "timeLabel", "key")) {
            String label = part.path(name).asText("").strip();
            if (!label.isEmpty()) {
                return label;
            }
        }
        return part.path("path").asText("");
    }

    private static String words(JsonNode question, Object answer, Function<String, Object> sheet) {
        if (answer instanceof Collection<?> several) {
            return several.stream().map(one -> words(question, one, sheet)).collect(Collectors.joining(", "));
        }
        if (answer instanceof Boolean yes) {
            return yes ? "Yes" : "";
        }
        if (answer == null) {
            return "";
        }
        String choice = choice(question, answer, sheet);
        if (choice != null) {
            return choice;
        }
        if (answer instanceof Number number) {
            BigDecimal exact = new BigDecimal(number.toString());
            return exact.stripTrailingZeros().scale() > 0 ? String.format(Locale.ENGLISH, "%,.2f", exact)
                    : String.format(Locale.ENGLISH, "%,d", exact.toBigInteger());
        }
        return question.path("type").asText().equals("datetime") ? day(answer.toString()) : answer.toString();
    }

    private static String choice(JsonNode question, Object answer, Function<String, Object> sheet) {
        for (JsonNode one : question.path("values")) {
            if (one.path("value").asText().equals(answer.toString())) {
                return one.path("label").asText();
            }
        }
        String source = question.path("valuesKey").asText("");
        return source.isEmpty() ? null : FormCheck.rowsOf(sheet.apply(source)).stream()
                .filter(one -> answer.toString().equals(String.valueOf(one.get("value"))))
                .map(one -> one.get("label")).filter(Objects::nonNull).map(Object::toString).findFirst().orElse(null);
    }

    private static String day(String text) {
        try {
            return DAY.format(LocalDate.parse(text));
        } catch (DateTimeException moment) {
            return text;
        }
    }
}
