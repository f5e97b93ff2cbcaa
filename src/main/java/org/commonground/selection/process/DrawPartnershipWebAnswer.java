package org.commonground.selection.process;

import java.util.List;

import org.commonground.engine.Answer;
import org.commonground.engine.StepContext;
import org.commonground.foundation.Level;
import org.commonground.foundation.OrganisationId;
import org.commonground.partnership.Link;
import org.commonground.selection.SelectionService;
import org.springframework.stereotype.Component;

@Component
class DrawPartnershipWebAnswer implements Answer<DrawPartnershipWebAnswer.Given> {

    private final SelectionService selections;

    DrawPartnershipWebAnswer(SelectionService selections) {
        this.selections = selections;
    }

    @Override
    public void take(Given given, StepContext context) {
        selections.drawWeb(context.partnership(), given.links().stream().map(Row::link).toList());
    }

    record Given(List<Row> links) {
    }

    record Row(String one, String other, String level, String about) {

        Link link() {
            return new Link(new OrganisationId(one), new OrganisationId(other), about, Level.of(level));
        }
    }
}
