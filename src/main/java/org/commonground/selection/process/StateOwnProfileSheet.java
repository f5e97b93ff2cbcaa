package org.commonground.selection.process;

import java.util.List;

import org.commonground.engine.Sheet;
import org.commonground.engine.StepContext;
import org.commonground.selection.SelectionService;
import org.springframework.stereotype.Component;

@Component
class StateOwnProfileSheet implements Sheet<StateOwnProfileSheet.Shown> {

    private final SelectionService selections;

    StateOwnProfileSheet(SelectionService selections) {
        this.selections = selections;
    }

    @Override
    public Shown read(StepContext context) {
        List<ShownProfile> conveners = ShownProfile.of(selections.statedConveners(context.partnership()), context.party());
        return new Shown(conveners, !conveners.isEmpty());
    }

    record Shown(List<ShownProfile> conveners, boolean convenersShown) {
    }
}
