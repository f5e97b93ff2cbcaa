package org.commonground.random;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What happened in a play, in words: the last steps for whoever reads of a fault, all of them in {@code target/random}. Whatever differs
 * from one run to the next, such as the number of a cast, is left out, so that two plays of one seed read the same.
 */
final class Minutes {

    private static final int LAST = 20;
    private static final int LONGEST = 400;

    private final Path file;
    private final List<String> lines = new ArrayList<>();

    Minutes(long seed) {
        file = Path.of("target", "random", seed + ".txt");
    }

    void note(String line) {
        String same = line.replaceAll("\\b([A-Z][a-z]{2})\\d+\\b", "$1").replaceAll("\\b([a-z]{3})\\d+(?=[A-Z])", "$1")
                .replaceAll("The people of (\\w+) \\d+", "The people of $1").replaceAll("P-(\\d{4})-\\d{4}", "P-$1")
                .replaceAll("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}", "…").replaceAll("[0-9a-f]{64}", "…");
        lines.add(same.length() < LONGEST ? same : same.substring(0, LONGEST) + "…");
        if (lines.size() % LAST == 0) {
            keep();
        }
    }

    int steps() {
        return lines.size();
    }

    /** All of them, in their order. */
    List<String> lines() {
        return lines;
    }

    /** Keeps them for whoever wants to read. */
    void keep() {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, lines);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    @Override
    public String toString() {
        return String.join("\n  ", lines.subList(Math.max(0, lines.size() - LAST), lines.size()));
    }
}
