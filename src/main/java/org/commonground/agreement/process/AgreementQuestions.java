package org.commonground.agreement.process;

import java.util.Date;
import java.util.List;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.commonground.agreement.AgreementService;
import org.commonground.engine.OpenToModels;
import org.commonground.foundation.PartnershipId;
import org.commonground.negotiation.NegotiationId;
import org.springframework.stereotype.Component;

/** What the diagram asks about an agreement: {@code ${agreements.signatories(execution)}}. Signatures are counted in the tables. */
@Component("agreements")
@OpenToModels
public class AgreementQuestions {

    private final AgreementService agreements;

    AgreementQuestions(AgreementService agreements) {
        this.agreements = agreements;
    }

    /** Codes of those whose signature is awaited; who has signed is not asked again. */
    public List<String> signatories(DelegateExecution execution) {
        return agreements.awaited(negotiation(execution));
    }

    /** Whether somebody declined, so that nobody needs to sign any more. */
    public boolean signingStopped(DelegateExecution execution) {
        return agreements.isSigningStopped(negotiation(execution));
    }

    /** Whether nothing stands between the agreement and its seal. */
    public boolean signedByAll(DelegateExecution execution) {
        return agreements.isSignedByAll(negotiation(execution));
    }

    /** Whether there is an agreement that binds the partners. */
    public boolean sealed(DelegateExecution execution) {
        return agreements.sealed(new PartnershipId(execution.getProcessBusinessKey())).isPresent();
    }

    /** When the agreed time is over. */
    public Date termEnds(DelegateExecution execution) {
        return Date.from(agreements.termEnds(new PartnershipId(execution.getProcessBusinessKey())));
    }

    private static NegotiationId negotiation(DelegateExecution execution) {
        return NegotiationId.of((String) execution.getVariable(AgreementVariables.NEGOTIATION.name()));
    }
}
