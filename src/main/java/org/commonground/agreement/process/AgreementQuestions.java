package org.commonground.agreement.process;

import java.util.Date;
import java.util.List;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.commonground.agreement.AgreedTerms;
import org.commonground.agreement.AgreementService;
import org.commonground.agreement.SigningService;
import org.commonground.engine.MayMove;
import org.commonground.engine.OpenToModels;
import org.commonground.foundation.PartnershipId;
import org.commonground.negotiation.NegotiationId;
import org.springframework.stereotype.Component;

/** What the diagram asks about an agreement: {@code ${agreements.signatories(execution)}}. Signatures are counted in the tables. */
@Component("agreements")
@OpenToModels
public class AgreementQuestions {

    private final AgreementService agreements;
    private final SigningService signing;
    private final AgreedTerms agreed;

    AgreementQuestions(AgreementService agreements, SigningService signing, AgreedTerms agreed) {
        this.agreements = agreements;
        this.signing = signing;
        this.agreed = agreed;
    }

    /** Codes of those whose signature is awaited; who has signed is not asked again. */
    public List<String> signatories(DelegateExecution execution) {
        return signing.awaited(negotiation(execution));
    }

    /** Whether somebody is awaited whom nobody asked for its signature yet. */
    public boolean signatoryMissing(DelegateExecution execution) {
        return !signatories(execution).isEmpty();
    }

    /** Whether somebody declined, so that nobody needs to sign any more. */
    public boolean signingStopped(DelegateExecution execution) {
        return signing.isSigningStopped(negotiation(execution));
    }

    /** Whether nothing stands between the agreement and its seal. */
    public boolean signedByAll(DelegateExecution execution) {
        return signing.isSignedByAll(negotiation(execution));
    }

    /** Whether there is an agreement that binds the partners. */
    public boolean sealed(DelegateExecution execution) {
        return agreements.isSealed(new PartnershipId(execution.getProcessBusinessKey()));
    }

    /** When the agreed time is over. */
    @MayMove
    public Date termEnds(DelegateExecution execution) {
        return Date.from(agreed.of(new PartnershipId(execution.getProcessBusinessKey())).termEnds());
    }

    private static NegotiationId negotiation(DelegateExecution execution) {
        return NegotiationId.of((String) execution.getVariable(AgreementVariables.NEGOTIATION.name()));
    }
}
