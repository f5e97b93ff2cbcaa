package org.commonground.reading.process;

import java.util.List;
import java.util.UUID;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.commonground.engine.OpenToModels;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Seat;
import org.commonground.reading.ReadingService;
import org.springframework.stereotype.Component;

/** What the diagram asks about reports that are read: {@code ${readings.readers(execution)}}. Asked of the tables each time. */
@Component("readings")
@OpenToModels
public class ReadingQuestions {

    private final ReadingService readings;

    ReadingQuestions(ReadingService readings) {
        this.readings = readings;
    }

    /** Codes of those who have not read the reports yet. */
    public List<String> readers(DelegateExecution execution) {
        return readings.readers(id(execution), period(execution)).stream().map(OrganisationId::code).toList();
    }

    /** Keys of the seats whose report was sent back and not answered yet. */
    public List<String> toAnswer(DelegateExecution execution) {
        return readings.toAnswer(id(execution), period(execution)).stream().map(Seat::key).toList();
    }

    private static UUID period(DelegateExecution execution) {
        return UUID.fromString((String) execution.getVariable(ReadingVariables.PERIOD.name()));
    }

    private static PartnershipId id(DelegateExecution execution) {
        return new PartnershipId(execution.getProcessBusinessKey());
    }
}
