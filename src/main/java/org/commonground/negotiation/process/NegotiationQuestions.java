package org.commonground.negotiation.process;

import java.util.Date;
import java.util.List;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.commonground.engine.OpenToModels;
import org.commonground.foundation.OrganisationId;
import org.commonground.negotiation.NegotiationId;
import org.commonground.negotiation.NegotiationService;
import org.commonground.negotiation.RoundService;
import org.springframework.stereotype.Component;

/** What the diagram asks about a negotiation: {@code ${negotiations.awaited(execution)}}. */
@Component("negotiations")
@OpenToModels
public class NegotiationQuestions {

    private final NegotiationService negotiations;
    private final RoundService rounds;

    NegotiationQuestions(NegotiationService negotiations, RoundService rounds) {
        this.negotiations = negotiations;
        this.rounds = rounds;
    }

    /** Codes of the parties who are asked for their positions and have not answered. */
    public List<String> awaited(DelegateExecution execution) {
        return codes(negotiations.awaited(id(execution)));
    }

    /** Whether somebody is awaited whom nobody asked in this round yet: it joined since. */
    public boolean partyMissing(DelegateExecution execution) {
        return !awaited(execution).isEmpty();
    }

    /** Codes of the parties who have not said yet that they read the positions. */
    public List<String> readers(DelegateExecution execution) {
        return codes(rounds.readers(id(execution)));
    }

    /** Until when the positions are read. */
    public Date readUntil(DelegateExecution execution) {
        return Date.from(rounds.readUntil(id(execution)).orElseThrow());
    }

    /** Whether a partnership begins, and its topics have no words yet. */
    public boolean topicsWanted(DelegateExecution execution) {
        return negotiations.wantsTopics(id(execution));
    }

    /** Whether somebody put agreed or stated words into question, so that the coordinator looks at them first. */
    public boolean topicsReopened(DelegateExecution execution) {
        return !rounds.contested(id(execution)).isEmpty();
    }

    /**
     * Whether all parties together do without more time to read. Nobody needs to be asked once more: who joined meanwhile stated no
     * positions, is asked for them in the next round, and until then keeps the others from doing without the time.
     */
    public boolean readingWaived(DelegateExecution execution) {
        return rounds.isReadingWaived(id(execution));
    }

    /** Whether fewer than two parties are left, or somebody found that there is no common ground. */
    public boolean isOver(DelegateExecution execution) {
        return !negotiations.goesOn(id(execution));
    }

    private static NegotiationId id(DelegateExecution execution) {
        return NegotiationId.of((String) execution.getVariable(NegotiationVariables.NEGOTIATION.name()));
    }

    private static List<String> codes(List<OrganisationId> parties) {
        return parties.stream().map(OrganisationId::code).toList();
    }
}
