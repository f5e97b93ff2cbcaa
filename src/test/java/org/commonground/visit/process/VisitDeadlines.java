package org.commonground.visit.process;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Description;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.Text;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The rows that visits need, laid over a copy of the table of deadlines, as a process designer does it. */
@Component
class VisitDeadlines {

    private final RepositoryService repository;

    VisitDeadlines(RepositoryService repository) {
        this.repository = repository;
    }

    @EventListener(ApplicationStartedEvent.class)
    @Order(Ordered.HIGHEST_PRECEDENCE + 1)
    void layOver() throws IOException {
        try (InputStream shipped = getClass().getResourceAsStream("/processes/deadlines.dmn")) {
            DmnModelInstance table = Dmn.readModelFromStream(shipped);
            DecisionTable rows = table.getModelElementsByType(DecisionTable.class).iterator().next();
            add(rows, "plan-visit", "14", "[2]");
            add(rows, "report-visit", "7", "[1]");
            ByteArrayOutputStream copy = new ByteArrayOutputStream();
            Dmn.writeModelToStream(copy, table);
            repository.createDeployment().name("decisions").source("visit").enableDuplicateFiltering(true)
                    .addString("processes/deadlines.dmn", copy.toString(StandardCharsets.UTF_8)).deploy();
        }
    }

    private static void add(DecisionTable table, String step, String days, String remindBefore) {
        Rule rule = table.getModelInstance().newInstance(Rule.class);
        Description why = table.getModelInstance().newInstance(Description.class);
        why.setTextContent("Visits are planned between two market days.");
        rule.setDescription(why);
        InputEntry asked = table.getModelInstance().newInstance(InputEntry.class);
        asked.setText(text(table, "\"" + step + "\""));
        rule.getInputEntries().add(asked);
        String[] cells = {days, remindBefore, "", ""};
        for (String cell : cells) {
            OutputEntry answer = table.getModelInstance().newInstance(OutputEntry.class);
            answer.setText(text(table, cell));
            rule.getOutputEntries().add(answer);
        }
        table.getRules().add(rule);
    }

    private static Text text(DecisionTable table, String words) {
        Text text = table.getModelInstance().newInstance(Text.class);
        text.setTextContent(words);
        return text;
    }
}
