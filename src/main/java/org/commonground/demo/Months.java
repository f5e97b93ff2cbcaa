package org.commonground.demo;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Plans of a play lie ahead whenever it is played: its dates count in months from then. */
final class Months {

    private static final Pattern DATE = Pattern.compile("(begin|end) of month (\\d+)");

    private final YearMonth now;

    Months(LocalDate today) {
        this.now = YearMonth.from(today);
    }

    /** The same answer, with {@code begin of month 1} (the next one) and {@code end of month 12} as dates. */
    @SuppressWarnings("unchecked")
    <T> T dated(T answer) {
        if (answer instanceof Map<?, ?> group) {
            Map<Object, Object> dated = new LinkedHashMap<>();
            group.forEach((key, value) -> dated.put(key, dated(value)));
            return (T) dated;
        }
        if (answer instanceof List<?> list) {
            return (T) list.stream().map(this::dated).toList();
        }
        return answer instanceof String text ? (T) dated(text) : answer;
    }

    private String dated(String text) {
        Matcher date = DATE.matcher(text);
        if (!date.matches()) {
            return text;
        }
        YearMonth month = now.plusMonths(Long.parseLong(date.group(2)));
        return (date.group(1).equals("begin") ? month.atDay(1) : month.atEndOfMonth()).toString();
    }
}
