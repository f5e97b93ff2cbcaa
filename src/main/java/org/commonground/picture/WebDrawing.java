package org.commonground.picture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

import org.commonground.foundation.Level;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.Role;
import org.commonground.partnership.Link;
import org.commonground.partnership.NeededRole;
import org.commonground.partnership.SeatIn;
import org.commonground.partnership.Standing;

/**
 * Draws the web. The initiative is the hub of a wheel, the levels are rings around it, local nearest to the work. Every organisation has
 * a spoke to itself, so no line runs through another's anchor, and its label stands in a column beside the wheel, so no two
 * labels can meet, be they two or fifty.
 */
final class WebDrawing {

    private static final double HUB = 50;
    private static final double INNERMOST = 96;
    private static final double BETWEEN_RINGS = 56;
    /** How much larger the rings become, so that they stand in proportion to long columns of labels. */
    private static final double MOST_GROWTH = 2.2;
    /** Least distance of two spokes on the innermost ring. */
    private static final double BETWEEN_SPOKES = 14;
    private static final double WIDEST_FAN = Math.toRadians(150);
    /** More than so many, and each label is kept brief. */
    private static final int FEW = 16;
    private static final double BETWEEN_LABELS = 11;
    private static final double LABEL_WIDTH = 250;
    private static final double TO_LABEL = 40;
    private static final double MARGIN = 20;
    private static final double NAME = 15;
    private static final double NAME_LINE = 18;
    private static final double SMALL = 12.5;
    private static final double SMALL_LINE = 16;
    private static final String INK = "#1f2937";
    private static final String QUIET = "#5b6472";
    private static final String LINK = "#1d5c99";

    /** A colour that reads on white, also for the colour-blind, and a pattern for those who see or print no colours. */
    private enum Support {
        DECISION_MAKER("#0b61a4", "none", "butt"),
        RESOURCE_PROVIDER("#00795a", "10 3", "butt"),
        EXPERT("#8e3b8f", "2 2.5", "butt"),
        IMPLEMENTER("#c2410c", "8 3 2 3", "butt"),
        PARTICIPANT("#8a6100", "5 3", "butt"),
        ALLY("#5b6472", "0.1 6", "round");

        private final String colour;
        private final String pattern;
        private final String ends;

        Support(String colour, String pattern, String ends) {
            this.colour = colour;
            this.pattern = pattern;
            this.ends = ends;
        }

        static Support of(Role role) {
            return valueOf(role.name());
        }
    }

    /**
     * What stands at the end of a spoke: an organisation, or a needed role that nobody holds.
     *
     * @param brief where many stand below each other
     */
    private record Anchor(PartnershipWeb.Partner partner, NeededRole gap, boolean brief) {

        Level level() {
            return partner == null ? gap.level() : partner.level();
        }

        String name() {
            return partner == null ? PartnershipWeb.NOBODY : partner.name();
        }

        List<String> nameLines() {
            return Svg.wrap(name(), NAME, LABEL_WIDTH, brief ? 2 : 3);
        }

        List<String> roleLines() {
            if (partner == null || brief) {
                return Svg.wrap(partner == null ? gap.inWords() : partner.roles(), SMALL, LABEL_WIDTH, 2);
            }
            List<String> lines = new ArrayList<>();
            partner.takesPartAs().forEach(part -> lines.addAll(Svg.wrap(part, SMALL, LABEL_WIDTH, 2)));
            return lines;
        }

        double height() {
            return nameLines().size() * NAME_LINE + roleLines().size() * SMALL_LINE;
        }
    }

    /**
     * An anchor in its place.
     *
     * @param side  1 to the right of the hub, -1 to the left
     * @param angle from the horizontal, downwards
     */
    private record Spoke(Anchor anchor, int side, double angle) {

        Point at(double radius, double aside) {
            double along = Math.cos(angle) * radius - Math.sin(angle) * aside;
            double down = Math.sin(angle) * radius + Math.cos(angle) * aside;
            return new Point(side * along, down);
        }
    }

    private record Point(double x, double y) {

        double distance(Point other) {
            return Math.hypot(x - other.x, y - other.y);
        }
    }

    private final PartnershipWeb web;
    private final Function<OrganisationId, String> addresses;
    private final List<Spoke> spokes;
    private final Map<Level, Double> rings = new EnumMap<>(Level.class);
    private final double rim;
    private final double halfWidth;

