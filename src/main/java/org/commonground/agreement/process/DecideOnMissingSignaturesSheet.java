package org.commonground.agreement.process;

import java.util.List;

import org.commonground.agreement.AgreementService;
import org.commonground.agreement.MissingSignature;
import org.commonground.engine.Sheet;
import org.commonground.engine.StepContext;
import org.commonground.negotiation.NegotiationId;
import org.springframework.stereotype.Component;

@Component
class DecideOnMissingSignaturesSheet implements Sheet<DecideOnMissingSignaturesSheet.Shown> {

    private final AgreementService agreements;

    DecideOnMissingSignaturesSheet(AgreementService agreements) {
        this.agreements = agreements;
    }

    @Override
    public Shown read(StepContext context) {
        NegotiationId negotiation = AgreementVariables.negotiation(context);
        return new Shown(agreements.current(negotiation).nr(), agreements.missing(negotiation).stream().map(Row::of).toList());
    }

    record Row(String name, String signed, String why) {

        static Row of(MissingSignature missing) {
            return new Row(missing.name(), missing.signed() ? "Yes" : "No", missing.why());
        }
    }

    record Shown(int version, List<Row> missing) {
    }
}
