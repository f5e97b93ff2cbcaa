package org.commonground.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Lines {@code subject -> what it leads to}, as the lists under {@code house/} hold them; what follows a {@code #} is said to people. */
record ReaderList(Map<String, List<String>> lines, List<String> twice) {

    private static final String ARROW = " -> ";

    /** Of one file, or of all files of a folder. */
    static ReaderList of(Path place) {
        Map<String, List<String>> lines = new TreeMap<>();
        List<String> twice = new ArrayList<>();
        try (Stream<Path> files = Files.walk(place)) {
            for (Path file : files.filter(file -> file.toString().endsWith(".txt")).sorted().toList()) {
                for (String line : Files.readAllLines(file)) {
                    String said = line.replaceFirst("#.*", "").strip();
                    if (!said.isEmpty()) {
                        read(said, file, lines, twice);
                    }
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return new ReaderList(lines, twice);
    }

    private static void read(String said, Path file, Map<String, List<String>> lines, List<String> twice) {
        String[] sides = said.split(ARROW);
        if (sides.length != 2) {
            throw new IllegalStateException("%s: “%s” is no line such as “table.column -> some-form.form: key”.".formatted(file, said));
        }
        List<String> leads = Stream.of(sides[1].split(",")).map(String::strip).toList();
        if (lines.put(sides[0].strip(), leads) != null) {
            twice.add(sides[0].strip());
        }
    }

    boolean has(String subject) {
        return lines.containsKey(subject);
    }

    List<String> of(String subject) {
        return lines.getOrDefault(subject, List.of());
    }
}