    /** @param addresses where the name of an organisation leads; null where names lead nowhere */
    WebDrawing(PartnershipWeb web, Function<OrganisationId, String> addresses) {
        this.web = web;
        this.addresses = addresses;
        List<Anchor> anchors = new ArrayList<>();
        boolean brief = web.partners().size() + web.gaps().size() > FEW;
        web.partners().forEach(partner -> anchors.add(new Anchor(partner, null, brief)));
        web.gaps().forEach(gap -> anchors.add(new Anchor(null, gap, brief)));
        anchors.sort(Comparator.comparing(Anchor::level).thenComparing(anchor -> anchor.partner() == null));
        this.spokes = new ArrayList<>(fan(every2nd(anchors, 0), 1));
        this.spokes.addAll(fan(every2nd(anchors, 1), -1));
        int mostOnASide = (anchors.size() + 1) / 2;
        double highest = anchors.stream().mapToDouble(anchor -> anchor.height() + BETWEEN_LABELS).sum() / 2;
        double growth = Math.min(MOST_GROWTH, Math.max(1, highest / 2.2 / (INNERMOST + 2 * BETWEEN_RINGS)));
        double innermost = Math.max(INNERMOST * growth, mostOnASide < 2 ? 0 : BETWEEN_SPOKES * (mostOnASide - 1) / fanOf(mostOnASide));
        for (Level level : Level.values()) {
            rings.put(level, innermost + BETWEEN_RINGS * growth * (Level.values().length - 1 - level.ordinal()));
        }
        this.rim = rings.get(Level.NATIONAL) + 16;
        this.halfWidth = rim + TO_LABEL + LABEL_WIDTH + MARGIN;
    }

    private static List<Anchor> every2nd(List<Anchor> anchors, int first) {
        List<Anchor> chosen = new ArrayList<>();
        for (int i = first; i < anchors.size(); i += 2) {
            chosen.add(anchors.get(i));
        }
        return chosen;
    }

    private static List<Spoke> fan(List<Anchor> anchors, int side) {
        List<Spoke> fan = new ArrayList<>();
        double whole = fanOf(anchors.size());
        for (int i = 0; i < anchors.size(); i++) {
            fan.add(new Spoke(anchors.get(i), side, anchors.size() == 1 ? 0 : whole * i / (anchors.size() - 1) - whole / 2));
        }
        return fan;
    }

    private static double fanOf(int spokes) {
        return Math.min(WIDEST_FAN, Math.toRadians(36) * (spokes - 1));
    }

    String draw() {
        Svg wheel = new Svg();
        drawRings(wheel);
        drawSupport(wheel);
        Svg connections = drawConnections();
        double[] labels = {-rim, rim};
        Svg labelled = new Svg();
        drawLevels(labelled);
        for (int side : new int[] {1, -1}) {
            drawLabels(labelled, side, labels);
        }
        drawAnchors(labelled);
        drawHub(labelled);

        List<String> title = Svg.wrap(web.title(), 20, 2 * halfWidth - 2 * MARGIN, 2);
        double head = MARGIN + title.size() * 26 + 26;
        double hubY = head - Math.min(labels[0], -rim - 12) + 8;
        double foot = hubY + Math.max(labels[1], rim + 8) + 30;
        Svg below = new Svg();
        double end = drawConnectionList(below, drawLegend(below, foot));

        Svg svg = new Svg();
        svg.add("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %s %s\" width=\"%s\" height=\"%s\" role=\"%s\" "
                + "aria-labelledby=\"web-title web-desc\" font-family=\"system-ui, 'Segoe UI', 'Noto Sans', 'DejaVu Sans', sans-serif\">",
                2 * halfWidth, end, 2 * halfWidth, end, addresses == null ? "img" : "group");
        svg.add("<title id=\"web-title\">Partnership web: %s</title>", web.title());
        svg.add("<desc id=\"web-desc\">%s.%s</desc>", web.inWords(), description());
        svg.add("<rect width=\"100%%\" height=\"100%%\" fill=\"#ffffff\"/>");
        svg.text(title, MARGIN, MARGIN + 20, 26, "font-size=\"20\" font-weight=\"600\" fill=\"" + INK + "\"");
        svg.text(List.of(web.inWords()), MARGIN, MARGIN + title.size() * 26 + 16, 0, "font-size=\"14\" fill=\"" + QUIET + "\"");
        svg.add("<g transform=\"translate(%s %s)\">", halfWidth, hubY).add(wheel).add(connections).add(labelled).add("</g>");
        svg.add(below).add("</svg>");
        return svg.toString();
    }

