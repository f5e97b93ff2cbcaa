package org.commonground.picture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.commonground.picture.DiagramFile.Area;
import org.commonground.picture.DiagramFile.Box;
import org.commonground.picture.DiagramFile.Flow;
import org.commonground.picture.DiagramFile.Point;
import org.commonground.picture.ProcessPicture.Note;
import org.commonground.picture.ProcessPicture.Progress;

/** Draws a process: first the frames, then the arrows, the boxes upon them, and what sits on their edges last. */
final class ProcessDrawing {

    private static final String INK = "#222";
    private static final String PAPER = "#fff";
    private static final double MARGIN = 14;
    private static final double LETTERS = 12;
    private static final double LABEL_LETTERS = 11;
    private static final double LINE = 1.2;
    /** Between the edge of a box and its words. */
    private static final double PADDING = 7;
    /** Of a label that the file gives no place. */
    private static final double LABEL_WIDTH = 90;
    private static final double CORNER = 10;
    private static final double FLOW_CORNER = 5;
    /** Between what is current and the outline around it. */
    private static final double HALO = 5;
    private static final double PILL = 18;
    private static final double LEGEND_LINE = 26;

    private final DiagramFile process;
    private final Map<String, Note> notes;
    private final String prefix;
    private double left = Double.MAX_VALUE;
    private double top = Double.MAX_VALUE;
    private double right = -Double.MAX_VALUE;
    private double bottom = -Double.MAX_VALUE;

    ProcessDrawing(DiagramFile process, Map<String, Note> notes, String prefix) {
        this.process = process;
        this.notes = notes;
        this.prefix = prefix;
    }

    String draw() {
        Svg content = new Svg();
        process.boxes().stream().filter(Box::expanded).sorted(Comparator.comparing((Box frame) -> -frame.area().size()))
                .forEach(frame -> draw(content, frame));
        content.add("<g stroke=\"" + INK + "\">");
        process.flows().forEach(flow -> draw(content, flow));
        content.add("</g>");
        process.boxes().stream().filter(box -> !box.expanded()).sorted(Comparator.comparing(Box::isOnEdge))
                .forEach(box -> draw(content, box));
        drawLegend(content);

        Area paper = new Area(left, top, right - left, bottom - top).wider(MARGIN);
        Svg svg = new Svg();
        svg.add("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"%s %s %s %s\" width=\"%s\" height=\"%s\" role=\"group\" "
                + "aria-labelledby=\"%s_title\" font-family=\"Arial, Helvetica, 'Liberation Sans', sans-serif\" font-size=\"12\" "
                + "text-anchor=\"middle\" fill=\"" + INK + "\" stroke-width=\"1.5\" stroke-linejoin=\"round\">", paper.x(), paper.y(),
                paper.width(), paper.height(), paper.width(), paper.height(), prefix);
        svg.add("<title id=\"%s_title\">%s</title>", prefix, process.name().isBlank() ? "A process" : process.name());
        svg.add("<desc>%s</desc>", BoxWords.description(process, notes));
        svg.add("<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"" + PAPER + "\"/>", paper.x(), paper.y(), paper.width(),
                paper.height());
        return svg.add(content).add("</svg>").toString();
    }

    private void takesPlace(Area area) {
        left = Math.min(left, area.x());
        top = Math.min(top, area.y());
        right = Math.max(right, area.right());
        bottom = Math.max(bottom, area.bottom());
    }

    // Boxes

    private void draw(Svg svg, Box box) {
        Note note = notes.getOrDefault(box.id(), Note.NONE);
        String ink = box.line() == null ? INK : box.line();
        String paper = box.fill() == null ? PAPER : box.fill();
        takesPlace(box.area());
        if (note.link() != null) {
            svg.add("<a href=\"%s\">", note.link());
        }
        svg.add("<g id=\"%s-%s\" role=\"img\">", prefix, box.id());
        svg.add("<title>%s</title>", BoxWords.title(box));
        svg.add("<desc>%s</desc>", BoxWords.description(box, note));
        drawShape(svg, box, paper, ink, note.progress() == Progress.COMING ? " opacity=\".4\"" : "");
        BoxSigns.draw(svg, box, ink);
        drawName(svg, box, ink);
        drawProgress(svg, box, note);
        svg.add(note.link() == null ? "</g>" : "</g></a>");
    }

