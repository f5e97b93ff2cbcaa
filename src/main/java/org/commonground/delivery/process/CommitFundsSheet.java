package org.commonground.delivery.process;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import org.commonground.delivery.DeliveryService;
import org.commonground.engine.Choice;
import org.commonground.engine.Sheet;
import org.commonground.engine.StepContext;
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
                seat.agreed().stream().filter(line -> line.amount() != null).map(Instalment::of).toList(),
                Members.choices(deliveries.names(context.partnership())));
    }

    /** A proposal: all of it at once, on the day the agreement names. */
    record Instalment(String line, LocalDate due, BigDecimal amount) {

        static Instalment of(ShownSeat.Agreed agreed) {
            return new Instalment(String.valueOf(agreed.nr()), agreed.from(), agreed.amount());
        }
    }

    record Shown(String seat, int version, boolean nothingAgreed, List<ShownSeat.Agreed> agreed, List<ShownSeat.Further> further,
            List<ShownSeat.Difference> differences, List<Choice> lines, List<Instalment> instalments, List<Choice> receivers) {
    }
}
