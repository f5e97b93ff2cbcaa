package org.commonground.closure.process;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.commonground.closure.ClosingItem;
import org.commonground.closure.ClosureService;
import org.commonground.engine.Sheet;
import org.commonground.engine.StepContext;
import org.commonground.foundation.PartnershipId;
import org.springframework.stereotype.Component;

@Component
class CheckClosingListSheet implements Sheet<CheckClosingListSheet.Shown> {

    private final ClosureService closures;

    CheckClosingListSheet(ClosureService closures) {
        this.closures = closures;
    }

    @Override
    public Shown read(StepContext context) {
        PartnershipId partnership = context.partnership();
        Map<ClosingItem, String> open = closures.stillOpen(partnership);
        List<Open> still = Stream.concat(closures.blocking(partnership).stream(),
                open.entrySet().stream().map(one -> "“%s” is open: %s".formatted(one.getKey().label(), one.getValue()))).map(Open::new).toList();
        List<Row> promises = closures.openCommitments(partnership).entrySet().stream()
                .map(one -> new Row(one.getKey(), one.getValue().name(), one.getValue().inWords())).toList();
        return new Shown(Arrays.stream(ClosingItem.values()).map(item -> new Item(item.label(), item.question(), open.get(item))).toList(),
                still, still.isEmpty(), promises, promises.isEmpty());
    }

    /** @param open what the tables know to be open of it, or null */
    record Item(String item, String question, String open) {
    }

    record Open(String what) {
    }

    record Row(int nr, String name, String what) {
    }

    record Shown(List<Item> items, List<Open> stillOpen, boolean nothingOpen, List<Row> promises, boolean noPromises) {
    }
}
