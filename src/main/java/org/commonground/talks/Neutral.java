package org.commonground.talks;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;
import java.util.regex.Pattern;

import org.commonground.foundation.Refusal;

/** Somebody from outside, known by a name that several people write. */
record Neutral(String name) {

    /** Whether two mean the same, however they write it. */
    boolean isSameAs(Neutral other) {
        return folded(name).equals(folded(other.name));
    }

    /** Refused where the name of a side, or of somebody who belongs to it, is part of it. */
    void expectNoneOf(Collection<String> names) {
        String whole = folded(name);
        Refusal.unless(names.stream().map(Neutral::folded).noneMatch(one -> Pattern.compile(
                "(?<![\\p{L}\\p{N}])" + Pattern.quote(one) + "(?![\\p{L}\\p{N}])").matcher(whole).find()),
                "Nobody helps or decides in a case of their own: please name somebody who belongs to no side.");
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\p{Cf}", "").replaceAll("[\\p{Z}\\s]+", " ").strip()
                .toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }
}
