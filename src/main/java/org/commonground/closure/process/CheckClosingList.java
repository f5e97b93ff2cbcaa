package org.commonground.closure.process;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.commonground.closure.ClosingItem;
import org.commonground.closure.ClosingListService;
import org.commonground.closure.Promise;
import org.commonground.closure.Reckonings;
import org.commonground.closure.Settlement;
import org.commonground.engine.For;
import org.commonground.engine.Step;
import org.commonground.engine.StepContext;
import org.commonground.foundation.PartnershipId;
import org.springframework.stereotype.Component;

/** Whether all is settled, item by item, or those who were silent are asked again. */
@Component
@For("coordinator")
class CheckClosingList implements Step<CheckClosingList.Shown, CheckClosingList.Given> {

    private final ClosingListService closingList;
    private final Reckonings reckonings;

    CheckClosingList(ClosingListService closingList, Reckonings reckonings) {
        this.closingList = closingList;
        this.reckonings = reckonings;
    }

    @Override
    public Shown show(StepContext context) {
        PartnershipId partnership = context.partnership();
        Map<ClosingItem, String> open = closingList.stillOpen(partnership);
        List<Open> still = Stream.concat(closingList.blocking(partnership).stream(), open.entrySet().stream()
                .map(one -> "“%s” is open: %s".formatted(one.getKey().label(), one.getValue()))).map(Open::new).toList();
        List<Promised> promises = reckonings.openCommitments(partnership).entrySet().stream()
                .map(one -> new Promised(one.getKey(), one.getValue().name(), one.getValue().inWords())).toList();
        return new Shown(Arrays.stream(ClosingItem.values()).map(item -> new Asked(item, item.question(), open.get(item))).toList(),
                still, still.isEmpty(), promises, promises.isEmpty());
    }

    @Override
    public void take(Given given, StepContext context) {
        boolean settled = given.outcome().equals("settle");
        if (settled) {
            closingList.settle(context.partnership(), given.items().stream().map(Item::settlement).toList(),
                    given.promises().stream().map(Row::promise).toList(), given.letter(), given.wantsFollowUp(), context.person());
            context.set(ClosureVariables.FOLLOW_UP_WANTED, given.wantsFollowUp());
        } else {
            closingList.askAgain(context.partnership());
        }
        context.set(ClosureVariables.CLOSING_LIST_SETTLED, settled);
    }

    record Shown(List<Asked> items, List<Open> stillOpen, boolean nothingOpen, List<Promised> promises, boolean noPromises) {
    }

    /** @param open what the tables know to be open of it, or null */
    record Asked(ClosingItem item, String question, String open) {
    }

    record Open(String what) {
    }

    record Promised(int nr, String name, String what) {
    }

    record Given(String outcome, List<Item> items, List<Row> promises, String letter, String followUp) {

        boolean wantsFollowUp() {
            return "yes".equals(followUp);
        }
    }

    record Item(ClosingItem item, String state, String words) {

        Settlement settlement() {
            return new Settlement(item, state.equals("done"), words);
        }
    }

    record Row(int nr, String became, String reason) {

        Promise promise() {
            return new Promise(nr, became.equals("kept"), reason);
        }
    }
}
