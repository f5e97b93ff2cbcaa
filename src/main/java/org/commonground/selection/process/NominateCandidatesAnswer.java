package org.commonground.selection.process;

import java.util.List;

import org.commonground.engine.Answer;
import org.commonground.engine.StepContext;
import org.commonground.foundation.OrganisationId;
import org.commonground.selection.Nominee;
import org.commonground.selection.SelectionService;
import org.springframework.stereotype.Component;

@Component
class NominateCandidatesAnswer implements Answer<NominateCandidatesAnswer.Given> {

    private final SelectionService selections;

    NominateCandidatesAnswer(SelectionService selections) {
        this.selections = selections;
    }

    @Override
    public void take(Given given, StepContext context) {
        selections.nominate(context.partnership(), given.candidates().stream()
                .map(row -> Nominee.of(new OrganisationId(row.organisation()), row.roles(), row.why())).toList(), context.person());
    }

    record Given(List<Row> candidates) {
    }

    record Row(String organisation, List<String> roles, String why) {
    }
}
