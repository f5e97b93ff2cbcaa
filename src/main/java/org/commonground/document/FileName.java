package org.commonground.document;

import java.text.Normalizer;
import java.util.Locale;

/** Names for files that people take home. */
public final class FileName {

    private static final int LONGEST = 120;

    private FileName() {
    }

    /** The last part of what somebody's machine calls a file, without its ending: where it lay there is nobody's business. */
    public static String withoutPlace(String given) {
        String last = last(given);
        String ending = endingOf(last);
        String plain = ending.isEmpty() ? last : last.substring(0, last.length() - ending.length() - 1);
        return of(plain, "x").replaceFirst("\\.x$", "");
    }

    /** In small letters and without the dot; empty where there is none. */
    public static String endingOf(String given) {
        String last = last(given);
        int dot = last.lastIndexOf('.');
        String ending = dot < 1 ? "" : last.substring(dot + 1).strip().toLowerCase(Locale.ROOT);
        return ending.matches("[a-z0-9]{1,8}") ? ending : "";
    }

    private static String last(String given) {
        String name = given == null ? "" : Normalizer.normalize(given, Normalizer.Form.NFC).replace('\\', '/');
        return name.substring(name.lastIndexOf('/') + 1).strip();
    }

    /** The words as a file name: what a disk or a header could take for something else becomes a blank. */
    public static String of(String words, String ending) {
        String plain = words.replaceAll("[\\p{Cntrl}\\p{Cf}\\\\/:*?\"<>|%;]", " ").replaceAll("\\s+", " ").strip();
        int points = plain.codePointCount(0, plain.length());
        String name = points <= LONGEST ? plain : plain.substring(0, plain.offsetByCodePoints(0, LONGEST - 1)).strip() + "…";
        return (name.isEmpty() || name.startsWith(".") ? "document" + name : name) + "." + ending;
    }
}