    private static void drawShape(Svg svg, Box box, String paper, String ink, String pale) {
        Area area = box.area();
        if (box.isEvent()) {
            double radius = area.width() / 2;
            String dashes = (box.interrupting() ? "" : " stroke-dasharray=\"6 3\"") + pale;
            if (box.kind().equals("startEvent") || box.kind().equals("endEvent")) {
                circle(svg, area, radius, paper, ink, " stroke-width=\"" + (box.kind().equals("endEvent") ? 4 : 2) + "\"" + dashes);
            } else {
                circle(svg, area, radius, paper, ink, dashes);
                circle(svg, area, radius - 3.5, "none", ink, dashes);
            }
        } else if (box.isGateway()) {
            svg.add("<path d=\"M%s %sL%s %sL%s %sL%s %sz\" fill=\"%s\" stroke=\"%s\" stroke-width=\"2\"" + pale + "/>", area.middle(),
                    area.y(), area.right(), area.centre(), area.middle(), area.bottom(), area.x(), area.centre(), paper, ink);
        } else {
            String edge = box.begunByEvent() ? " stroke-width=\"2.2\" stroke-dasharray=\"0 5.5\" stroke-linecap=\"round\""
                    : box.expanded() ? "" : box.kind().equals("callActivity") ? " stroke-width=\"4.5\"" : " stroke-width=\"2\"";
            rectangle(svg, area, CORNER, paper, ink, edge + pale);
        }
    }

    private static void circle(Svg svg, Area area, double radius, String fill, String stroke, String more) {
        svg.add("<circle cx=\"%s\" cy=\"%s\" r=\"%s\" fill=\"%s\" stroke=\"%s\"" + more + "/>", area.middle(), area.centre(), radius,
                fill, stroke);
    }

    private static void rectangle(Svg svg, Area area, double corner, String fill, String stroke, String more) {
        svg.add("<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"%s\" fill=\"%s\" stroke=\"%s\"" + more + "/>", area.x(), area.y(),
                area.width(), area.height(), corner, fill, stroke);
    }

    /** Inside in the middle, above what a frame holds, or where the label stands. */
    private void drawName(Svg svg, Box box, String ink) {
        Area area = box.area();
        if (box.isEvent() || box.isGateway()) {
            drawLabel(svg, box.name(), box.label() != null ? box.label()
                    : new Area(area.middle() - LABEL_WIDTH / 2, area.bottom(), LABEL_WIDTH, 0), colour(ink));
            return;
        }
        List<String> lines = LabelLines.wrap(box.name(), LETTERS, area.width() - 2 * PADDING);
        double start = box.expanded() ? area.y() + PADDING : area.centre() - lines.size() * LETTERS * LINE / 2;
        write(svg, lines, LETTERS, area.middle(), start, colour(ink));
    }

    private void drawLabel(Svg svg, String name, Area label, String more) {
        List<String> lines = LabelLines.wrap(name, LABEL_LETTERS, label.width());
        if (!lines.isEmpty()) {
            double wide = lines.stream().mapToDouble(line -> LabelLines.width(line, LABEL_LETTERS)).max().orElse(0);
            takesPlace(new Area(label.middle() - wide / 2, label.y(), wide, lines.size() * LABEL_LETTERS * LINE));
            write(svg, lines, LABEL_LETTERS, label.middle(), label.y(), " font-size=\"11\"" + more);
        }
    }

    private static void write(Svg svg, List<String> lines, double size, double x, double top, String attributes) {
        for (int line = 0; line < lines.size(); line++) {
            svg.add("<text x=\"%s\" y=\"%s\"" + attributes + ">%s</text>", x, top + size * LINE * (line + 0.75), lines.get(line));
        }
    }

    private static String colour(String ink) {
        return ink.equals(INK) ? "" : " fill=\"" + ink + "\"";
    }

    /** A tick for what is done, an outline and a word for what is current; the shape of what is coming is pale, its words are not. */
    private void drawProgress(Svg svg, Box box, Note note) {
        Area area = box.area();
        if (note.progress() == Progress.DONE) {
            double aside = box.isEvent() || box.isGateway() ? 5 : 2;
            svg.add("<circle cx=\"%s\" cy=\"%s\" r=\"8\" fill=\"" + INK + "\" stroke=\"" + PAPER + "\"/>", area.right() - aside,
                    area.y() + aside);
            svg.add("<path d=\"M%s %sm-3.5 0l2.5 3 5-6\" fill=\"none\" stroke=\"" + PAPER + "\" stroke-width=\"2\"/>",
                    area.right() - aside, area.y() + aside);
        } else if (note.progress() == Progress.CURRENT) {
            if (box.isEvent()) {
                circle(svg, area, area.width() / 2 + HALO, "none", INK, " stroke-width=\"3\"");
            } else {
                rectangle(svg, area.wider(HALO), CORNER + HALO, "none", INK, " stroke-width=\"3\"");
            }
            String words = note.count() == null ? "now" : note.count();
            double wide = LabelLines.width(words, LABEL_LETTERS) + PILL;
            Area pill = box.isEvent() && box.label() != null && box.label().y() < area.y()
                    // The words of the event stand where the pill would: it hangs below, beside the line that may come from there.
                    ? new Area(area.middle() + 2, area.bottom() + HALO - PILL / 2, wide, PILL)
                    : new Area(Math.max(area.right() + HALO - wide, area.middle() - wide / 2), area.y() - HALO - PILL / 2 - 2, wide, PILL);
            takesPlace(area.wider(HALO));
            takesPlace(pill);
            svg.add("<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"9\"/>", pill.x(), pill.y(), pill.width(), pill.height());
            svg.add("<text x=\"%s\" y=\"%s\" font-size=\"11\" fill=\"" + PAPER + "\">%s</text>", pill.middle(), pill.centre() + 4, words);
        }
    }

