package org.commonground.reporting.process;

import java.util.List;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.commonground.engine.OpenToModels;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Seat;
import org.commonground.reporting.ReportService;
import org.springframework.stereotype.Component;

/** What the diagram asks about reports: {@code ${reports.awaitedSeats(execution)}}. Asked of the tables each time. */
@Component("reports")
@OpenToModels
public class ReportingQuestions {

    private final ReportService reports;

    ReportingQuestions(ReportService reports) {
        this.reports = reports;
    }

    /** Keys of the seats whose part in the period that runs is awaited. */
    public List<String> awaitedSeats(DelegateExecution execution) {
        return reports.awaited(new PartnershipId(execution.getProcessBusinessKey())).stream().map(Seat::key).toList();
    }
}
