package org.commonground.closure.process;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

import org.commonground.closure.ClosureCard;
import org.commonground.closure.ClosureService;
import org.commonground.engine.Sheet;
import org.commonground.engine.StepContext;
import org.springframework.stereotype.Component;

@Component
class FollowUpSheet implements Sheet<FollowUpSheet.Shown> {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

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
                new Line("Closed on", DAY.format(card.closedOn()))));
    }

    record Line(String about, String words) {
    }

    record Shown(List<Line> closing) {
    }
}
