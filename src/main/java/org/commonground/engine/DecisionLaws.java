package org.commonground.engine;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.xml.ModelException;

/** A file holds one table of the same name; each of its rules says why, and its class shows what it asks. */
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
        DmnModelInstance model;
        try {
            model = Dmn.readModelFromStream(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        } catch (ModelException broken) {
            complaints.add("%s is no decision that can be read: open it in Modeler and save it again.".formatted(file));
            return;
        }
        Collection<Decision> decisions = model.getModelElementsByType(Decision.class);
        if (decisions.size() != 1) {
            complaints.add("%s holds %d decisions: write each in a file of its own.".formatted(file, decisions.size()));
            return;
        }
        Decision decision = decisions.iterator().next();
        String id = ShippedModels.stem(file);
        demand(id.equals(decision.getId()), "has the id “%s”: make it “%s”, like its file", decision.getId(), id);
        String kept = decision.getCamundaHistoryTimeToLiveString();
        demand(kept != null && kept.startsWith("P"), "does not say how long its history is kept: set “Time to live”, such as P3650D");
        Collection<DecisionTable> tables = decision.getChildElementsByType(DecisionTable.class);
        demand(tables.size() == 1, "is no table: write the decision as a table of rules");
        tables.forEach(this::check);
    }

    private void check(DecisionTable table) {
        for (Rule rule : table.getRules()) {
            demand(rule.getDescription() != null, "has the rule “%s” without a reason: say why in its annotation", rule.getId());
        }
        KnownCode.KnownStep step = code.stepOf(ShippedModels.stem(file));
        if (step == null) {
            return;
        }
        Set<String> asked = new TreeSet<>();
        for (Input input : table.getInputs()) {
            asked.add(input.getInputExpression().getText().getTextContent().strip());
        }
        for (String name : asked) {
            demand(step.shown().contains(name), "asks “%s”, which %s does not show: add that to its record, or delete the column",
                    name, step.name());
        }
        for (String name : step.shown()) {
            demand(asked.contains(name), "does not ask “%s”, which %s shows: add a column, or delete that from its record",
                    name, step.name());
        }
        demand(step.given().equals(Set.of("rows")), "is decided by rules, but %s takes %s: let its record take rows", step.name(),
                String.join(", ", step.given()));
    }

    private void demand(boolean condition, String complaint, Object... arguments) {
        if (!condition) {
            complaints.add(file + " " + complaint.formatted(arguments) + ".");
        }
    }
}
