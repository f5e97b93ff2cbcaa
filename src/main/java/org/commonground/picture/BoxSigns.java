package org.commonground.picture;

import org.commonground.picture.DiagramFile.Area;
import org.commonground.picture.DiagramFile.Box;

/** The signs that tell what kind of box, event or gateway one looks at. Each path goes on from the point that is given it. */
final class BoxSigns {

    private static final String PERSON = "m4.5 4.5a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0-7 0m-3 11v-2.5a5 5 0 0 1 5-5h3a5 5 0 0 1 5 5v2.5z";
    private static final String WHEEL = "m8 .5v2.5m0 10v2.5m-7.5-7.5h2.5m10 0h2.5m-12.8-5.3l1.8 1.8m7 7l1.8 1.8m0-10.6l-1.8 1.8"
            + "m-7 7l-1.8 1.8m.3-5.3a5 5 0 1 0 10 0a5 5 0 1 0-10 0m3 0a2 2 0 1 0 4 0a2 2 0 1 0-4 0";
    private static final String TABLE = "m0 2h17v13h-17zm0 4h17m-17 4.5h17m-11.5-4.5v9";
    private static final String TABLE_HEAD = "m0 2h17v4h-17z";
    private static final String CLOCK = "m-10 0a10 10 0 1 0 20 0a10 10 0 1 0-20 0m10-6v6l4 2.5m4-2.5h2m-10 8v2m-10-10h2m8-10v2";
    private static final String LETTER = "m-9-6h18v12h-18zl9 7 9-7";
    private static final String FULL_LETTER = "m-9-6h18l-9 6.5zm0 2.5v9.5h18v-9.5l-9 6.5z";
    private static final String DISC = "m-11 0a11 11 0 1 0 22 0a11 11 0 1 0-22 0";
    private static final String CROSS = "m-7-8.5l14 17m0-17l-14 17";
    private static final String PLUS = "m-9.5 0h19m-9.5-9.5v19";
    private static final String INNER_LIFE = "m-7-14.5h14v14h-14zm7 3v8m-4-4h8";
    private static final String SIDE_BY_SIDE = "m-4.5-17v11m4.5-11v11m4.5-11v11";
    private static final String ONE_BY_ONE = "m-6-16h12m-12 4.5h12m-12 4.5h12";

    private BoxSigns() {
    }

    static void draw(Svg svg, Box box, String ink) {
        Area area = box.area();
        if (box.isEvent()) {
            drawEvent(svg, box, ink);
        } else if (box.kind().equals("exclusiveGateway")) {
            thick(svg, CROSS, area.middle(), area.centre(), ink, 3.5);
        } else if (box.kind().equals("parallelGateway")) {
            thick(svg, PLUS, area.middle(), area.centre(), ink, 3.5);
        } else {
            drawActivity(svg, box, ink);
        }
    }

    private static void drawEvent(Svg svg, Box box, String ink) {
        Area area = box.area();
        if (box.event().equals("timer")) {
            outline(svg, CLOCK, area.middle(), area.centre(), ink);
        } else if (box.event().equals("message") && box.tells()) {
            full(svg, FULL_LETTER, area.middle(), area.centre(), ink);
        } else if (box.event().equals("message")) {
            outline(svg, LETTER, area.middle(), area.centre(), ink);
        } else if (box.event().equals("terminate")) {
            full(svg, DISC, area.middle(), area.centre(), ink);
        } else {
            ActorSign.of(box.fill()).ifPresent(sign ->
                    sign.draw(svg, area.middle() - ActorSign.WIDTH / 2, area.centre() - ActorSign.HEIGHT / 2, ink));
        }
    }

    private static void drawActivity(Svg svg, Box box, String ink) {
        Area area = box.area();
        double left = area.x() + 7;
        double top = area.y() + 6;
        switch (box.kind()) {
            case "userTask" -> outline(svg, PERSON, left, top, ink);
            case "serviceTask" -> outline(svg, WHEEL, left, top, ink);
            case "businessRuleTask" -> {
                outline(svg, TABLE, left, top, ink);
                full(svg, TABLE_HEAD, left, top, ink);
            }
            default -> {
                // A plain box.
            }
        }
        ActorSign.of(box.fill()).ifPresent(sign -> sign.draw(svg, area.right() - ActorSign.WIDTH - 8, top, ink));
        boolean closed = box.kind().equals("callActivity") || box.kind().equals("subProcess") && !box.expanded();
        double aside = closed && !box.loop().isEmpty() ? 11 : 0;
        if (closed) {
            outline(svg, INNER_LIFE, area.middle() - aside, area.bottom() - 4, ink);
        }
        if (!box.loop().isEmpty()) {
            thick(svg, box.loop().equals("parallel") ? SIDE_BY_SIDE : ONE_BY_ONE, area.middle() + aside, area.bottom(), ink, 2.5);
        }
    }

    private static void outline(Svg svg, String path, double x, double y, String stroke) {
        svg.add("<path d=\"M%s %s" + path + "\" fill=\"none\" stroke=\"%s\"/>", x, y, stroke);
    }

    private static void thick(Svg svg, String path, double x, double y, String stroke, double width) {
        svg.add("<path d=\"M%s %s" + path + "\" stroke=\"%s\" stroke-width=\"%s\"/>", x, y, stroke, width);
    }

    private static void full(Svg svg, String path, double x, double y, String fill) {
        svg.add("<path d=\"M%s %s" + path + "\" fill=\"%s\"/>", x, y, fill);
    }
}
