package org.commonground.closure.process;

import java.util.List;

import org.commonground.closure.ClosingItem;
import org.commonground.closure.ClosureService;
import org.commonground.closure.Promise;
import org.commonground.closure.Settlement;
import org.commonground.engine.Answer;
import org.commonground.engine.StepContext;
import org.springframework.stereotype.Component;

@Component
class CheckClosingListAnswer implements Answer<CheckClosingListAnswer.Given> {

    private final ClosureService closures;

    CheckClosingListAnswer(ClosureService closures) {
        this.closures = closures;
    }

    @Override
    public void take(Given given, StepContext context) {
        boolean settled = given.outcome().equals("settle");
        if (settled) {
            closures.settle(context.partnership(), given.items().stream().map(Item::settlement).toList(), given.promises().stream().map(Row::promise).toList(),
                    given.letter(), given.wantsFollowUp(), context.person());
            context.set(ClosureVariables.FOLLOW_UP_WANTED, given.wantsFollowUp());
        } else {
            closures.askAgain(context.partnership());
        }
        context.set(ClosureVariables.CLOSING_LIST_SETTLED, settled);
    }

    record Given(String outcome, List<Item> items, List<Row> promises, String letter, String followUp) {

        boolean wantsFollowUp() {
            return "yes".equals(followUp);
        }
    }

    record Item(String item, String state, String words) {

        Settlement settlement() {
            return new Settlement(ClosingItem.of(item), state.equals("done"), words);
        }
    }

    record Row(int nr, String became, String reason) {

        Promise promise() {
            return new Promise(nr, became.equals("kept"), reason);
        }
    }
}
