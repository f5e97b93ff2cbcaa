package org.commonground.agreement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares two versions, clause by clause. A clause that only moved has not changed. */
final class Changes {

    private Changes() {
    }

    static List<Change> between(List<Clause> before, List<Clause> after) {
        Map<String, Clause> old = before.stream()
                .collect(Collectors.toMap(Clause::key, clause -> clause, (one, same) -> one, LinkedHashMap::new));
        List<Change> changes = new ArrayList<>();
        for (Clause clause : after) {
            Clause was = old.remove(clause.key());
            String words = plain(clause);
            if (was == null || !plain(was).equals(words)) {
                changes.add(new Change(clause.heading(), was == null ? null : plain(was), words));
            }
        }
        old.values().forEach(gone -> changes.add(new Change(gone.heading(), plain(gone), null)));
        return List.copyOf(changes);
    }

    private static String plain(Clause clause) {
        Stream<String> rows = clause.table() == null ? Stream.empty() : clause.table().rows().stream().map(row -> String.join(" | ", row));
        return Stream.concat(clause.paragraphs().stream(), rows).collect(Collectors.joining("\n"));
    }
}
