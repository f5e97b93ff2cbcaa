package org.commonground.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.BitSet;
import java.util.Optional;

import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.commonground.foundation.Refusal;

/** Which characters can be printed: those for which each of the fonts of our papers has a drawing. Nobody keeps a list of scripts. */
public final class Alphabet {

    private Alphabet() {
    }

    /** The first character of the text that would be missing on paper, with its name and number; empty where all of it can be printed. */
    public static Optional<String> unprintable(String text) {
        return text == null ? Optional.empty() : text.codePoints().filter(Alphabet::isUnprintable).mapToObj(Alphabet::named).findFirst();
    }

    /**
     * Refuses what could not be printed.
     *
     * @param where the text stands, to begin the sentence
     */
    public static void expectPrintable(String where, String... texts) {
        for (String text : texts) {
            unprintable(text).ifPresent(character -> {
                throw new Refusal(("%s: %s cannot be printed, and this will stand in a paper that is signed. Please write it in other"
                        + " letters.").formatted(where, character));
            });
        }
    }

    /** Marks that only steer how others are written draw nothing, and need no drawing. */
    private static boolean isUnprintable(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
            case Character.UNASSIGNED, Character.PRIVATE_USE, Character.SURROGATE -> true;
            default -> !Character.isWhitespace(character) && !Drawn.ALL.get(character);
        };
    }

    private static String named(int character) {
        String name = Character.getName(character);
        return "“%s” (%s, U+%04X)".formatted(Character.toString(character), name == null ? "a character without a name" : name, character);
    }

    /** Read once, when they are asked for first: it takes a moment. */
    private static final class Drawn {

        static final BitSet ALL = all();

        private static BitSet all() {
            BitSet drawn = new BitSet();
            drawn.set(0, Character.MAX_CODE_POINT + 1);
            for (Fonts font : Fonts.values()) {
                drawn.and(of(font));
            }
            return drawn;
        }

        private static BitSet of(Fonts font) {
            try (InputStream stream = font.open(); TrueTypeFont read = new TTFParser().parse(RandomAccessReadBuffer.createBufferFromStream(
                    stream))) {
                CmapLookup lookup = read.getUnicodeCmapLookup();
                BitSet drawn = new BitSet();
                for (int character = 0; character <= Character.MAX_CODE_POINT; character++) {
                    drawn.set(character, lookup.getGlyphId(character) != 0);
                }
                return drawn;
            } catch (IOException exception) {
                throw new UncheckedIOException(exception);
            }
        }
    }
}
