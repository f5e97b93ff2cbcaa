package org.commonground.engine;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The naming law: one phrase, the label on the box, is the stem of id, form, bean and class. */
final class Naming {

    private static final Pattern PROCESS_PACKAGE = Pattern.compile(".*\\.(\\w+)\\.process");

    private Naming() {
    }

    /** The room of a step or a machine, by its package; null where it stands in none. */
    static String room(Class<?> type) {
        Matcher matcher = PROCESS_PACKAGE.matcher(type.getPackageName());
        return matcher.matches() ? matcher.group(1) : null;
    }

    /** "Sign agreement" or {@code sign-agreement} → {@code signAgreement}. */
    static String bean(String phrase) {
        String words = Arrays.stream(phrase.trim().split("[\\s-]+"))
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining());
        return Character.toLowerCase(words.charAt(0)) + words.substring(1);
    }

    /** "All partners agreed?" or {@code sign-agreement} → {@code AllPartnersAgreed}, {@code SignAgreement}. */
    static String camel(String phrase) {
        return Arrays.stream(phrase.trim().replaceAll("[^A-Za-z0-9 -]", "").split("[\\s-]+")).filter(word -> !word.isEmpty())
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1)).collect(Collectors.joining());
    }

    /** {@code SignAgreement} → {@code sign-agreement}. */
    static String kebab(String className) {
        return className.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    /** "Sign agreement" → {@code sign-agreement}. */
    static String form(String label) {
        return label.trim().toLowerCase(Locale.ROOT).replace(' ', '-');
    }

    /** {@code sign-agreement} → "Sign agreement". */
    static String label(String form) {
        return Character.toUpperCase(form.charAt(0)) + form.substring(1).replace('-', ' ');
    }
}
