package org.commonground.access;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import org.springframework.web.util.pattern.PatternParseException;

/**
 * Who may come to which address, by which method: the table in {@code guest-list/routes.txt}. It names what is allowed; the rest is
 * refused. Of several routes that fit an address the most precise one counts, and only it.
 */
final class GuestList {

    /** What stands under this heading is handed out past all other doors. */
    static final String FILES = "Files";

    private static final String NAME = "guest-list/routes.txt";
    private static final Map<String, String> GROUPS = Map.of("partner", StandingGroup.PARTNER.id(),
            "coordinator", StandingGroup.COORDINATOR.id(), "manager", StandingGroup.MANAGER.id(),
            "designer", StandingGroup.DESIGNER.id(), "administrator", StandingGroup.ADMINISTRATOR.id());
    private static final String LOG_IN = "log-in";
    /** Whoever has a mailed link is asked for nothing else: the page behind it looks at the link. */
    private static final Set<String> UNKNOWN = Set.of("anonymous", "link");
    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "DELETE", "OPTIONS");
    private static final Pattern DISGUISE = Pattern.compile("(?i)%(2[de]|3[0-9]|4[1-9a-f]|5[0-9af]|6[1-9a-f]|7[0-9ae])");
    private static final GuestList OF_THE_HOUSE = read();

    private final List<Line> lines;
    private final Set<String> neverAnId;
    private final Map<String, Route> routes = new HashMap<>();

    private GuestList(List<Line> lines, Set<String> neverAnId) {
        this.lines = List.copyOf(lines);
        this.neverAnId = Set.copyOf(neverAnId);
        for (Line line : lines) {
            Route route = routes.computeIfAbsent(shape(line.route().getPatternString()), shape -> new Route(line.route(), new HashMap<>()));
            for (String method : line.methods()) {
                Line before = route.lines().putIfAbsent(method, line);
                if (before != null) {
                    throw new IllegalStateException("%s: line %d says again who may %s %s; line %d does already."
                            .formatted(NAME, line.nr(), method, line.route(), before.nr()));
                }
            }
        }
    }

    static GuestList ofTheHouse() {
        return OF_THE_HOUSE;
    }

    private static GuestList read() {
        try (InputStream table = GuestList.class.getClassLoader().getResourceAsStream(NAME)) {
            return of(new String(table.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    static GuestList of(String table) {
        List<Line> lines = new ArrayList<>();
        String heading = "";
        List<String> at = List.of("");
        Set<String> neverAnId = new LinkedHashSet<>();
        int nr = 0;
        for (String text : table.lines().map(String::strip).toList()) {
            nr++;
            if (text.startsWith("==")) {
                heading = text.substring(2).strip();
                at = List.of("");
            } else if (text.startsWith("at ")) {
                at = words(text.substring(3), ",").toList();
            } else if (text.startsWith("never an id ")) {
                words(text.substring(12), ",").forEach(neverAnId::add);
            } else if (!text.isEmpty() && !text.startsWith("#")) {
                for (String prefix : at) {
                    lines.add(line(nr, heading, prefix, text));
                }
            }
        }
        return new GuestList(lines, neverAnId);
    }

    private static Line line(int nr, String heading, String at, String text) {
        List<String> columns = words(text, "·").toList();
        if (columns.size() != 4) {
            throw new IllegalStateException("%s: line %d is not “who · method · route · why”.".formatted(NAME, nr));
        }
        Set<String> guests = words(columns.get(0), ",").collect(Collectors.toCollection(LinkedHashSet::new));
        guests.forEach(guest -> {
            if (!GROUPS.containsKey(guest) && !UNKNOWN.contains(guest) && !LOG_IN.equals(guest)) {
                throw new IllegalStateException("%s: line %d lets in “%s”, which nobody is.".formatted(NAME, nr, guest));
            }
        });
        Set<String> methods = words(columns.get(1), " ").collect(Collectors.toCollection(LinkedHashSet::new));
        methods.forEach(method -> {
            if (!METHODS.contains(method)) {
                throw new IllegalStateException("%s: line %d names “%s”, which is no method.".formatted(NAME, nr, method));
            }
        });
        String route = at + (columns.get(2).equals("/") && !at.isEmpty() ? "" : columns.get(2));
        try {
            return new Line(nr, heading, guests, methods, PathPatternParser.defaultInstance.parse(route), columns.get(3));
        } catch (PatternParseException unreadable) {
            throw new IllegalStateException("%s: line %d has a route that cannot be read: %s".formatted(NAME, nr, route), unreadable);
        }
    }

    private static Stream<String> words(String text, String between) {
        return Arrays.stream(text.split(between)).map(String::strip).filter(word -> !word.isEmpty());
    }

    /** Whatever the parts of an address are called, it is the same route. */
    private static String shape(String route) {
        return route.replaceAll("\\{(\\*?)\\w+", "{$1");
    }

    List<Line> lines() {
        return lines;
    }

    /** The same list without one of its lines: to see that each of them is needed. */
    GuestList without(Line line) {
        return new GuestList(lines.stream().filter(one -> one.nr() != line.nr()).toList(), neverAnId);
    }

    /** The routes of what is handed out to whoever asks. */
    List<String> files() {
        return lines.stream().filter(line -> line.heading().equals(FILES)).map(line -> line.route().getPatternString()).toList();
    }

    /** @param address path within the application, as it was sent */
    boolean names(String address) {
        return route(address).isPresent();
    }

    /** The line that lets somebody do this, or none. */
    Optional<Line> line(String method, String address) {
        String asked = "HEAD".equals(method) ? "GET" : method;
        return route(address).map(route -> route.lines().get(asked));
    }

    /** Letters and digits are sent as they are; who hides them means to be read differently by different readers. */
    static boolean isDisguised(String address) {
        return DISGUISE.matcher(address).find();
    }

    private Optional<Route> route(String address) {
        if (isDisguised(address)) {
            return Optional.empty();
        }
        PathContainer path = PathContainer.parsePath(
                address.length() > 1 && address.endsWith("/") ? address.substring(0, address.length() - 1) : address);
        return routes.values().stream().filter(route -> fits(route.pattern(), path))
                .min((one, other) -> PathPattern.SPECIFICITY_COMPARATOR.compare(one.pattern(), other.pattern()));
    }

    /** {@code …/task/count} is not the task of that name. */
    private boolean fits(PathPattern pattern, PathContainer path) {
        PathPattern.PathMatchInfo match = pattern.matchAndExtract(path);
        return match != null && match.getUriVariables().values().stream().noneMatch(neverAnId::contains);
    }

    /** @param pattern of the first line that names it */
    private record Route(PathPattern pattern, Map<String, Line> lines) {
    }

    /** @param nr where it stands in the file */
    record Line(int nr, String heading, Set<String> guests, Set<String> methods, PathPattern route, String why) {

        boolean isForAnybody() {
            return guests.stream().anyMatch(UNKNOWN::contains);
        }

        /** @param groups of somebody who has logged in */
        boolean isFor(Collection<String> groups) {
            return isForAnybody() || guests.contains(LOG_IN)
                    || guests.stream().map(GROUPS::get).anyMatch(groups::contains);
        }
    }
}
