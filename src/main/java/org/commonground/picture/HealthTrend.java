package org.commonground.picture;

import java.util.List;
import java.util.Locale;

/**
 * How each question fared from review to review: one small line for each, below each other, so that many can be compared.
 *
 * @param moments what the points stand for, such as {@code Review 1}
 */
public record HealthTrend(String title, List<String> moments, List<Line> lines) {

    /** @param values one for each moment; null where there is none */
    public record Line(String label, List<Double> values) {
    }

    private static final double LABELS = 250;
    private static final double CHART = 380;
    private static final double END = 70;
    private static final double WIDTH = LABELS + CHART + END;
    private static final double ROW = 44;
    private static final double TOP = 40;
    private static final double RED = 2;
    private static final String INK = "#1f2937";
    private static final String QUIET = "#5b6472";
    private static final String COLOUR = "#00795a";
    private static final String ALARM = "#b42318";

    /** The picture, to be put into a page as it is. */
    public String svg() {
        double height = TOP + lines.size() * ROW + 14;
        Svg drawing = new Svg();
        drawing.add("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %s %s\" role=\"img\" aria-label=\"%s\""
                + " font-family=\"Kurinto Sans, system-ui, sans-serif\">", WIDTH, height, inWords());
        drawing.add("<rect width=\"%s\" height=\"%s\" fill=\"#ffffff\"/>", WIDTH, height);
        // With many reviews only the first and the last are named.
        for (int moment = 0; moment < moments.size(); moment++) {
            if (moments.size() <= 5 || moment == 0 || moment == moments.size() - 1) {
                drawing.add("<text x=\"%s\" y=\"22\" font-size=\"13\" fill=\"%s\" text-anchor=\"middle\">%s</text>", x(moment), QUIET,
                        moments.get(moment));
            }
        }
        for (int row = 0; row < lines.size(); row++) {
            drawLine(drawing, lines.get(row), TOP + row * ROW);
        }
        return drawing + "</svg>";
    }

    private void drawLine(Svg drawing, Line line, double top) {
        List<String> label = Svg.wrap(line.label(), 13.5, LABELS - 30, 2);
        drawing.text(label, 8, top + ROW / 2 + 5 - (label.size() - 1) * 8, 16, "font-size=\"13.5\" fill=\"" + INK + "\"");
        drawing.add("<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" stroke=\"#e3e7eb\"/>", LABELS, top + ROW, WIDTH - 8, top + ROW);
        drawing.add("<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" stroke=\"#f3b8b0\" stroke-dasharray=\"3 4\"/>", LABELS, y(top, RED),
                LABELS + CHART, y(top, RED));
        StringBuilder points = new StringBuilder();
        Double last = null;
        for (int moment = 0; moment < line.values().size(); moment++) {
            Double value = line.values().get(moment);
            if (value != null) {
                points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x(moment), y(top, value)));
                last = value;
            }
        }
        drawing.add("<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2.5\" stroke-linejoin=\"round\"/>",
                points.toString().strip(), COLOUR);
        for (int moment = 0; moment < line.values().size(); moment++) {
            Double value = line.values().get(moment);
            if (value != null) {
                drawing.add("<circle cx=\"%s\" cy=\"%s\" r=\"4\" fill=\"%s\"/>", x(moment), y(top, value), value <= RED ? ALARM : COLOUR);
            }
        }
        if (last != null) {
            drawing.add("<text x=\"%s\" y=\"%s\" font-size=\"14\" font-weight=\"700\" fill=\"%s\">%s</text>", LABELS + CHART + 14, top
                    + ROW / 2 + 5, last <= RED ? ALARM : COLOUR, String.format(Locale.ROOT, "%.2f", last));
        }
    }

    private double x(int moment) {
        double margin = 40;
        return moments.size() == 1 ? LABELS + CHART / 2 : LABELS + margin + (CHART - 2 * margin) * moment / (moments.size() - 1);
    }

    private static double y(double top, double value) {
        return top + ROW - 7 - (ROW - 14) * (value - 1) / 4;
    }

    private String inWords() {
        return title + ": " + String.join("; ", lines.stream().map(line -> line.label() + " " + String.join(", ", line.values().stream()
                .map(value -> value == null ? "–" : String.format(Locale.ROOT, "%.2f", value)).toList())).toList());
    }
}
