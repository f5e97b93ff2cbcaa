package org.commonground.commitment.process;

import java.util.Date;
import java.util.List;
import java.util.UUID;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.commonground.agreement.AgreedTerms;
import org.commonground.commitment.CommitmentService;
import org.commonground.engine.OpenToModels;
import org.commonground.engine.Variable;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Role;
import org.commonground.foundation.Seat;
import org.commonground.organisation.OrganisationService;
import org.commonground.work.AgreedWork;
import org.springframework.stereotype.Component;

/** What the diagram asks about commitments: {@code ${commitments.silentSeats(execution)}}. Asked of the tables each time. */
@Component("commitments")
@OpenToModels
public class CommitmentQuestions {

    private final CommitmentService commitments;
    private final OrganisationService organisations;
    private final AgreedTerms agreements;

    CommitmentQuestions(CommitmentService commitments, OrganisationService organisations, AgreedTerms agreements) {
        this.commitments = commitments;
        this.organisations = organisations;
        this.agreements = agreements;
    }

    /**
     * Keys of the seats that have not said yet what they bring; where a matter changed the agreement, of those that it asks anew. Nobody
     * is in both.
     */
    public List<String> silentSeats(DelegateExecution execution) {
        return silent(execution).stream().map(Seat::key).toList();
    }

    /** Whether a seat is to be asked after the others were: it came to the partnership meanwhile. */
    public boolean seatsMissing(DelegateExecution execution) {
        return !silent(execution).isEmpty();
    }

    private List<Seat> silent(DelegateExecution execution) {
        String matter = (String) execution.getVariable(Variable.MATTER.name());
        return matter == null ? commitments.seatsToAsk(id(execution))
                : commitments.seatsToRenew(id(execution), UUID.fromString(matter));
    }

    /** The group of a seat's people; of all people of its organisation while the seat is empty. */
    public String seatGroup(String seat) {
        return organisations.groupFor(Seat.of(seat));
    }

    public boolean isDecisionMaker(DelegateExecution execution, String seat) {
        return Seat.of(seat).role() == Role.DECISION_MAKER;
    }

    public boolean isResourceProvider(DelegateExecution execution, String seat) {
        return Seat.of(seat).role() == Role.RESOURCE_PROVIDER;
    }

    public boolean isExpert(DelegateExecution execution, String seat) {
        return Seat.of(seat).role() == Role.EXPERT;
    }

    public boolean isImplementer(DelegateExecution execution, String seat) {
        return Seat.of(seat).role() == Role.IMPLEMENTER;
    }

    public boolean isParticipant(DelegateExecution execution, String seat) {
        return Seat.of(seat).role() == Role.PARTICIPANT;
    }

    /** When the seats that stayed silent are asked again. */
    public Date askSeatsAgain(DelegateExecution execution) {
        PartnershipId id = id(execution);
        return Date.from(new AgreedWork(agreements.of(id)).morningOf(commitments.askSeatsAgainOn(id)));
    }

    private static PartnershipId id(DelegateExecution execution) {
        return new PartnershipId(execution.getProcessBusinessKey());
    }
}
