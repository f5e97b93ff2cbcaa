package org.commonground.document;

/** Names for files that people take home. */
public final class FileName {

    private static final int LONGEST = 120;

    private FileName() {
    }

    /** The words as a file name: what a disk or a header could take for something else becomes a blank. */
    public static String of(String words, String ending) {
        String plain = words.replaceAll("[\\p{Cntrl}\\p{Cf}\\\\/:*?\"<>|%;]", " ").replaceAll("\\s+", " ").strip();
        int points = plain.codePointCount(0, plain.length());
        String name = points <= LONGEST ? plain : plain.substring(0, plain.offsetByCodePoints(0, LONGEST - 1)).strip() + "…";
        return (name.isEmpty() || name.startsWith(".") ? "document" + name : name) + "." + ending;
    }
}
