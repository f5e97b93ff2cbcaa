package org.commonground.agreement.process;

import java.util.List;

import org.commonground.agreement.AgreementService;
import org.commonground.agreement.Change;
import org.commonground.agreement.Party;
import org.commonground.agreement.ToSign;
import org.commonground.agreement.VersionCard;
import org.commonground.engine.Choice;
import org.commonground.engine.Sheet;
import org.commonground.engine.StepContext;
import org.springframework.stereotype.Component;

@Component
class SignAgreementSheet implements Sheet<SignAgreementSheet.Shown> {

    private final AgreementService agreements;

    SignAgreementSheet(AgreementService agreements) {
        this.agreements = agreements;
    }

    @Override
    public Shown read(StepContext context) {
        ToSign toSign = agreements.toSign(AgreementVariables.negotiation(context), context.party());
        VersionCard version = toSign.version();
        return new Shown(version.nr(), version.form().label(), version.sha256(), toSign.maySign().isEmpty() ? "nobody" : String.join(", ", toSign.maySign()),
                toSign.parties().stream().map(Row::of).toList(),
                toSign.changes(), toSign.changes().isEmpty(), toSign.terms().stream().map(row -> new Term(row.get(0), row.get(1))).toList(),
                toSign.reservations(), toSign.reservations().isEmpty(), CheckAgreementSheet.topics());
    }

    record Row(String name, String standing, String seats) {

        static Row of(Party party) {
            return new Row(party.name(), party.standing(), String.join("; ", party.seats()));
        }
    }

    record Term(String rule, String agreed) {
    }

    record Shown(int version, String form, String sha256, String maySign, List<Row> parties, List<Change> changes, boolean unchanged,
            List<Term> terms, List<ToSign.Aside> reservations, boolean noReservations, List<Choice> topicChoices) {
    }
}