    private String description() {
        StringBuilder words = new StringBuilder();
        for (PartnershipWeb.Row row : web.rows()) {
            words.append(' ').append(row.organisation()).append(": ").append(row.takesPartAs()).append('.');
        }
        return words.toString();
    }

    private void drawRings(Svg svg) {
        for (Level level : Level.values()) {
            svg.add("<circle r=\"%s\" fill=\"%s\" stroke=\"#d5dbe3\"/>", rings.get(level),
                    level == Level.NATIONAL ? "#f7f9fb" : level == Level.STATE ? "#eff3f7" : "#e6ecf2");
        }
    }

    private void drawLevels(Svg svg) {
        for (Level level : Level.values()) {
            svg.add("<text y=\"%s\" text-anchor=\"middle\" font-size=\"12\" letter-spacing=\"0.6\" fill=\"%s\" stroke=\"#ffffff\" "
                    + "stroke-width=\"3\" paint-order=\"stroke\">%s</text>", nameOf(level).y() + 4, QUIET, level.label());
        }
    }

    private Point nameOf(Level level) {
        return new Point(0, 14 - rings.get(level));
    }

    /** From the hub to the ring of its level a line for each kind of support, those of one organisation side by side. */
    private void drawSupport(Svg svg) {
        for (Spoke spoke : spokes) {
            if (spoke.anchor().partner() == null) {
                continue;
            }
            List<SeatIn> lines = lines(spoke.anchor().partner());
            for (int i = 0; i < lines.size(); i++) {
                double aside = (i - (lines.size() - 1) / 2.0) * 4.5;
                Support support = Support.of(lines.get(i).role());
                Point from = spoke.at(HUB - 2, aside);
                Point to = spoke.at(rings.get(lines.get(i).level()), aside);
                line(svg, support, from, to);
                if (lines.get(i).level() != spoke.anchor().level()) {
                    svg.add("<circle cx=\"%s\" cy=\"%s\" r=\"4.5\" fill=\"%s\" stroke=\"#ffffff\"/>", to.x(), to.y(), support.colour);
                }
            }
        }
    }

    private static void line(Svg svg, Support support, Point from, Point to) {
        svg.add("<line class=\"support\" x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" stroke=\"%s\" stroke-width=\"2.6\""
                + " stroke-dasharray=\"%s\" "
                + "stroke-linecap=\"%s\"/>", from.x(), from.y(), to.x(), to.y(), support.colour, support.pattern, support.ends);
    }

    /** One for each role and level, however many areas. */
    private static List<SeatIn> lines(PartnershipWeb.Partner partner) {
        List<SeatIn> lines = new ArrayList<>();
        for (Level level : Level.values()) {
            partner.roles(level).forEach(role -> lines.add(new SeatIn(role, level, null, null)));
        }
        return lines;
    }

    private void drawAnchors(Svg svg) {
        for (Spoke spoke : spokes) {
            Point at = anchorOf(spoke);
            if (spoke.anchor().partner() == null) {
                svg.add("<circle class=\"gap\" cx=\"%s\" cy=\"%s\" r=\"8\" fill=\"#ffffff\" stroke=\"%s\" stroke-width=\"2\""
                        + " stroke-dasharray=\"3 2.6\"/>", at.x(), at.y(), Support.of(spoke.anchor().gap().role()).colour);
            } else {
                boolean ally = spoke.anchor().partner().standing() == Standing.ALLY;
                svg.add("<circle class=\"organisation\" cx=\"%s\" cy=\"%s\" r=\"%s\" fill=\"%s\" stroke=\"%s\""
                        + " stroke-width=\"2\"><title>%s</title></circle>",
                        at.x(), at.y(), ally ? 5.5 : 7.5, ally ? "#ffffff" : INK, ally ? QUIET : "#ffffff", spoke.anchor().name());
            }
        }
    }

    private Point anchorOf(Spoke spoke) {
        return spoke.at(rings.get(spoke.anchor().level()), 0);
    }

    private void drawHub(Svg svg) {
        svg.add("<circle r=\"%s\" fill=\"%s\"/>", HUB, INK);
        List<String> lines = Svg.wrap(web.title(), 13, 2 * HUB - 20, 4);
        svg.text(lines, 0, 4.5 - (lines.size() - 1) * 8, 16,
                "text-anchor=\"middle\" font-size=\"13\" font-weight=\"600\" fill=\"#ffffff\"");
    }

