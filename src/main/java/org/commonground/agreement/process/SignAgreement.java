package org.commonground.agreement.process;

import static org.commonground.agreement.process.AgreementVariables.negotiation;

import java.util.List;

import org.commonground.agreement.Change;
import org.commonground.agreement.Party;
import org.commonground.agreement.SigningService;
import org.commonground.agreement.ToSign;
import org.commonground.agreement.VersionCard;
import org.commonground.engine.Choice;
import org.commonground.engine.For;
import org.commonground.engine.Step;
import org.commonground.engine.StepContext;
import org.commonground.negotiation.Topic;
import org.springframework.stereotype.Component;

/** The signature of one organisation under one version, or why it does not sign. */
@Component
@For("${organisations.group(party)}")
class SignAgreement implements Step<SignAgreement.Shown, SignAgreement.Given> {

    private final SigningService signing;

    SignAgreement(SigningService signing) {
        this.signing = signing;
    }

    @Override
    public Shown show(StepContext context) {
        ToSign toSign = signing.toSign(negotiation(context), context.party());
        VersionCard version = toSign.version();
        return new Shown(version.nr(), version.form().label(), version.sha256(),
                toSign.maySign().isEmpty() ? "nobody" : String.join(", ", toSign.maySign()), toSign.parties().stream().map(Row::of)
                        .toList(),
                toSign.changes(), toSign.changes().isEmpty(), toSign.terms().stream().map(row -> new Term(row.get(0), row.get(1))).toList(),
                toSign.reservations(), toSign.reservations().isEmpty(), CheckAgreement.topics());
    }

    @Override
    public void take(Given given, StepContext context) {
        if (given.decision().equals("sign")) {
            signing.sign(negotiation(context), context.party(), given.sha256(), context.person());
        } else {
            signing.decline(negotiation(context), context.party(), given.sha256(), given.topic(), given.reason(), context.person());
        }
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

    record Given(String sha256, String decision, Topic topic, String reason) {
    }
}
