package org.commonground.work.process;

import java.util.Date;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.commonground.engine.MayMove;
import org.commonground.engine.OpenToModels;
import org.commonground.foundation.PartnershipId;
import org.commonground.work.RenewalService;
import org.springframework.stereotype.Component;

/** What the diagram asks about a renewal: {@code ${renewals.nextDate(execution)}}. */
@Component("renewals")
@OpenToModels
public class RenewalQuestions {

    private final RenewalService renewals;

    RenewalQuestions(RenewalService renewals) {
        this.renewals = renewals;
    }

    /** When a renewal is to be proposed; after the end of the term where none is. */
    @MayMove
    public Date nextDate(DelegateExecution execution) {
        return Date.from(renewals.nextDate(new PartnershipId(execution.getProcessBusinessKey())));
    }
}
