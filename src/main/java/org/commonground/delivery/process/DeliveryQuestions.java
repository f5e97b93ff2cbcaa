package org.commonground.delivery.process;

import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.UUID;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.commonground.agreement.AgreedTerms;
import org.commonground.delivery.AgreedWork;
import org.commonground.delivery.CommitmentService;
import org.commonground.delivery.InstalmentService;
import org.commonground.delivery.OrientationService;
import org.commonground.delivery.PeriodService;
import org.commonground.engine.OpenToModels;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Role;
import org.commonground.foundation.Seat;
import org.commonground.organisation.OrganisationService;
import org.springframework.stereotype.Component;

/** What the diagram asks about the work in force: {@code ${deliveries.silentSeats(execution)}}. Asked of the tables each time. */
@Component("deliveries")
@OpenToModels
public class DeliveryQuestions {

    private final OrientationService orientations;
    private final CommitmentService commitments;
    private final InstalmentService instalments;
    private final PeriodService periods;
    private final OrganisationService organisations;
    private final AgreedTerms agreements;

    DeliveryQuestions(OrientationService orientations, CommitmentService commitments, InstalmentService instalments, PeriodService periods,
            OrganisationService organisations, AgreedTerms agreements) {
        this.orientations = orientations;
        this.commitments = commitments;
        this.instalments = instalments;
        this.periods = periods;
        this.organisations = organisations;
        this.agreements = agreements;
    }

    public boolean partnersOriented(DelegateExecution execution) {
        return orientations.isOriented(id(execution));
    }

    /** Whether a secretariat is called for and not set up yet. */
    public boolean secretariatMissing(DelegateExecution execution) {
        return orientations.secretariatMissing(id(execution));
    }

    /** Keys of the seats that have not said yet what they bring. */
    public List<String> silentSeats(DelegateExecution execution) {
        return commitments.silentSeats(id(execution)).stream().map(Seat::key).toList();
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
        return morningOf(execution, commitments.askSeatsAgainOn(id(execution)));
    }

    /** Whether a period runs or another one begins. */
    public boolean anotherPeriod(DelegateExecution execution) {
        return periods.isAnother(id(execution));
    }

    /** Codes of the implementers whose plan is awaited. */
    public List<String> planners(DelegateExecution execution) {
        return periods.planners(id(execution)).stream().map(OrganisationId::code).toList();
    }

    /** Codes of the implementers whose report is awaited. */
    public List<String> reporters(DelegateExecution execution) {
        return periods.reporters(id(execution)).stream().map(OrganisationId::code).toList();
    }

    /** The group of those who implement for this organisation. */
    public String implementers(String party) {
        return organisations.groupFor(new Seat(new OrganisationId(party), Role.IMPLEMENTER));
    }

    /** Whether plans clash or leave a gap, and nobody has settled it. */
    public boolean plansUnsettled(DelegateExecution execution) {
        return periods.isUnsettled(id(execution));
    }

    /** The morning on which the period that runs begins to be reported. */
    public Date periodEnds(DelegateExecution execution) {
        return morningOf(execution, periods.reportOn(id(execution)));
    }

    /** Whether money is still to come, or a seat that may promise some is still silent. */
    public boolean moneyToCome(DelegateExecution execution) {
        return instalments.nextLook(id(execution)).isPresent();
    }

    /** When the receiver of the next instalment is asked. */
    public Date nextInstalment(DelegateExecution execution) {
        return morningOf(execution, instalments.nextLook(id(execution)).orElseThrow());
    }

    /** Ids of the instalments whose receivers are asked now. */
    public List<String> dueInstalments(DelegateExecution execution) {
        return instalments.dueInstalments(id(execution)).stream().map(instalment -> instalment.id().toString()).toList();
    }

    /** The groups whose people can say whether an instalment came. */
    public List<String> receivers(DelegateExecution execution, String instalment) {
        return instalments.receivers(id(execution), UUID.fromString(instalment)).stream().map(OrganisationId::groupId).toList();
    }

    private Date morningOf(DelegateExecution execution, LocalDate day) {
        return Date.from(new AgreedWork(agreements.of(id(execution))).morningOf(day));
    }

    private static PartnershipId id(DelegateExecution execution) {
        return new PartnershipId(execution.getProcessBusinessKey());
    }
}
