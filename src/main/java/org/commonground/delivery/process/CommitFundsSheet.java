package org.commonground.delivery.process;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

import org.commonground.delivery.DeliveryService;
import org.commonground.engine.Choice;
import org.commonground.engine.Sheet;
import org.commonground.engine.StepContext;
import org.commonground.negotiation.Contribution;
import org.commonground.negotiation.ContributionKind;
import org.springframework.stereotype.Component;

@Component
class CommitFundsSheet implements Sheet<CommitFundsSheet.Shown> {

    private final DeliveryService deliveries;

    CommitFundsSheet(DeliveryService deliveries) {
        this.deliveries = deliveries;
    }

    @Override
    public CommitFundsSheet.Shown read(StepContext context) {
        ShownSeat seat = ShownSeat.of(deliveries, context.partnership(), DeliveryVariables.seat(context));
        return new Shown(seat.seat(), seat.version(), seat.nothingAgreed(), seat.agreed(), seat.further(), seat.differences(),
                seat.agreed().stream().map(line -> new Choice(line.nr() + " · " + line.what(), String.valueOf(line.nr()))).toList(),
                Instalment.of(deliveries.agreedWork(context.partnership()).contributionsOf(DeliveryVariables.seat(context))),
                Members.choices(deliveries.names(context.partnership())));
    }

    /** A proposal: all of the money at once, on the day the agreement names. */
    record Instalment(String line, LocalDate due, BigDecimal amount) {

        static List<Instalment> of(List<Contribution> agreed) {
            return IntStream.range(0, agreed.size()).filter(nr -> agreed.get(nr).kind() == ContributionKind.FUNDS)
                    .mapToObj(nr -> new Instalment(String.valueOf(nr + 1), agreed.get(nr).from(), agreed.get(nr).amount())).toList();
        }
    }

    record Shown(String seat, int version, boolean nothingAgreed, List<ShownSeat.Agreed> agreed, List<ShownSeat.Further> further,
            List<ShownSeat.Difference> differences, List<Choice> lines, List<Instalment> instalments, List<Choice> receivers) {
    }
}
