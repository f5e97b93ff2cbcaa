package org.commonground.period.process;

import java.util.Date;
import java.util.List;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.commonground.agreement.AgreedTerms;
import org.commonground.engine.MayMove;
import org.commonground.engine.OpenToModels;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Role;
import org.commonground.foundation.Seat;
import org.commonground.organisation.OrganisationService;
import org.commonground.period.PeriodService;
import org.commonground.work.AgreedWork;
import org.springframework.stereotype.Component;

/** What the diagram asks about periods: {@code ${periods.planners(execution)}}. Asked of the tables each time. */
@Component("periods")
@OpenToModels
public class PeriodQuestions {

    private final PeriodService periods;
    private final OrganisationService organisations;
    private final AgreedTerms agreements;

    PeriodQuestions(PeriodService periods, OrganisationService organisations, AgreedTerms agreements) {
        this.periods = periods;
        this.organisations = organisations;
        this.agreements = agreements;
    }

    /** Whether a period runs; none does while the term leaves room for no other. */
    public boolean periodOpened(DelegateExecution execution) {
        return periods.isOpen(id(execution));
    }

    /** Whether the term is over. */
    public boolean termOver(DelegateExecution execution) {
        return periods.isTermOver(id(execution));
    }

    /** The morning on which to look whether another period begins: at once where a longer term was agreed. */
    @MayMove
    public Date nextLook(DelegateExecution execution) {
        PartnershipId id = id(execution);
        return Date.from(new AgreedWork(agreements.of(id)).morningOf(periods.nextLook(id)));
    }

    /** Codes of the implementers whose plan is awaited. */
    public List<String> planners(DelegateExecution execution) {
        return periods.planners(id(execution)).stream().map(OrganisationId::code).toList();
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
    @MayMove
    public Date periodEnds(DelegateExecution execution) {
        PartnershipId id = id(execution);
        return Date.from(new AgreedWork(agreements.of(id)).morningOf(periods.reportOn(id)));
    }

    /** The period that was closed last: it is read while the next one is planned. */
    public String lastClosed(DelegateExecution execution) {
        return periods.lastClosed(id(execution)).id().toString();
    }

    private static PartnershipId id(DelegateExecution execution) {
        return new PartnershipId(execution.getProcessBusinessKey());
    }
}
