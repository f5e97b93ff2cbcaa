package org.commonground.picture;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * How a partnership rates itself, one ray for each question, from 1 in the middle to 5 at the rim; what it said when it was last shown is
 * drawn behind it with dashes. The table beside it says the same.
 */
public record HealthRadar(String title, List<Ray> rays) {

    /** @param before the value when it was last shown, or null */
    public record Ray(String label, double value, Double before) {
    }

    private static final double LABELS = 190;
    private static final double RADIUS = 170;
    private static final double TOP = 84;
    private static final double WIDTH = 2 * (LABELS + RADIUS);
    private static final double HEIGHT = 2 * (TOP + RADIUS) + 10;
    private static final double LOWEST = 1;
    private static final double HIGHEST = 5;
    private static final double RED = 2;
    private static final double SIZE = 14;
    private static final double LINE = 17;
    private static final String INK = "#1f2937";
    private static final String QUIET = "#5b6472";
    private static final String NOW = "#00795a";
    private static final String ALARM = "#b42318";

    /** The picture, to be put into a page as it is. */
    public String svg() {
        Svg drawing = new Svg();
        drawing.add("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %s %s\" role=\"img\" aria-label=\"%s\""
                + " font-family=\"Kurinto Sans, system-ui, sans-serif\">", WIDTH, HEIGHT, inWords());
        drawing.add("<rect width=\"%s\" height=\"%s\" fill=\"#ffffff\"/>", WIDTH, HEIGHT);
        for (int rating = 1; rating <= HIGHEST; rating++) {
            double ring = rating;
            drawing.add("<polygon points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"1\"/>", points(ray -> ring), rating == RED
                    ? "#f3b8b0" : "#d5dbe1");
        }
        for (int nr = 0; nr < rays.size(); nr++) {
            drawing.add("<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" stroke=\"#d5dbe1\"/>", x(nr, LOWEST), y(nr, LOWEST), x(nr, HIGHEST),
                    y(nr, HIGHEST));
        }
        if (rays.stream().allMatch(ray -> ray.before() != null)) {
            drawing.add("<polygon points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\" stroke-dasharray=\"5 4\"/>",
                    points(Ray::before), QUIET);
        }
        drawing.add("<polygon points=\"%s\" fill=\"%s\" fill-opacity=\"0.14\" stroke=\"%s\" stroke-width=\"2.5\""
                + " stroke-linejoin=\"round\"/>", points(Ray::value), NOW, NOW);
        for (int nr = 0; nr < rays.size(); nr++) {
            drawPoint(drawing, nr);
        }
        labels().forEach(label -> drawLabel(drawing, label));
        drawKey(drawing);
        return drawing + "</svg>";
    }

    private void drawPoint(Svg drawing, int nr) {
        double value = rays.get(nr).value();
        drawing.add("<circle cx=\"%s\" cy=\"%s\" r=\"5\" fill=\"%s\"/>", x(nr, value), y(nr, value), value <= RED ? ALARM : NOW);
    }

    /**
     * The words at the end of a ray, and below them its value.
     *
     * @param top where their first line stands
     */
    private record Label(Ray ray, List<String> lines, double x, double top, String anchor) {

        double bottom() {
            return top + (lines.size() + 1) * LINE;
        }

        Label below(double y) {
            return new Label(ray, lines, x, y, anchor);
        }
    }

    /** On each side from top to bottom; where rays are close, the lower words make room. */
    private List<Label> labels() {
        List<Label> all = new ArrayList<>();
        for (int nr = 0; nr < rays.size(); nr++) {
            all.add(label(nr));
        }
        List<Label> placed = new ArrayList<>();
        for (String anchor : List.of("start", "middle", "end")) {
            double free = 0;
            for (Label label : all.stream().filter(one -> one.anchor().equals(anchor)).sorted(Comparator.comparing(Label::top)).toList()) {
                Label fitting = label.below(Math.max(label.top(), free));
                placed.add(fitting);
                free = fitting.bottom() + 4;
            }
        }
        return placed;
    }

