package org.commonground.funding.process;

import java.util.Date;
import java.util.List;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.commonground.agreement.AgreedTerms;
import org.commonground.engine.MayMove;
import org.commonground.engine.OpenToModels;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.funding.InstalmentService;
import org.commonground.work.AgreedWork;
import org.springframework.stereotype.Component;

/** What the diagram asks about money that was promised: {@code ${instalments.dueInstalments(execution)}}. Asked of the tables each time. */
@Component("instalments")
@OpenToModels
public class FundingQuestions {

    private static final List<String> SOMEBODY_ELSE = List.of("coordinator");

    private final InstalmentService instalments;
    private final AgreedTerms agreements;

    FundingQuestions(InstalmentService instalments, AgreedTerms agreements) {
        this.instalments = instalments;
        this.agreements = agreements;
    }

    /** Whether the term is over, so that nobody looks at money here any more. */
    public boolean termOver(DelegateExecution execution) {
        return instalments.isTermOver(id(execution));
    }

    /** When money is looked at next: on the day on which a receiver is asked, at the latest in three months. */
    @MayMove
    public Date nextInstalment(DelegateExecution execution) {
        PartnershipId id = id(execution);
        return Date.from(new AgreedWork(agreements.of(id)).morningOf(instalments.nextLook(id)));
    }

    /** Keys of the instalments whose receivers are asked now. */
    public List<String> dueInstalments(DelegateExecution execution) {
        return instalments.dueInstalments(id(execution)).stream().map(FundingVariables::key).toList();
    }

    /** The groups whose people can say whether an instalment came; the coordinators find out where its receiver has left. */
    public List<String> receivers(DelegateExecution execution, String instalment) {
        List<String> groups = instalments.receivers(id(execution), FundingVariables.instalment(instalment)).stream()
                .map(OrganisationId::groupId).toList();
        return groups.isEmpty() ? SOMEBODY_ELSE : groups;
    }

    private static PartnershipId id(DelegateExecution execution) {
        return new PartnershipId(execution.getProcessBusinessKey());
    }
}
