package org.commonground.demo;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A play may be played on any day: its dates count in months from then, or from its beginning. */
final class Months {

    private static final Pattern DATE = Pattern.compile("(begin|end) of month (\\d+)");
    private static final String TODAY = "today";

    private final YearMonth first;

    Months(LocalDate first) {
        this.first = YearMonth.from(first);
    }

    /** The same answer, with {@code today}, {@code begin of month 1} (the one after the first) and {@code end of month 12} as dates. */
    @SuppressWarnings("unchecked")
    <T> T dated(T answer, LocalDate today) {
        if (answer instanceof Map<?, ?> group) {
            Map<Object, Object> dated = new LinkedHashMap<>();
            group.forEach((key, value) -> dated.put(key, dated(value, today)));
            return (T) dated;
        }
        if (answer instanceof List<?> list) {
            return (T) list.stream().map(element -> dated(element, today)).toList();
        }
        return answer instanceof String text ? (T) date(text, today) : answer;
    }

    private String date(String text, LocalDate today) {
        Matcher counted = DATE.matcher(text);
        if (!counted.matches()) {
            return text.equals(TODAY) ? today.toString() : text;
        }
        YearMonth month = first.plusMonths(Long.parseLong(counted.group(2)));
        return (counted.group(1).equals("begin") ? month.atDay(1) : month.atEndOfMonth()).toString();
    }
}
