package org.commonground.engine;

import java.util.regex.Pattern;

/**
 * Who does a box, as its colour tells. The fills differ in lightness too, from light to dark in this order, and each line and text stands
 * out from its fill. What the machine does has no colour.
 */
public enum WhoActs {
    PARTNERS("#dcebfa", "#0d4372", "light blue", "partners, that is people of organisations"),
    COORDINATOR("#a3d9b4", "#14432a", "green", "the coordinator and the secretariat"),
    STAFF("#db9a3c", "#331b00", "dark orange", "staff, that is the manager, administrators and process designers");

    private static final Pattern COORDINATING = Pattern.compile("(?i)coordinator|secretariat");
    private static final Pattern EMPLOYED = Pattern.compile("(?i)manager|admin|designer");

    private final String fill;
    private final String line;
    private final String colour;
    private final String meaning;

    WhoActs(String fill, String line, String colour, String meaning) {
        this.fill = fill;
        this.line = line;
        this.colour = colour;
        this.meaning = meaning;
    }

    /** Of several groups the first counts. An expression asks for people of organisations, unless it names others. */
    public static WhoActs of(String candidates) {
        String first = candidates.startsWith("${") ? candidates : candidates.split(",")[0];
        if (COORDINATING.matcher(first).find()) {
            return COORDINATOR;
        }
        return EMPLOYED.matcher(first).find() ? STAFF : PARTNERS;
    }

    public String fill() {
        return fill;
    }

    public String line() {
        return line;
    }

    /** In a word, for those who read of it. */
    public String colour() {
        return colour;
    }

    public String meaning() {
        return meaning;
    }
}
