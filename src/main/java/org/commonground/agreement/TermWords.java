package org.commonground.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.commonground.negotiation.ConsentRule;
import org.commonground.negotiation.DecisionRule;
import org.commonground.negotiation.Terms;

/** The typed terms as the agreement prints them: one line each, those that are not agreed left out. */
final class TermWords {

    private static final String DURATION = "Duration";

    private final List<List<String>> rows = new ArrayList<>();

    static List<List<String>> rows(Terms terms) {
        TermWords words = new TermWords();
        words.row("How the partners decide", terms.decisionRule(), DecisionRule::label);
        words.row("Meetings of the partners", terms.meetingsPerYear(), times -> times + " a year");
        words.row("Reports", terms.reportingIntervalMonths(), TermWords::every);
        words.row("Review of the work and of the partnership", terms.reviewIntervalMonths(), TermWords::every);
        words.row("Languages", terms.languages(), Function.identity());
        words.row("Channel of information", terms.channel(), Function.identity());
        words.row("Learning cycle", terms.learningCycleMonths(), TermWords::every);
        words.row("Consultation", terms.consultationIntervalMonths(), TermWords::every);
        words.row("Indicators of trust", terms.trustIndicators(), list -> String.join("; ", list));
        words.row("Steps in a conflict", terms.ladderDays(), days -> capitalised(terms.ladderInWords()));
        words.row("Mediator", terms.mediator(), Function.identity());
        words.row(DURATION, terms.durationMonths(), TermWords::months);
        words.row("Notice before leaving", terms.noticeMonths(), TermWords::months);
        words.row("Consent when somebody joins", terms.consentToJoin(), ConsentRule::label);
        words.row("Renewal", terms.renewal(), one -> terms.renewalMonths() == null ? one.label()
                : "Proposed %s before the term ends".formatted(months(terms.renewalMonths())));
        return List.copyOf(words.rows);
    }

    /** How many months it lasts, read from these rows. */
    static Optional<Integer> duration(List<List<String>> rows) {
        return rows.stream().filter(row -> row.get(0).equals(DURATION)).map(row -> Integer.valueOf(row.get(1).split(" ")[0])).findFirst();
    }

    private <T> void row(String rule, T value, Function<T, String> inWords) {
        if (value != null && !(value instanceof List<?> list && list.isEmpty())) {
            rows.add(List.of(rule, inWords.apply(value)));
        }
    }

    private static String every(int months) {
        return months == 1 ? "Every month" : "Every %d months".formatted(months);
    }

    private static String months(int months) {
        return months == 1 ? "1 month" : months + " months";
    }

    private static String capitalised(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
