package org.commonground.document;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;

import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;

/**
 * Turns the words of a drawing into outlines. The drawing library joins no letters of Devanagari and knows no halo round words; the Java
 * platform does. The words themselves are read from the drawing's description.
 */
final class Lettering {

    private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);
    private static final Map<Fonts, Font> TYPEFACES = new EnumMap<>(Fonts.class);

    private Lettering() {
    }

    static void outline(Element drawing) {
        for (Element text : drawing.select("text")) {
            if (text.text().isBlank()) {
                text.remove();
                continue;
            }
            Element outline = outlined(text);
            if (text.attr("paint-order").startsWith("stroke")) {
                Element halo = outline.clone();
                outline.removeAttr("stroke");
                text.before(halo);
            }
            text.replaceWith(outline);
        }
    }

    private static Element outlined(Element text) {
        float size = number(text, "font-size", 16);
        TextLayout words = new TextLayout(text.text(), Map.of(
                TextAttribute.FONT, typeface(text).deriveFont(size),
                TextAttribute.RUN_DIRECTION, TextAttribute.RUN_DIRECTION_LTR,
                TextAttribute.TRACKING, number(text, "letter-spacing", 0) / size), EXACT);
        double shift = switch (text.attr("text-anchor")) {
            case "middle" -> -words.getAdvance() / 2;
            case "end" -> -words.getAdvance();
            default -> 0;
        };
        Shape shape = words.getOutline(AffineTransform.getTranslateInstance(number(text, "x", 0) + shift, number(text, "y", 0)));
        Element path = new Element("path", text.tag().namespace());
        for (Attribute attribute : text.attributes()) {
            if (attribute.getKey().matches("fill|stroke|stroke-width|opacity|transform")) {
                path.attr(attribute.getKey(), attribute.getValue());
            }
        }
        return path.attr("d", drawn(shape));
    }

    private static Font typeface(Element text) {
        boolean bold = text.attr("font-weight").matches("bold|[6-9]00");
        boolean italic = text.attr("font-style").equals("italic");
        return typeface(bold ? Fonts.BOLD : italic ? Fonts.ITALIC : Fonts.REGULAR);
    }

    private static synchronized Font typeface(Fonts font) {
        return TYPEFACES.computeIfAbsent(font, one -> {
            try (InputStream stream = one.open()) {
                return Font.createFont(Font.TRUETYPE_FONT, stream);
            } catch (IOException exception) {
                throw new UncheckedIOException(exception);
            } catch (FontFormatException exception) {
                throw new IllegalStateException(exception);
            }
        });
    }

    private static float number(Element text, String attribute, float otherwise) {
        return text.hasAttr(attribute) ? Float.parseFloat(text.attr(attribute)) : otherwise;
    }

    private static String drawn(Shape shape) {
        StringBuilder path = new StringBuilder();
        double[] points = new double[6];
        for (PathIterator steps = shape.getPathIterator(null); !steps.isDone(); steps.next()) {
            int step = steps.currentSegment(points);
            path.append("MLQCZ".charAt(step));
            int[] coordinates = {2, 2, 4, 6, 0};
            for (int i = 0; i < coordinates[step]; i++) {
                path.append(i == 0 ? "" : " ").append(Math.round(points[i] * 100) / 100.0);
            }
        }
        return path.toString();
    }
}
