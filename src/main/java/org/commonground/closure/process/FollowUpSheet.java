package org.commonground.closure.process;

import java.util.List;

import org.commonground.closure.ClosureCard;
import org.commonground.closure.ClosureService;
import org.commonground.engine.Sheet;
import org.commonground.engine.StepContext;
import org.commonground.foundation.Days;
import org.springframework.stereotype.Component;

@Component
class FollowUpSheet implements Sheet<FollowUpSheet.Shown> {

    private final ClosureService closures;

    FollowUpSheet(ClosureService closures) {
        this.closures = closures;
    }

    @Override
    public Shown read(StepContext context) {
        ClosureCard card = closures.card(context.partnership());
        return new Shown(List.of(
                new Line("It moved on as", card.trajectory().label() + ". " + card.trajectory().meaning()),
                new Line("Because", card.reason()),
                new Line("Closed on", Days.inWords(card.closedOn()))));
    }

    record Line(String about, String words) {
    }

    record Shown(List<Line> closing) {
    }
}
