package org.commonground.learning;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.commonground.foundation.SameName;

/** The words by which a lesson is found: whole ones, folded as names are, never reduced to a stem. */
final class LessonWords {

    /** Marks belong to the letter before them: without them words of Hindi fall apart. */
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");
    private static final int LONGEST = 80;

    private LessonWords() {
    }

    /** Each once, in their order. */
    static Set<String> of(String text) {
        return in(SameName.key(text)).map(found -> shortened(found.group()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Where each stands, as often as it does. */
    static Stream<MatchResult> in(String text) {
        return WORD.matcher(text).results();
    }

    private static String shortened(String word) {
        return word.length() <= LONGEST ? word : word.substring(0, LONGEST);
    }
}
