package org.commonground.agreement;

import static java.util.function.Predicate.not;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compares two versions, clause by clause, and tells of each only what differs. A clause that only moved has not changed, and what a
 * version says itself about its changes is not told once more.
 */
final class Changes {

    private Changes() {
    }

    static List<Change> between(List<Clause> before, List<Clause> after) {
        Map<String, Clause> old = before.stream().filter(not(AmendedText::tellsOfChanges))
                .collect(Collectors.toMap(Clause::key, clause -> clause, (one, same) -> one, LinkedHashMap::new));
        List<Change> changes = new ArrayList<>();
        for (Clause clause : after.stream().filter(not(AmendedText::tellsOfChanges)).toList()) {
            Clause was = old.remove(clause.key());
            List<String> now = lines(clause);
            if (was == null) {
                changes.add(new Change(clause.inWords(), null, plain(now)));
            } else if (!lines(was).equals(now)) {
                changes.add(changed(clause.inWords(), lines(was), now));
            }
        }
        old.values().forEach(gone -> changes.add(new Change(gone.inWords(), plain(lines(gone)), null)));
        return List.copyOf(changes);
    }

    /** Where lines only changed places, all are told. */
    private static Change changed(String clause, List<String> before, List<String> after) {
        String gone = plain(without(before, after));
        String come = plain(without(after, before));
        return gone == null && come == null ? new Change(clause, plain(before), plain(after)) : new Change(clause, gone, come);
    }

    private static List<String> without(List<String> lines, List<String> others) {
        List<String> rest = new ArrayList<>(lines);
        others.forEach(rest::remove);
        return rest;
    }

    private static String plain(List<String> lines) {
        return lines.isEmpty() ? null : String.join("\n", lines);
    }

    private static List<String> lines(Clause clause) {
        Stream<String> rows = clause.table() == null ? Stream.empty() : clause.table().rows().stream()
                .map(row -> row.stream().filter(not(String::isBlank)).collect(Collectors.joining(" · ")));
        return Stream.concat(clause.paragraphs().stream(), rows).toList();
    }
}
