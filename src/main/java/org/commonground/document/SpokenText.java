package org.commonground.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.fontbox.ttf.gsub.GsubWorker;
import org.apache.fontbox.ttf.gsub.GsubWorkerFactory;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdfwriter.ContentStreamWriter;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;

/**
 * Says beside joined letters which letters they are. Devanagari is drawn with glyphs that stand for several letters, and not in the order
 * in which they are spoken; without this a reader that searches, copies or reads aloud would get half of a name.
 */
final class SpokenText {

    private static final Pattern JOINED = Pattern.compile("\\S*[\\u0900-\\u097F]\\S*");

    private final Map<Fonts, Drawn> drawn = new EnumMap<>(Fonts.class);

    private SpokenText(Set<String> words) throws IOException {
        for (Fonts font : Fonts.values()) {
            drawn.put(font, Drawn.in(font, words));
        }
    }

    /** @param words all the text that the paper shows */
    static void add(PDDocument paper, String words) throws IOException {
        Set<String> joined = JOINED.matcher(words).results().map(found -> found.group()).collect(Collectors.toCollection(TreeSet::new));
        if (!joined.isEmpty()) {
            SpokenText spoken = new SpokenText(joined);
            for (PDPage page : paper.getPages()) {
                spoken.add(paper, page);
            }
        }
    }

    private void add(PDDocument paper, PDPage page) throws IOException {
        COSDictionary fonts = page.getResources().getCOSObject().getCOSDictionary(COSName.FONT);
        List<Object> said = new ArrayList<>();
        Drawn current = null;
        boolean changed = false;
        for (Object token : new PDFStreamParser(page).parse()) {
            if (token instanceof Operator operator && operator.getName().equals(OperatorName.SET_FONT_AND_SIZE)) {
                current = drawn.get(Fonts.named(fonts.getCOSDictionary((COSName) said.get(said.size() - 2))
                        .getNameAsString(COSName.BASE_FONT)));
            }
            String words = token instanceof Operator operator && operator.getName().equals(OperatorName.SHOW_TEXT) && current != null
                    ? current.words(((COSString) said.get(said.size() - 1)).getBytes()) : null;
            if (words == null) {
                said.add(token);
            } else {
                changed = true;
                COSDictionary actual = new COSDictionary();
                actual.setString(COSName.ACTUAL_TEXT, words);
                said.addAll(said.size() - 1, List.of(COSName.getPDFName("Span"), actual,
                        Operator.getOperator(OperatorName.BEGIN_MARKED_CONTENT_SEQ)));
                said.addAll(List.of(token, Operator.getOperator(OperatorName.END_MARKED_CONTENT)));
            }
        }
        if (changed) {
            PDStream content = new PDStream(paper);
            try (OutputStream out = content.createOutputStream(COSName.FLATE_DECODE)) {
                new ContentStreamWriter(out).writeTokens(said);
            }
            page.setContents(content);
        }
    }

    /** How words look in a font: which glyphs, in which order. */
    private static final class Drawn {

        private final CmapLookup characters;
        private final Map<List<Integer>, String> words = new HashMap<>();
        private int longest;

        private Drawn(CmapLookup characters) {
            this.characters = characters;
        }

        static Drawn in(Fonts font, Set<String> joined) throws IOException {
            try (InputStream stream = font.open(); TrueTypeFont typeface = new TTFParser().parse(new RandomAccessReadBuffer(stream))) {
                Drawn drawn = new Drawn(typeface.getUnicodeCmapLookup());
                GsubWorker joiner = new GsubWorkerFactory().getGsubWorker(drawn.characters, typeface.getGsubData());
                for (String word : joined) {
                    List<Integer> glyphs = joiner.applyTransforms(word.codePoints().mapToObj(drawn.characters::getGlyphId).toList());
                    drawn.words.put(List.copyOf(glyphs), word);
                    drawn.longest = Math.max(drawn.longest, glyphs.size());
                }
                return drawn;
            }
        }

        /** What the glyphs say; null where no letters are joined. */
        String words(byte[] shown) {
            List<Integer> glyphs = new ArrayList<>();
            for (int i = 0; i + 1 < shown.length; i += 2) {
                glyphs.add((shown[i] & 0xFF) << 8 | shown[i + 1] & 0xFF);
            }
            StringBuilder said = new StringBuilder();
            boolean joined = false;
            for (int at = 0; at < glyphs.size();) {
                String word = null;
                int end = Math.min(glyphs.size(), at + longest);
                while (end > at && (word = words.get(glyphs.subList(at, end))) == null) {
                    end--;
                }
                if (word == null) {
                    List<Integer> letters = characters.getCharCodes(glyphs.get(at));
                    said.append(letters == null ? "" : Character.toString(letters.get(0)));
                    at++;
                } else {
                    said.append(word);
                    joined = true;
                    at = end;
                }
            }
            return joined ? said.toString() : null;
        }
    }
}
