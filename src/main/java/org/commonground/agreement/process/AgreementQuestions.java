package org.commonground.agreement.process;

import java.util.Date;
import java.util.List;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.commonground.agreement.AgreedTerms;
import org.commonground.agreement.AgreementService;
import org.commonground.agreement.PaperSigningService;
import org.commonground.agreement.SigningService;
import org.commonground.engine.MayMove;
import org.commonground.engine.OpenToModels;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.negotiation.NegotiationId;
import org.commonground.organisation.Neutrality;
import org.springframework.stereotype.Component;

/** What the diagram asks about an agreement: {@code ${agreements.signatories(execution)}}. Signatures are counted in the tables. */
@Component("agreements")
@OpenToModels
public class AgreementQuestions {

    private final AgreementService agreements;
    private final SigningService signing;
    private final PaperSigningService papers;
    private final Neutrality neutrality;
    private final AgreedTerms agreed;

    AgreementQuestions(AgreementService agreements, SigningService signing, PaperSigningService papers, Neutrality neutrality,
            AgreedTerms agreed) {
        this.agreements = agreements;
        this.signing = signing;
        this.papers = papers;
        this.neutrality = neutrality;
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

    /** Whether this organisation has neither signed nor handed in a sheet that waits to be looked at. */
    public boolean signatureAwaited(DelegateExecution execution, String party) {
        return papers.isAwaited(negotiation(execution), new OrganisationId(party));
    }

    /** Whether this organisation handed in a sheet that it signed by hand, and nobody has looked at it yet. */
    public boolean sheetToVerify(DelegateExecution execution, String party) {
        return papers.isToVerify(negotiation(execution), new OrganisationId(party));
    }

    /** The group that looks at the sheet of this organisation: the coordinators, or the manager where all of them belong to it. */
    public List<String> neutralCoordinators(String party) {
        return neutrality.serving(List.of(new OrganisationId(party)));
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
