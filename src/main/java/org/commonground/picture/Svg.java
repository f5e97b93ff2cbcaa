package org.commonground.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** SVG in the making: elements one after the other, texts escaped, numbers short. */
final class Svg {

    private final StringBuilder content = new StringBuilder();

    /**
     * @param element as in {@code <circle cx="%s" r="%s"/>}; numbers are shortened, everything else is escaped
     */
    Svg add(String element, Object... values) {
        Object[] safe = new Object[values.length];
        for (int i = 0; i < values.length; i++) {
            safe[i] = values[i] instanceof Number number ? figure(number.doubleValue()) : escape(String.valueOf(values[i]));
        }
        content.append(String.format(Locale.ROOT, element, safe)).append('\n');
        return this;
    }

    /** Lines of text below each other; {@code attributes} hold for all of them. */
    Svg text(List<String> lines, double x, double firstBaseline, double lineHeight, String attributes) {
        for (int line = 0; line < lines.size(); line++) {
            add("<text x=\"%s\" y=\"%s\" " + attributes + ">%s</text>", x, firstBaseline + line * lineHeight, lines.get(line));
        }
        return this;
    }

    /** What another part of the picture is made of. */
    Svg add(Svg part) {
        content.append(part.content);
        return this;
    }

    @Override
    public String toString() {
        return content.toString();
    }

    /** One place after the point, where it says something. */
    static String figure(double number) {
        String text = String.format(Locale.ROOT, "%.1f", number);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    /** As text of an XML document: mark-up becomes text, what no XML document may hold becomes a replacement character. */
    static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        text.codePoints().forEach(character -> {
            switch (character) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                case '\t', '\n', '\r' -> escaped.append(' ');
                default -> escaped.appendCodePoint(isXml(character) ? character : 0xFFFD);
            }
        });
        return escaped.toString();
    }

    private static boolean isXml(int character) {
        return character >= 0x20 && character <= 0xD7FF || character >= 0xE000 && character <= 0xFFFD || character >= 0x10000;
    }

    /** Breaks a text into lines no wider than that; what does not fit into the last line ends with an ellipsis. */
    static List<String> wrap(String text, double size, double width, int most) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.strip().split("\\s+")) {
            for (String piece : pieces(word, size, width)) {
                if (line.length() > 0 && width(line + " " + piece, size) > width) {
                    lines.add(line.toString());
                    line.setLength(0);
                }
                line.append(line.length() > 0 ? " " : "").append(piece);
            }
        }
        lines.add(line.toString());
        if (lines.size() <= most) {
            return lines;
        }
        String last = lines.get(most - 1);
        while (width(last + "…", size) > width) {
            int shorter = last.lastIndexOf(' ');
            last = last.substring(0, shorter > 0 ? shorter : last.offsetByCodePoints(last.length(), -1));
        }
        List<String> kept = new ArrayList<>(lines.subList(0, most - 1));
        kept.add(last + "…");
        return kept;
    }

    private static List<String> pieces(String word, double size, double width) {
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        word.codePoints().forEach(character -> {
            if (piece.length() > 0 && width(piece + Character.toString(character), size) > width) {
                pieces.add(piece.toString());
                piece.setLength(0);
            }
            piece.appendCodePoint(character);
        });
        pieces.add(piece.toString());
        return pieces;
    }

    /** How wide a text is at most in a common sans-serif font; the reader's own font is not known here. */
    static double width(String text, double size) {
        return size * text.codePoints().mapToDouble(Svg::ems).sum();
    }

    private static double ems(int character) {
        if (character > 0x2E7F) {
            return 1.1;
        }
        if ("iljtfrI.,;:'|!()[] ".indexOf(character) >= 0) {
            return 0.36;
        }
        return character == 'm' || character == 'w' || character == 'M' || character == 'W' ? 0.92
                : Character.isUpperCase(character) ? 0.72 : 0.6;
    }
}
