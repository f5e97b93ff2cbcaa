package org.commonground.agreement.process;

import static org.commonground.agreement.process.AgreementVariables.negotiation;

import java.util.List;

import org.commonground.agreement.AgreementService;
import org.commonground.agreement.MissingSignature;
import org.commonground.agreement.SigningService;
import org.commonground.engine.Choice;
import org.commonground.engine.For;
import org.commonground.engine.Step;
import org.commonground.engine.StepContext;
import org.commonground.negotiation.NegotiationService;
import org.commonground.partnership.FoundingEnd;
import org.springframework.stereotype.Component;

/** What happens when the time to sign is over and somebody is missing. */
@Component
@For("coordinator")
class DecideOnMissingSignatures implements Step<DecideOnMissingSignatures.Shown, DecideOnMissingSignatures.Given> {

    private static final String STOP = "stop";

    private final AgreementService agreements;
    private final NegotiationService negotiations;
    private final SigningService signing;
    private final FoundingEnd end;

    DecideOnMissingSignatures(AgreementService agreements, NegotiationService negotiations, SigningService signing,
            FoundingEnd end) {
        this.agreements = agreements;
        this.negotiations = negotiations;
        this.signing = signing;
        this.end = end;
    }

    @Override
    public Shown show(StepContext context) {
        boolean founding = negotiations.card(negotiation(context)).isFounding();
        String proposed = founding ? end.open(context.partnership()).orElse(null) : null;
        return new Shown(agreements.current(negotiation(context)).nr(), proposed, decisions(founding, proposed != null),
                signing.missing(negotiation(context)).stream().map(Row::of).toList());
    }

    /** What concerns a partner is not changed without it. */
    private static List<Choice> decisions(boolean founding, boolean endProposed) {
        Choice extend = new Choice("More time: they are asked again, with the full time", "extend");
        Choice goOn = new Choice("On without them: they leave, and the others sign a new version", "goOn");
        if (endProposed) {
            return List.of(extend, goOn);
        }
        return founding ? List.of(extend, goOn, new Choice(FoundingEnd.CHOICE, STOP))
                : List.of(extend, new Choice("It ends here: what was agreed before holds, and everybody is told why", STOP));
    }

    @Override
    public void take(Given given, StepContext context) {
        boolean endProposed = given.decision().equals(STOP) && negotiations.card(negotiation(context)).isFounding();
        switch (given.decision()) {
            case "goOn" -> signing.goOnWithoutMissing(negotiation(context), given.reason(), context.person());
            case STOP -> {
                if (endProposed) {
                    end.propose(context.partnership(), given.reason(), context.person());
                } else {
                    signing.stop(negotiation(context), given.reason(), context.person());
                }
            }
            default -> {
                // They get more time: whoever has not signed is asked again.
            }
        }
        context.set(AgreementVariables.TIME_EXTENDED, given.decision().equals("extend"));
        context.set(AgreementVariables.SIGNING_GIVEN_UP, given.decision().equals(STOP));
        context.set(AgreementVariables.END_PROPOSED, endProposed);
    }

    record Row(String name, String signed, String why) {

        static Row of(MissingSignature missing) {
            return new Row(missing.name(), missing.signed() ? "Yes" : "No", missing.why());
        }
    }

    record Shown(int version, String proposed, List<Choice> decisions, List<Row> missing) {
    }

    record Given(String decision, String reason) {
    }
}
