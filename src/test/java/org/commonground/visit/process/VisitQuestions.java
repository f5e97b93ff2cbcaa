package org.commonground.visit.process;

import java.util.List;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.commonground.engine.OpenToModels;
import org.commonground.foundation.OrganisationId;
import org.commonground.visit.VisitService;
import org.springframework.stereotype.Component;

/** What the diagram asks about a visit. */
@Component("visits")
@OpenToModels
public class VisitQuestions {

    private final VisitService visits;

    VisitQuestions(VisitService visits) {
        this.visits = visits;
    }

    /** The group of the organisation that is visited. */
    public String host(DelegateExecution execution) {
        return visits.host(VisitVariables.matter(execution)).groupId();
    }

    /** Codes of those who are asked to come. */
    public List<String> visitors(DelegateExecution execution) {
        return visits.visitors(VisitVariables.matter(execution)).stream().map(OrganisationId::code).toList();
    }

    /** Whether nobody is waited for any more. */
    public boolean allReported(DelegateExecution execution) {
        return visits.allReported(VisitVariables.matter(execution));
    }
}