    /** @param extent the highest and the lowest point of all labels, widened here */
    private void drawLabels(Svg svg, int side, double[] extent) {
        List<Spoke> column = spokes.stream().filter(spoke -> spoke.side() == side).toList();
        double[] middles = column(column);
        for (int i = 0; i < column.size(); i++) {
            Spoke spoke = column.get(i);
            Anchor anchor = spoke.anchor();
            double top = middles[i] - anchor.height() / 2;
            Point from = anchorOf(spoke);
            Point elbow = spoke.at(rim, 0);
            double x = side * (rim + TO_LABEL);
            svg.add("<polyline points=\"%s,%s %s,%s %s,%s\" fill=\"none\" stroke=\"#b6bfca\"/>", from.x(), from.y(), elbow.x(), elbow.y(),
                    x - side * 7, middles[i]);
            String where = "text-anchor=\"" + (side > 0 ? "start" : "end") + "\" unicode-bidi=\"isolate\" ";
            boolean gap = anchor.partner() == null;
            boolean leads = !gap && addresses != null;
            if (leads) {
                svg.add("<a href=\"%s\">", addresses.apply(anchor.partner().id()));
            }
            svg.text(anchor.nameLines(), x, top + 14, NAME_LINE, where + "font-size=\"15\" "
                    + (gap ? "font-style=\"italic\" fill=\"" + QUIET + "\""
                            : "font-weight=\"600\" fill=\"" + (leads ? LINK + "\" text-decoration=\"underline\"" : INK + "\"")));
            if (leads) {
                svg.add("</a>");
            }
            svg.text(anchor.roleLines(), x, top + anchor.nameLines().size() * NAME_LINE + 12, SMALL_LINE,
                    where + "font-size=\"12.5\" fill=\"" + QUIET + "\"" + (gap ? " font-style=\"italic\"" : ""));
            extent[0] = Math.min(extent[0], top);
            extent[1] = Math.max(extent[1], top + anchor.height());
        }
    }

    /** Each label as near to its spoke as the others let it. */
    private double[] column(List<Spoke> spokes) {
        double[] middles = new double[spokes.size()];
        double free = Double.NEGATIVE_INFINITY;
        double pushed = 0;
        for (int i = 0; i < middles.length; i++) {
            double wanted = spokes.get(i).at(rim, 0).y();
            double half = spokes.get(i).anchor().height() / 2;
            middles[i] = Math.max(wanted, free + half);
            pushed += middles[i] - wanted;
            free = middles[i] + half + BETWEEN_LABELS;
        }
        for (int i = 0; i < middles.length; i++) {
            middles[i] -= pushed / middles.length;
        }
        return middles;
    }

    private Svg drawConnections() {
        Svg svg = new Svg();
        Map<OrganisationId, Point> anchors = new HashMap<>();
        List<Point> taken = new ArrayList<>(spokes.stream().map(this::anchorOf).toList());
        rings.keySet().forEach(level -> taken.add(nameOf(level)));
        spokes.stream().filter(spoke -> spoke.anchor().partner() != null)
                .forEach(spoke -> anchors.put(spoke.anchor().partner().id(), anchorOf(spoke)));
        Svg numbers = new Svg();
        int nr = 0;
        for (Link link : web.links()) {
            nr++;
            Point from = anchors.get(link.one());
            Point to = anchors.get(link.other());
            Point bend = bend(from, to);
            svg.add("<path class=\"link\" d=\"M %s %s Q %s %s %s %s\" fill=\"none\" stroke=\"%s\" stroke-width=\"1.6\" opacity=\"0.75\"/>",
                    from.x(), from.y(), bend.x(), bend.y(), to.x(), to.y(), INK);
            Point at = placeFor(from, bend, to, taken);
            taken.add(at);
            numbers.add("<circle cx=\"%s\" cy=\"%s\" r=\"9\" fill=\"#ffffff\" stroke=\"%s\"/>", at.x(), at.y(), INK);
            numbers.add("<text x=\"%s\" y=\"%s\" text-anchor=\"middle\" font-size=\"11\" fill=\"%s\">%s</text>", at.x(), at.y()
                    + 4, INK, nr);
        }
        return svg.add(numbers);
    }

    /** Towards the hub, but round it. */
    private static Point bend(Point from, Point to) {
        Point middle = new Point((from.x() + to.x()) / 2, (from.y() + to.y()) / 2);
        Point inward = new Point(middle.x() * 0.7, middle.y() * 0.7);
        Point hub = new Point(0, 0);
        Point nearest = curve(from, inward, to, 0.5);
        double enough = HUB + 24;
        if (nearest.distance(hub) >= enough) {
            return inward;
        }
        double length = Math.max(1, from.distance(to));
        Point across = new Point(-(to.y() - from.y()) / length, (to.x() - from.x()) / length);
        double sign = middle.x() * across.x() + middle.y() * across.y() < 0 ? -1 : 1;
        double push = 2 * enough;
        return new Point(across.x() * sign * push, across.y() * sign * push);
    }