    // Arrows

    private void draw(Svg svg, Flow flow) {
        String ink = flow.line() == null ? INK : flow.line();
        flow.way().forEach(point -> takesPlace(new Area(point.x(), point.y(), 0, 0)));
        List<Point> way = distinct(flow.way());
        svg.add("<g id=\"%s-%s\"" + (ink.equals(INK) ? ">" : " stroke=\"" + ink + "\">"), prefix, flow.id());
        svg.add("<path d=\"%s\" fill=\"none\"/>", line(way));
        if (way.size() > 1) {
            drawHead(svg, way.get(way.size() - 1), towards(way.get(way.size() - 1), way.get(way.size() - 2), 9), ink);
        }
        if (flow.byDefault() && way.size() > 1) {
            Point one = towards(way.get(0), way.get(1), 7);
            Point two = towards(way.get(0), way.get(1), 12);
            double across = (two.x() - one.x()) * 1.2;
            double down = (two.y() - one.y()) * 1.2;
            svg.add("<path d=\"M%s %sL%s %s\"/>", one.x() + down, one.y() - across, two.x() - down, two.y() + across);
        }
        Point middle = towards(way.get((way.size() - 1) / 2), way.get(way.size() / 2), Double.MAX_VALUE);
        drawLabel(svg, flow.name(), flow.label() != null ? flow.label()
                : new Area(middle.x() - LABEL_WIDTH / 2, middle.y() - 2 * LABEL_LETTERS, LABEL_WIDTH, 0), " stroke=\"none\"" + colour(ink));
        svg.add("</g>");
    }

    private static void drawHead(Svg svg, Point tip, Point back, String ink) {
        double across = (tip.x() - back.x()) * 0.4;
        double down = (tip.y() - back.y()) * 0.4;
        svg.add("<path d=\"M%s %sl%s %sl%s %sz\"" + colour(ink) + "/>", tip.x(), tip.y(), back.x() - tip.x() - down,
                back.y() - tip.y() + across, 2 * down, -2 * across);
    }

    private static List<Point> distinct(List<Point> way) {
        List<Point> distinct = new ArrayList<>();
        for (Point point : way) {
            if (distinct.isEmpty() || !point.equals(distinct.get(distinct.size() - 1))) {
                distinct.add(point);
            }
        }
        return distinct;
    }

    /** With round corners. */
    private static String line(List<Point> way) {
        StringBuilder line = new StringBuilder("M").append(pair(way.get(0)));
        for (int i = 1; i < way.size() - 1; i++) {
            Point corner = way.get(i);
            line.append('L').append(pair(towards(corner, way.get(i - 1), FLOW_CORNER)));
            line.append('Q').append(pair(corner)).append(' ').append(pair(towards(corner, way.get(i + 1), FLOW_CORNER)));
        }
        return line.append('L').append(pair(way.get(way.size() - 1))).toString();
    }

    /** So many pixels from one point to another, at most half the way. */
    private static Point towards(Point from, Point to, double pixels) {
        double whole = Math.hypot(to.x() - from.x(), to.y() - from.y());
        double share = whole == 0 ? 0 : Math.min(0.5, pixels / whole);
        return new Point(from.x() + (to.x() - from.x()) * share, from.y() + (to.y() - from.y()) * share);
    }

    private static String pair(Point point) {
        return Svg.figure(point.x()) + " " + Svg.figure(point.y());
    }

    // Who acts

    /** Where the colours tell something, what they tell. */
    private void drawLegend(Svg svg) {
        Set<ActorSign> signs = EnumSet.noneOf(ActorSign.class);
        process.boxes().forEach(box -> ActorSign.of(box.fill()).ifPresent(signs::add));
        double x = left;
        double y = bottom + LEGEND_LINE / 2;
        for (ActorSign sign : signs) {
            svg.add("<rect x=\"%s\" y=\"%s\" width=\"28\" height=\"22\" rx=\"5\" fill=\"%s\" stroke=\"%s\"/>", x, y, sign.fill(),
                    sign.line());
            sign.draw(svg, x + 5, y + 4, sign.line());
            svg.add("<text x=\"%s\" y=\"%s\" text-anchor=\"start\">%s</text>", x + 36, y + 15, sign.label());
            Area entry = new Area(x, y, 36 + LabelLines.width(sign.label(), LETTERS), 22);
            takesPlace(entry);
            x = entry.right() + 24;
        }
    }
}
