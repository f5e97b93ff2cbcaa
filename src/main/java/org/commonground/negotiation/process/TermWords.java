package org.commonground.negotiation.process;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.commonground.negotiation.Terms;

/** How terms that are lists stand in the fields of a form. */
final class TermWords {

    private TermWords() {
    }

    /** The lines that say something. */
    static List<String> lines(String text) {
        return text == null ? List.of() : text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    /** None where they were not asked. */
    static List<Integer> rungs(Integer... days) {
        return Stream.of(days).filter(Objects::nonNull).toList();
    }

    static Integer rung(Terms terms, int nr) {
        return nr < terms.ladderDays().size() ? terms.ladderDays().get(nr) : null;
    }
}