    private Label label(int nr) {
        double aside = Math.cos(angle(nr));
        double down = Math.sin(angle(nr));
        boolean middle = Math.abs(aside) < 0.15;
        List<String> lines = Svg.wrap(rays.get(nr).label(), SIZE, LABELS - 25, rays.size() > 10 ? 2 : 3);
        // Above the rim the words end there, below it they begin there.
        double top = y(nr, HIGHEST) + (down < -0.5 ? -10 - lines.size() * LINE : down > 0.5 ? 20 : 0);
        return new Label(rays.get(nr), lines, x(nr, HIGHEST) + (middle ? 0 : Math.signum(aside) * 12), top, middle ? "middle" : aside > 0
                ? "start" : "end");
    }

    private static void drawLabel(Svg drawing, Label label) {
        boolean red = label.ray().value() <= RED;
        drawing.text(label.lines(), label.x(), label.top(), LINE, "font-size=\"14\" fill=\"" + INK + "\" text-anchor=\""
                + label.anchor() + "\"");
        drawing.add("<text x=\"%s\" y=\"%s\" font-size=\"14\" font-weight=\"700\" fill=\"%s\" text-anchor=\"%s\">%s</text>", label.x(),
                label.top() + label.lines().size() * LINE, red ? ALARM : NOW, label.anchor(), figure(label.ray().value())
                        + (red ? " red" : ""));
    }

    private void drawKey(Svg drawing) {
        double y = HEIGHT - 12;
        drawing.add("<line x1=\"20\" y1=\"%s\" x2=\"50\" y2=\"%s\" stroke=\"%s\" stroke-width=\"2.5\"/>", y - 4, y - 4, NOW);
        drawing.add("<text x=\"58\" y=\"%s\" font-size=\"13\" fill=\"%s\">now</text>", y, QUIET);
        if (rays.stream().allMatch(ray -> ray.before() != null)) {
            drawing.add("<line x1=\"110\" y1=\"%s\" x2=\"140\" y2=\"%s\" stroke=\"%s\" stroke-width=\"2\" stroke-dasharray=\"5 4\"/>",
                    y - 4, y - 4, QUIET);
            drawing.add("<text x=\"148\" y=\"%s\" font-size=\"13\" fill=\"%s\">when it was last shown</text>", y, QUIET);
        }
    }

    /** The picture as the source of an image, with a size of its own: without one a form gives it no room. */
    public String dataUri() {
        String sized = svg().replaceFirst("<svg ", "<svg width=\"%s\" height=\"%s\" ".formatted(WIDTH, HEIGHT));
        return "data:image/svg+xml;base64," + Base64.getEncoder().encodeToString(sized.getBytes(StandardCharsets.UTF_8));
    }

    private String inWords() {
        return title + ": " + String.join(", ", rays.stream().map(ray -> ray.label() + " " + figure(ray.value())).toList());
    }

    private String points(ToDoubleFunction<Ray> value) {
        StringBuilder points = new StringBuilder();
        for (int nr = 0; nr < rays.size(); nr++) {
            double rating = value.applyAsDouble(rays.get(nr));
            points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x(nr, rating), y(nr, rating)));
        }
        return points.toString().strip();
    }

    private double angle(int nr) {
        return 2 * Math.PI * nr / rays.size() - Math.PI / 2;
    }

    private double x(int nr, double rating) {
        return LABELS + RADIUS + distance(rating) * Math.cos(angle(nr));
    }

    private double y(int nr, double rating) {
        return TOP + RADIUS + distance(rating) * Math.sin(angle(nr));
    }

    /** A rating of 1 stands off the middle, so that its place on the ray can still be seen. */
    private static double distance(double rating) {
        return RADIUS * (0.12 + 0.88 * (rating - LOWEST) / (HIGHEST - LOWEST));
    }

    private static String figure(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
