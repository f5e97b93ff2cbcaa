package org.commonground.random;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;

/** What happened in a play, in words: the last steps for whoever reads of a fault, all of them in {@code target/random}. */
final class Minutes {

    private static final int LAST = 20;

    private final Path file;
    private final Deque<String> lines = new ArrayDeque<>();
    private int steps;

    Minutes(long seed) {
        file = Path.of("target", "random", seed + ".txt");
        try {
            Files.createDirectories(file.getParent());
            Files.deleteIfExists(file);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    void note(String line) {
        steps++;
        lines.add(line);
        if (lines.size() > LAST) {
            lines.remove();
        }
        try {
            Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    int steps() {
        return steps;
    }

    @Override
    public String toString() {
        return String.join("\n  ", lines);
    }
}
