package org.commonground.agreement.process;

import static org.commonground.agreement.process.AgreementVariables.negotiation;

import java.util.List;

import org.commonground.agreement.AgreementService;
import org.commonground.agreement.MissingSignature;
import org.commonground.agreement.SigningService;
import org.commonground.engine.For;
import org.commonground.engine.Step;
import org.commonground.engine.StepContext;
import org.springframework.stereotype.Component;

/** What happens when the time to sign is over and somebody is missing. */
@Component
@For("coordinator")
class DecideOnMissingSignatures implements Step<DecideOnMissingSignatures.Shown, DecideOnMissingSignatures.Given> {

    private final AgreementService agreements;
    private final SigningService signing;

    DecideOnMissingSignatures(AgreementService agreements, SigningService signing) {
        this.agreements = agreements;
        this.signing = signing;
    }

    @Override
    public Shown show(StepContext context) {
        return new Shown(agreements.current(negotiation(context)).nr(), signing.missing(negotiation(context)).stream().map(Row::of)
                .toList());
    }

    @Override
    public void take(Given given, StepContext context) {
        switch (given.decision()) {
            case "goOn" -> signing.goOnWithoutMissing(negotiation(context), given.reason(), context.person());
            case "stop" -> signing.stop(negotiation(context), given.reason(), context.person());
            default -> {
                // They get more time: whoever has not signed is asked again.
            }
        }
        context.set(AgreementVariables.TIME_EXTENDED, given.decision().equals("extend"));
        context.set(AgreementVariables.SIGNING_GIVEN_UP, given.decision().equals("stop"));
    }

    record Row(String name, String signed, String why) {

        static Row of(MissingSignature missing) {
            return new Row(missing.name(), missing.signed() ? "Yes" : "No", missing.why());
        }
    }

    record Shown(int version, List<Row> missing) {
    }

    record Given(String decision, String reason) {
    }
}
