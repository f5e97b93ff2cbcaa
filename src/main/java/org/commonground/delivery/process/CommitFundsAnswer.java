package org.commonground.delivery.process;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.commonground.delivery.DeliveryService;
import org.commonground.delivery.Offer;
import org.commonground.delivery.Payment;
import org.commonground.engine.Answer;
import org.commonground.engine.StepContext;
import org.commonground.foundation.OrganisationId;
import org.springframework.stereotype.Component;

@Component
class CommitFundsAnswer implements Answer<CommitFundsAnswer.Given> {

    private final DeliveryService deliveries;

    CommitFundsAnswer(DeliveryService deliveries) {
        this.deliveries = deliveries;
    }

    @Override
    public void take(CommitFundsAnswer.Given given, StepContext context) {
        deliveries.commit(context.partnership(), DeliveryVariables.seat(context), given.version(), given.offers(), given.payments(), context.person());
    }

    record Given(Integer version, List<OfferRow> agreed, List<InstalmentRow> instalments, List<FurtherRow> further) {

        List<Offer> offers() {
            return Stream.concat(agreed.stream().map(OfferRow::offer), further.stream().map(FurtherRow::offer)).toList();
        }

        /** What goes beyond the agreement comes in one payment. */
        List<Payment> payments() {
            return Stream.concat(instalments.stream().map(InstalmentRow::payment),
                    IntStream.range(0, further.size()).mapToObj(nr -> further.get(nr).payment(agreed.size() + nr))).toList();
        }
    }

    /** @param line not asked for where there is only one */
    record InstalmentRow(String line, LocalDate due, BigDecimal amount, String receiver) {

        Payment payment() {
            return new Payment(line == null ? 0 : Integer.parseInt(line) - 1, due, amount, new OrganisationId(receiver));
        }
    }

    record FurtherRow(String what, BigDecimal amount, String unit, LocalDate due, String receiver) {

        Offer offer() {
            return new Offer(null, what, null, amount, unit, null, null, false, null);
        }

        Payment payment(int of) {
            return new Payment(of, due, amount, new OrganisationId(receiver));
        }
    }
}
