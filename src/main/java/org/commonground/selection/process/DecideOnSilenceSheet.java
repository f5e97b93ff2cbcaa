package org.commonground.selection.process;

import java.time.format.DateTimeFormatter;
import java.util.Locale;

import org.commonground.engine.Sheet;
import org.commonground.engine.StepContext;
import org.commonground.selection.Candidate;
import org.commonground.selection.CandidateState;
import org.commonground.selection.SelectionService;
import org.springframework.stereotype.Component;

@Component
class DecideOnSilenceSheet implements Sheet<DecideOnSilenceSheet.Shown> {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    private final SelectionService selections;

    DecideOnSilenceSheet(SelectionService selections) {
        this.selections = selections;
    }

    @Override
    public Shown read(StepContext context) {
        Candidate candidate = selections.candidate(context.partnership(), context.party());
        return new Shown(candidate.name(), candidate.state() == CandidateState.INVITED ? "an answer to the invitation" : "its profile",
                candidate.nominatedOn().format(DAY), candidate.askedInWords());
    }

    record Shown(String organisation, String missing, String nominatedOn, String roles) {
    }
}
