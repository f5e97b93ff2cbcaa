package org.commonground.engine;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.core.io.ClassPathResource;

/**
 * The guest list of the engine, read from {@code guest-list/commands.md}: which of its commands a person's call may carry out. What it
 * does not name is refused. It is a second wall: the engine still asks whether the person may do this to this very thing.
 */
final class CommandList {

    static final String SHIPPED = "guest-list/commands.md";

    /** No command, but a thing to be asked in some: see {@link AskedOfEngine#aboutVariables}. */
    static final String VARIABLES = "VariablesInQueries";

    private static final String LAMBDA = "$$Lambda";

    /** The words in the first column. */
    enum Guest {
        /** Whoever belongs to a group at all; who has left belongs to none. */
        EVERYBODY(null),
        /** The same without those who only draw or keep the house. */
        PEOPLE(null),
        PARTNER("partner"), COORDINATOR("coordinator"), MANAGER("manager"), DESIGNER("designer"), ADMINISTRATOR("camunda-admin"),
        /** A request before it is known who comes. */
        VISITOR(null),
        /** The platform itself, within the request of a person who is known. */
        PLATFORM(null),
        /** A decision too: no call from outside ever needs it. */
        NOBODY(null);

        private final String group;

        Guest(String group) {
            this.group = group;
        }

        private boolean isAmong(Collection<String> groups) {
            return switch (this) {
                case EVERYBODY -> !groups.isEmpty();
                case PEOPLE -> groups.stream().anyMatch(one -> !one.equals(DESIGNER.group) && !one.equals(ADMINISTRATOR.group));
                default -> group != null && groups.contains(group);
            };
        }
    }

    /** @param reason why they may, or why nobody may, in words for whoever reads the list */
    record Line(Set<Guest> who, String reason) {
    }

    private final Map<String, Line> lines;

    private CommandList(Map<String, Line> lines) {
        this.lines = lines;
    }

    static CommandList shipped() {
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new ClassPathResource(SHIPPED).getInputStream(), StandardCharsets.UTF_8))) {
            return of(reader.lines().toList());
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    /** The rows of all tables in the text: who, commands, why. The application does not start with a row that is not clear. */
    static CommandList of(List<String> text) {
        Map<String, Line> lines = new HashMap<>();
        for (String row : text) {
            if (row.startsWith("|") && !row.startsWith("| who |") && !row.startsWith("|---")) {
                read(row, lines);
            }
        }
        return new CommandList(lines);
    }

    private static void read(String row, Map<String, Line> lines) {
        String[] cells = row.split("\\|", -1);
        clear(cells.length == 5 && Arrays.stream(cells, 1, 4).noneMatch(String::isBlank), "needs who, commands and why", row);
        EnumSet<Guest> who = EnumSet.noneOf(Guest.class);
        for (String word : cells[1].strip().split(", *")) {
            who.add(Arrays.stream(Guest.values()).filter(guest -> guest.name().equalsIgnoreCase(word)).findFirst()
                    .orElseThrow(() -> unclear("does not know “" + word + "”", row)));
        }
        clear(!who.contains(Guest.NOBODY) || who.size() == 1, "says nobody and somebody", row);
        Line line = new Line(who, cells[3].strip());
        for (String command : cells[2].strip().split(" +")) {
            clear(lines.putIfAbsent(command, line) == null, "names " + command + " a second time", row);
        }
    }

    private static void clear(boolean condition, String complaint, String row) {
        if (!condition) {
            throw unclear(complaint, row);
        }
    }

    private static IllegalStateException unclear(String complaint, String row) {
        return new IllegalStateException("The list of commands " + complaint + ": " + row);
    }

    /**
     * The name by which the list knows a command: its simple name; what has none, such as a lambda, goes by the class in which it
     * is written.
     */
    static String nameOf(Class<?> command) {
        return nameOf(command.getName());
    }

    static String nameOf(String className) {
        int lambda = className.indexOf(LAMBDA);
        String name = lambda < 0 ? className : className.substring(0, lambda);
        String[] parts = name.substring(name.lastIndexOf('.') + 1).split("\\$");
        String last = parts[parts.length - 1];
        return Character.isDigit(last.charAt(0)) ? parts[parts.length - 2] : last;
    }

    boolean permits(String command, Collection<String> groups) {
        return who(command).stream().anyMatch(guest -> guest.isAmong(groups));
    }

    Set<Guest> who(String command) {
        Line line = lines.get(command);
        return line == null ? Set.of() : line.who();
    }

    String reason(String command) {
        return lines.get(command).reason();
    }

    /** Every command for which somebody has decided, be it that nobody may. */
    Set<String> decided() {
        return lines.keySet().stream().filter(name -> !name.equals(VARIABLES)).collect(Collectors.toUnmodifiableSet());
    }
}
