package org.commonground.closure.process;

import java.time.LocalDate;
import java.util.List;

import org.commonground.closure.ClosureService;
import org.commonground.closure.Transfer;
import org.commonground.closure.TransferKind;
import org.commonground.engine.Answer;
import org.commonground.engine.StepContext;
import org.springframework.stereotype.Component;

@Component
class HandOverAnswer implements Answer<HandOverAnswer.Given> {

    private final ClosureService closures;

    HandOverAnswer(ClosureService closures) {
        this.closures = closures;
    }

    @Override
    public void take(Given given, StepContext context) {
        closures.handOver(context.partnership(), given.transfers().stream().map(Row::transfer).toList(), given.nothing(), context.person());
    }

    record Given(List<Row> transfers, String nothing) {
    }

    record Row(String kind, String what, String receiver, LocalDate on) {

        Transfer transfer() {
            return new Transfer(TransferKind.of(kind), what, receiver, on);
        }
    }
}
