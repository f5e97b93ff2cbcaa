package org.commonground.withdrawal.process;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.commonground.engine.DueDates;
import org.commonground.engine.OpenToModels;
import org.commonground.engine.Variable;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.withdrawal.PassingService;
import org.commonground.withdrawal.WithdrawalService;
import org.springframework.stereotype.Component;

/** What the diagram asks about the leaving of a partner: {@code ${withdrawals.takers(execution)}}. */
@Component("withdrawals")
@OpenToModels
public class WithdrawalQuestions {

    private final WithdrawalService withdrawals;
    private final PassingService passings;
    private final DueDates deadlines;

    WithdrawalQuestions(WithdrawalService withdrawals, PassingService passings, DueDates deadlines) {
        this.withdrawals = withdrawals;
        this.passings = passings;
        this.deadlines = deadlines;
    }

    /** Whether the others have decided that it leaves, so that it is not asked for notice. */
    public boolean decidedByOthers(DelegateExecution execution) {
        return withdrawals.isReleased(matter(execution));
    }

    /** The group whose people leave. */
    public List<String> leaver(DelegateExecution execution) {
        return List.of(withdrawals.leaver(matter(execution)).groupId());
    }

    /** The morning of the day on which the partner leaves. */
    public Date lastDay(DelegateExecution execution) {
        return Date.from(withdrawals.lastDay(matter(execution)));
    }

    /** Codes of the partners that are asked now to take something over. */
    public List<String> takers(DelegateExecution execution) {
        return passings.asked(matter(execution)).stream().map(OrganisationId::code).toList();
    }

    /** Until when they can answer. */
    public Date offersUntil(DelegateExecution execution) {
        UUID matter = matter(execution);
        return Date.from(passings.askedUntil(matter, withdrawals.lastDay(matter)));
    }

    /** The group that decides on releases: who leads and stays, else the coordinators. */
    public List<String> releasers(DelegateExecution execution) {
        return List.of(passings.releaser(matter(execution), new PartnershipId(execution.getProcessBusinessKey()))
                .map(OrganisationId::groupId).orElse("coordinator"));
    }

    /** Until when a release can be decided on: the partner's last day at the latest. */
    public Date releaseUntil(DelegateExecution execution) {
        return Date.from(until("decide-on-releases", withdrawals.lastDay(matter(execution))));
    }

    private Instant until(String step, Instant lastDay) {
        return deadlines.dueFor(step).filter(lastDay::isAfter).orElse(lastDay);
    }

    private static UUID matter(DelegateExecution execution) {
        return UUID.fromString((String) execution.getVariable(Variable.MATTER.name()));
    }
}
