package org.commonground.picture;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * A sign for each kind of people who act, beside the colour that the file gives their boxes, for those who see or print no colours:
 * two circles that meet for partners, a hub for the coordinator, a key for staff.
 */
enum ActorSign {
    PARTNERS("#dcebfa", "#0d4372", "Partners", "of partners",
            "M%s %sm0 7a5.5 5.5 0 1 0 11 0a5.5 5.5 0 1 0-11 0m7 0a5.5 5.5 0 1 0 11 0a5.5 5.5 0 1 0-11 0"),
    COORDINATOR("#a3d9b4", "#14432a", "Coordinator and secretariat", "of the coordinator or the secretariat",
            "M%s %sm2 7a7 7 0 1 0 14 0a7 7 0 1 0-14 0m5 0a2 2 0 1 0 4 0a2 2 0 1 0-4 0m1 0h2"),
    STAFF("#db9a3c", "#331b00", "Staff", "of staff", "M%s %sm1 7a4 4 0 1 0 8 0a4 4 0 1 0-8 0m8 0h8m-1 0v4m-4-4v3");

    /** Each sign is so wide and high, in pixels. */
    static final double WIDTH = 18;
    static final double HEIGHT = 14;

    private final String fill;
    private final String line;
    private final String label;
    private final String whose;
    private final String path;

    ActorSign(String fill, String line, String label, String whose, String path) {
        this.fill = fill;
        this.line = line;
        this.label = label;
        this.whose = whose;
        this.path = path;
    }

    /** By the colour of a box; empty where it has none, or one that tells nothing. */
    static Optional<ActorSign> of(String fill) {
        return Stream.of(values()).filter(sign -> sign.fill.equalsIgnoreCase(fill)).findFirst();
    }

    String fill() {
        return fill;
    }

    String line() {
        return line;
    }

    /** For a legend. */
    String label() {
        return label;
    }

    /** After “A step”. */
    String whose() {
        return whose;
    }

    void draw(Svg svg, double x, double y, String colour) {
        svg.add("<path d=\"" + path + "\" fill=\"none\" stroke=\"%s\"/>", x, y, colour);
    }
}
