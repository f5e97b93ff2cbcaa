package org.commonground.selection.process;

import java.util.List;

import org.commonground.engine.Sheet;
import org.commonground.engine.StepContext;
import org.commonground.selection.Candidate;
import org.commonground.selection.SelectionService;
import org.springframework.stereotype.Component;

@Component
class StateProfileSheet implements Sheet<StateProfileSheet.Shown> {

    private final SelectionService selections;

    StateProfileSheet(SelectionService selections) {
        this.selections = selections;
    }

    @Override
    public Shown read(StepContext context) {
        List<ShownProfile> conveners = ShownProfile.of(selections.statedConveners(context.partnership()), context.party());
        return new Shown(Candidate.inWords(selections.asked(context.partnership(), context.party())), conveners, !conveners.isEmpty());
    }

    record Shown(String asked, List<ShownProfile> conveners, boolean convenersShown) {
    }
}
