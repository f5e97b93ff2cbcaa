package org.commonground.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The house's typeface for paper: Kurinto Sans, one family for all the scripts that partners write their names in. */
enum Fonts {

    REGULAR("Rg"), BOLD("Bd"), ITALIC("It");

    /** What style sheets call it. */
    static final String FAMILY = "Kurinto Sans";

    private static final int TABLES = 12;
    private static final int SCRIPTS = 4;
    private static final String RULES = "GSUB";
    private static final Set<String> BENGALI = Set.of("beng", "bng2");
    private static final Pattern JOINED = Pattern.compile("\\p{IsDevanagari}");

    private final String name;

    Fonts(String style) {
        this.name = "KurintoSans-" + style;
    }

    /** The font that a document calls by this name, whatever stands before it; null when it is none of these. */
    static Fonts named(String name) {
        return Arrays.stream(values()).filter(font -> name.endsWith(font.name)).findFirst().orElse(null);
    }

    /** The font, fit for the PDF library. */
    InputStream open() {
        return read(Fonts::preferDevanagari);
    }

    /** The same for this text only: to look at each of its words for letters to join takes most of the time of printing. */
    InputStream openFor(String text) {
        return JOINED.matcher(text).find() ? open() : read(Fonts::hideRules);
    }

    private InputStream read(Consumer<ByteBuffer> change) {
        try (InputStream stream = Fonts.class.getResourceAsStream("/fonts/ttf/Kurinto/" + name + ".ttf")) {
            byte[] font = stream.readAllBytes();
            change.accept(ByteBuffer.wrap(font));
            return new ByteArrayInputStream(font);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    /**
     * The PDF library joins letters by the rules of one script of a font, the first in its own order that the font knows. Here that
     * would be Bengali; with its two entries renamed it is Devanagari, and all other letters stay as they are.
     */
    private static void preferDevanagari(ByteBuffer font) {
        int entry = entryOfRules(font);
        int rules = font.getInt(entry + 8);
        int scripts = rules + font.getShort(rules + SCRIPTS);
        for (int script = 0; script < font.getShort(scripts); script++) {
            int at = scripts + 2 + 6 * script;
            if (BENGALI.contains(tag(font, at))) {
                font.put(at, (byte) 'z');
            }
        }
    }

    private static void hideRules(ByteBuffer font) {
        font.put(entryOfRules(font), (byte) 'z');
    }

    private static int entryOfRules(ByteBuffer font) {
        return IntStream.range(0, font.getShort(4)).map(table -> TABLES + 16 * table)
                .filter(entry -> tag(font, entry).equals(RULES)).findFirst()
                .orElseThrow(() -> new IllegalStateException("The typeface has no rules for joining letters"));
    }

    private static String tag(ByteBuffer font, int at) {
        byte[] tag = new byte[4];
        font.get(at, tag);
        return new String(tag, StandardCharsets.US_ASCII);
    }
}
