package org.commonground.random;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a person who reads a mail or a paper would stumble over: what the machine left in it, names of others, days that cannot be. */
final class Reading {

    private static final Pattern ADDRESS = Pattern.compile("https?://\\S+");
    private static final Pattern LEFT_BEHIND = Pattern.compile("\\bnull\\b|\\$\\{|#\\{|\\[\\[|\\bth:|Optional[\\[.]|org\\.commonground"
            + "|\\b[A-Z][A-Za-z]+\\[[a-z]\\w*=|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-|\\b[A-Z]{3,}_[A-Z]{2,}\\b|\\?\\?|%[sd]\\b");
    private static final Pattern NAME = Pattern.compile("The people of [A-Z]\\w+ \\d+");
    private static final Pattern HOLDS = Pattern.compile("It holds from (\\d+ \\w+ \\d{4}) to (\\d+ \\w+ \\d{4})");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    private Reading() {
    }

    /**
     * What is wrong with a text, each as a line.
     *
     * @param names of those of whom it may speak
     * @param terms how many months the agreement may last
     */
    static List<String> faults(String text, Set<String> names, Set<Integer> terms) {
        List<String> faults = new ArrayList<>();
        String words = ADDRESS.matcher(text).replaceAll("");
        Matcher left = LEFT_BEHIND.matcher(words);
        if (left.find()) {
            faults.add("The machine left “%s” in it: %s".formatted(left.group(), around(words, left.start())));
        }
        Matcher name = NAME.matcher(words);
        while (name.find()) {
            if (!names.contains(name.group())) {
                faults.add("It speaks of %s, which has nothing to do with it: %s".formatted(name.group(), around(words, name.start())));
            }
        }
        Matcher holds = HOLDS.matcher(words);
        while (holds.find()) {
            LocalDate first = LocalDate.parse(holds.group(1), DAY);
            LocalDate last = LocalDate.parse(holds.group(2), DAY);
            if (terms.stream().noneMatch(months -> first.plusMonths(months).minusDays(1).equals(last))) {
                faults.add("“%s”, and people agreed on %s months".formatted(holds.group(), terms));
            }
        }
        return faults;
    }

    private static String around(String words, int at) {
        return words.substring(Math.max(0, at - 80), Math.min(words.length(), at + 80)).replaceAll("\\s+", " ");
    }
}
