package org.commonground.negotiation.process;

import java.util.Date;
import java.util.List;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.commonground.engine.OpenToModels;
import org.commonground.foundation.OrganisationId;
import org.commonground.negotiation.NegotiationId;
import org.commonground.negotiation.NegotiationService;
import org.commonground.negotiation.RoundService;
import org.commonground.negotiation.VisionService;
import org.springframework.stereotype.Component;

/** What the diagram asks about a negotiation: {@code ${negotiations.awaited(execution)}}. */
@Component("negotiations")
@OpenToModels
public class NegotiationQuestions {

    private final NegotiationService negotiations;
    private final VisionService visions;
    private final RoundService rounds;

    NegotiationQuestions(NegotiationService negotiations, VisionService visions, RoundService rounds) {
        this.negotiations = negotiations;
        this.visions = visions;
        this.rounds = rounds;
    }

    /** Codes of the parties whose vision is awaited. */
    public List<String> visionaries(DelegateExecution execution) {
        return codes(visions.silentVisionaries(id(execution)));
    }

    /** Codes of the parties who are asked to endorse the vision, or for their positions, and have not answered. */
    public List<String> awaited(DelegateExecution execution) {
        return codes(negotiations.awaited(id(execution)));
    }

    /** Codes of the parties who have not said yet that they read the positions. */
    public List<String> readers(DelegateExecution execution) {
        return codes(rounds.readers(id(execution)));
    }

    /** Until when the positions are read. */
    public Date readUntil(DelegateExecution execution) {
        return Date.from(rounds.readUntil(id(execution)).orElseThrow());
    }

    /** Whether there is no vision to be endorsed any more: always so where no partnership begins. */
    public boolean visionEndorsed(DelegateExecution execution) {
        return !visions.wantsVision(id(execution));
    }

    /** Whether somebody put agreed or stated words into question, so that the coordinator looks at them first. */
    public boolean topicsReopened(DelegateExecution execution) {
        return !rounds.contested(id(execution)).isEmpty();
    }

    /** Whether all parties together do without more time to read. */
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
