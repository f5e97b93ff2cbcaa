package org.commonground.picture;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/** How wide words are in Arial, and where Camunda Modeler breaks them into lines, so that a label looks as it did when it was drawn. */
final class LabelLines {

    /** Of a blank, an exclamation mark … a tilde: thousandths of the size. Helvetica and Liberation Sans have the same. */
    private static final int[] WIDTHS = {
            278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556,
            556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
            667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556,
            556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584};
    private static final String NARROW = "‘’‚";
    private static final int NARROW_WIDTH = 222;
    private static final int USUAL_WIDTH = 600;
    private static final int WIDE_WIDTH = 1000;
    private static final int FIRST_WIDE = 0x2E7F;

    private LabelLines() {
    }

    /** In pixels, as the size is. */
    static double width(String text, double size) {
        return size / 1000 * Normalizer.normalize(text, Normalizer.Form.NFD).codePoints().mapToDouble(LabelLines::thousandths).sum();
    }

    private static int thousandths(int character) {
        if (character >= ' ' && character - ' ' < WIDTHS.length) {
            return WIDTHS[character - ' '];
        }
        if (Character.getType(character) == Character.NON_SPACING_MARK || Character.isISOControl(character)) {
            return 0;
        }
        return NARROW.indexOf(character) >= 0 ? NARROW_WIDTH : character > FIRST_WIDE || character == '…' ? WIDE_WIDTH : USUAL_WIDTH;
    }

    /** Lines no wider than that, broken at blanks and after hyphens; a longer word is cut. */
    static List<String> wrap(String text, double size, double width) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : text.strip().split("\\R")) {
            String rest = paragraph.strip();
            while (!rest.isEmpty()) {
                String line = beginning(rest, size, width);
                lines.add(line.strip());
                rest = rest.substring(line.length()).strip();
            }
        }
        return lines;
    }

    /** Modeler guesses by the share of characters and guesses again while it is too wide: a line may be shorter than it had to be. */
    private static String beginning(String text, double size, double most) {
        String line = text;
        while (line.length() > 1 && width(line.stripTrailing(), size) > most) {
            String shorter = shortened(line, line.length() * most / width(line.stripTrailing(), size));
            if (shorter.length() == line.length()) {
                return line;
            }
            line = shorter;
        }
        return line;
    }

    private static String shortened(String line, double length) {
        for (int end = Math.min((int) Math.ceil(length) - 1, line.length() - 1); end > 0; end--) {
            boolean atBreak = isBreak(line.charAt(end - 1)) || isBreak(line.charAt(end));
            if (atBreak && line.charAt(end) != '-') {
                return line.substring(0, end);
            }
        }
        int end = Math.max((int) Math.round(length - 1), 1);
        return line.substring(0, end < line.length() && Character.isLowSurrogate(line.charAt(end)) ? end + 1 : end);
    }

    private static boolean isBreak(char character) {
        return character == '-' || Character.isWhitespace(character);
    }
}
