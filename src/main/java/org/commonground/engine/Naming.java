package org.commonground.engine;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The naming law: one phrase, the label on the box, is the stem of id, form, bean and class. */
final class Naming {

    private Naming() {
    }

    /** "Sign agreement" or {@code sign-agreement} → {@code signAgreement}. */
    static String bean(String phrase) {
        String words = Arrays.stream(phrase.trim().split("[\\s-]+"))
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining());
        return Character.toLowerCase(words.charAt(0)) + words.substring(1);
    }

    /** {@code SignAgreement} → {@code sign-agreement}. */
    static String kebab(String className) {
        return className.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
