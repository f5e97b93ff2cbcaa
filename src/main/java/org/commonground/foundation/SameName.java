package org.commonground.foundation;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** When two names that people typed mean the same, in whatever language the machine runs. */
public final class SameName {

    /** Before NFKC too: it would take an acute accent that stands for a quote apart, into a blank and a mark. */
    private static final Pattern QUOTES = Pattern.compile("[\"'`´‘’‚‛“”„‟«»‹›ʹʺʻʼʽ′″‵‶]");
    /** What has no width: formats, joiners, fillers and selectors of a variant. */
    private static final Pattern INVISIBLE =
            Pattern.compile("[\\p{Cf}\\u034F\\u115F\\u1160\\u17B4\\u17B5\\u180B-\\u180D\\u3164\\uFE00-\\uFE0F]");
    private static final Pattern BLANKS = Pattern.compile("[\\p{Z}\\p{Cc}\\u2800]+");

    private SameName() {
    }

    /**
     * Equal for two names that are the same: after NFKC, without invisible characters, blanks as one, quotes as one, case folded. Up and
     * down again, since some letters have a capital that only their pair has, as ß has SS.
     */
    public static String key(String name) {
        String plain = QUOTES.matcher(compatible(QUOTES.matcher(name).replaceAll("'"))).replaceAll("'");
        String seen = BLANKS.matcher(INVISIBLE.matcher(plain).replaceAll("")).replaceAll(" ").strip();
        return compatible(seen.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT));
    }

    private static String compatible(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }
}
