package org.commonground.engine;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A file holds one table of the same name; each of its rules says why, once, and its class shows what it asks. */
final class DecisionLaws {

    private final String file;
    private final KnownCode code;
    private final List<String> complaints;

    DecisionLaws(String file, KnownCode code, List<String> complaints) {
        this.file = file;
        this.code = code;
        this.complaints = complaints;
    }

    void check(String text) {
        Optional<Drawn> whole = Drawn.read(text);
        if (whole.isEmpty()) {
            complaints.add("%s is no decision that can be read: open it in Modeler and save it again.".formatted(file));
            return;
        }
        List<Drawn> decisions = whole.get().children("decision");
        if (decisions.size() != 1) {
            complaints.add("%s holds %d decisions: write each in a file of its own.".formatted(file, decisions.size()));
            return;
        }
        Drawn decision = decisions.get(0);
        String id = ShippedModels.stem(file);
        demand(id.equals(decision.id()), "has the id “%s”: make it “%s”, like its file", decision.id(), id);
        String kept = decision.camunda("historyTimeToLive");
        demand(kept != null && kept.startsWith("P"), "does not say how long its history is kept: set “Time to live”, such as P3650D");
        List<Drawn> tables = decision.children("decisionTable");
        demand(tables.size() == 1, "is no table: write the decision as a table of rules");
        tables.forEach(this::checkTable);
    }

    private void checkTable(Drawn table) {
        checkReasons(table);
        KnownCode.KnownStep step = code.stepOf(ShippedModels.stem(file));
        if (step == null) {
            return;
        }
        for (Drawn input : table.children("input")) {
            String asked = input.children("inputExpression").stream().map(Drawn::text).collect(Collectors.joining());
            demand(step.shown().contains(asked), "asks “%s”, which %s does not show: add that to its record, or delete the column",
                    asked, step.name());
        }
        // A cell too may name what is shown, such as an output that passes it on.
        Set<String> words = table.all("text").stream().flatMap(cell -> Stream.of(cell.text().split("\\W+"))).collect(Collectors.toSet());
        for (String name : step.shown()) {
            demand(words.contains(name), "does not ask “%s”, which %s shows: add a column, or delete that from its record",
                    name, step.name());
        }
        demand(step.given().equals(Set.of("rows")), "is decided by rules, but %s takes %s: let its record take rows", step.name(),
                String.join(", ", step.given()));
    }

    /** People read the reason in the column that has this name; where nobody does, it is the annotation for whoever changes the table. */
    private void checkReasons(Drawn table) {
        int column = table.children("output").stream().map(Drawn::name).toList().indexOf("reason");
        for (Drawn rule : table.children("rule")) {
            boolean annotated = rule.children("description").stream().anyMatch(words -> !words.text().isEmpty());
            if (column < 0) {
                demand(annotated, "has the rule “%s” without a reason: say why in its annotation", rule.id());
            } else {
                boolean said = rule.children("outputEntry").stream().skip(column).limit(1).anyMatch(cell -> cell.text().matches(".*\\w.*"));
                demand(said, "has the rule “%s” without a reason: say why in the column “reason”", rule.id());
                demand(!annotated, "has the rule “%s” that says twice why: delete its annotation, people read the column “reason”",
                        rule.id());
            }
        }
    }

    private void demand(boolean condition, String complaint, Object... arguments) {
        if (!condition) {
            complaints.add(file + " " + complaint.formatted(arguments) + ".");
        }
    }
}