    private static Point curve(Point from, Point bend, Point to, double t) {
        double u = 1 - t;
        return new Point(u * u * from.x() + 2 * u * t * bend.x() + t * t * to.x(), u * u * from.y() + 2 * u * t * bend.y()
                + t * t * to.y());
    }

    /** On the curve, away from anchors, hub and other numbers, as near to the middle as can be. */
    private static Point placeFor(Point from, Point bend, Point to, List<Point> taken) {
        Point best = null;
        double most = -1;
        for (double step = 0; step <= 0.34; step += 0.02) {
            for (double t : new double[] {0.5 - step, 0.5 + step}) {
                Point point = curve(from, bend, to, t);
                double room = Math.min(point.distance(new Point(0, 0)) - HUB + 10,
                        taken.stream().mapToDouble(point::distance).min().orElse(Double.MAX_VALUE));
                if (room >= 21) {
                    return point;
                }
                if (room > most) {
                    most = room;
                    best = point;
                }
            }
        }
        return best;
    }

    /** @return where the next part may begin */
    private double drawLegend(Svg svg, double top) {
        Set<Role> roles = new TreeSet<>();
        web.partners().forEach(partner -> partner.seats().forEach(seat -> roles.add(seat.role())));
        web.gaps().forEach(gap -> roles.add(gap.role()));
        double x = MARGIN;
        double y = top;
        for (Role role : roles) {
            double width = 48 + Svg.width(role.label(), 13);
            if (x + width > 2 * halfWidth - MARGIN) {
                x = MARGIN;
                y += 24;
            }
            line(svg, Support.of(role), new Point(x, y), new Point(x + 32, y));
            svg.text(List.of(role.label()), x + 40, y + 4.5, 0, "font-size=\"13\" fill=\"" + INK + "\"");
            x += width + 14;
        }
        x = MARGIN;
        y += 26;
        svg.add("<circle cx=\"%s\" cy=\"%s\" r=\"7.5\" fill=\"%s\"/>", x + 8, y, INK);
        x = note(svg, "Partner", x, y);
        svg.add("<circle cx=\"%s\" cy=\"%s\" r=\"5.5\" fill=\"#ffffff\" stroke=\"%s\" stroke-width=\"2\"/>", x + 8, y, QUIET);
        x = note(svg, "Ally", x, y);
        svg.add("<circle cx=\"%s\" cy=\"%s\" r=\"8\" fill=\"#ffffff\" stroke=\"%s\" stroke-width=\"2\" stroke-dasharray=\"3 2.6\"/>", x
                + 8, y, QUIET);
        x = note(svg, "Needed, nobody yet", x, y);
        if (!web.links().isEmpty()) {
            svg.add("<circle cx=\"%s\" cy=\"%s\" r=\"9\" fill=\"#ffffff\" stroke=\"%s\"/>", x + 8, y, INK);
            svg.add("<text x=\"%s\" y=\"%s\" text-anchor=\"middle\" font-size=\"11\" fill=\"%s\">1</text>", x + 8, y + 4, INK);
            note(svg, "Connection between two of them:", x, y);
        }
        return y + 28;
    }

    private static double note(Svg svg, String words, double x, double y) {
        svg.text(List.of(words), x + 24, y + 4.5, 0, "font-size=\"13\" fill=\"" + INK + "\"");
        return x + 24 + Svg.width(words, 13) + 16;
    }

    /** @return where the picture ends */
    private double drawConnectionList(Svg svg, double top) {
        Map<OrganisationId, String> names = web.names();
        double y = top;
        int nr = 0;
        for (Link link : web.links()) {
            List<String> lines = Svg.wrap(names.get(link.one()) + " – " + names.get(link.other()) + ": " + link.about() + " ("
                    + link.level().key() + ")", 13, 2 * halfWidth - 2 * MARGIN - 30, 3);
            svg.text(List.of(String.valueOf(++nr)), MARGIN + 14, y + 4.5, 0,
                    "text-anchor=\"end\" font-size=\"13\" font-weight=\"600\" fill=\"" + INK + "\"");
            svg.text(lines, MARGIN + 24, y + 4.5, 18, "font-size=\"13\" unicode-bidi=\"isolate\" fill=\"" + INK + "\"");
            y += lines.size() * 18 + 4;
        }
        return y + 6;
    }
}
