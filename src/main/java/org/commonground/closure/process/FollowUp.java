package org.commonground.closure.process;

import java.util.List;

import org.commonground.closure.ClosureCard;
import org.commonground.closure.ClosureService;
import org.commonground.engine.For;
import org.commonground.engine.Step;
import org.commonground.engine.StepContext;
import org.commonground.foundation.Days;
import org.springframework.stereotype.Component;

/** What became of it, half a year later. */
@Component
@For("coordinator")
class FollowUp implements Step<FollowUp.Shown, FollowUp.Given> {

    private final ClosureService closures;

    FollowUp(ClosureService closures) {
        this.closures = closures;
    }

    @Override
    public Shown show(StepContext context) {
        ClosureCard card = closures.card(context.partnership());
        return new Shown(List.of(
                new Line("It moved on as", card.trajectory().label() + ". " + card.trajectory().meaning()),
                new Line("Because", card.reason()),
                new Line("Closed on", Days.inWords(card.closedOn()))));
    }

    @Override
    public void take(Given given, StepContext context) {
        boolean asked = given.outcome().equals("asked");
        closures.followUp(context.partnership(), asked, given.words());
        context.set(ClosureVariables.FOLLOWED_UP, asked);
    }

    record Shown(List<Line> closing) {
    }

    record Line(String about, String words) {
    }

    record Given(String outcome, String words) {
    }
}
