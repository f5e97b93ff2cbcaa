package org.commonground.accession.process;

import java.util.List;
import java.util.UUID;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.commonground.accession.AccessionService;
import org.commonground.engine.OpenToModels;
import org.commonground.engine.Variable;
import org.commonground.foundation.OrganisationId;
import org.springframework.stereotype.Component;

/** What the diagram asks about whether somebody joins: {@code ${accessions.partners(execution)}}. */
@Component("accessions")
@OpenToModels
public class AccessionQuestions {

    private final AccessionService accessions;

    AccessionQuestions(AccessionService accessions) {
        this.accessions = accessions;
    }

    /** Codes of the partners whose consent is awaited. */
    public List<String> partners(DelegateExecution execution) {
        return accessions.awaited(matter(execution)).stream().map(OrganisationId::code).toList();
    }

    /** Codes of those to whom the partners consented, and who are not in yet. */
    public List<String> newcomers(DelegateExecution execution) {
        return accessions.comingIn(matter(execution)).stream().map(OrganisationId::code).toList();
    }

    /** Whether there is such a newcomer. */
    public boolean consented(DelegateExecution execution) {
        return !newcomers(execution).isEmpty();
    }

    private static UUID matter(DelegateExecution execution) {
        return UUID.fromString((String) execution.getVariable(Variable.MATTER.name()));
    }
}
