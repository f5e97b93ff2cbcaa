package org.commonground.orientation.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.commonground.engine.OpenToModels;
import org.commonground.foundation.PartnershipId;
import org.commonground.orientation.OrientationService;
import org.springframework.stereotype.Component;

/** What the diagram asks about how the work begins: {@code ${orientations.partnersOriented(execution)}}. */
@Component("orientations")
@OpenToModels
public class OrientationQuestions {

    private final OrientationService orientations;

    OrientationQuestions(OrientationService orientations) {
        this.orientations = orientations;
    }

    public boolean partnersOriented(DelegateExecution execution) {
        return orientations.isOriented(id(execution));
    }

    /** Whether a secretariat is called for and not set up yet. */
    public boolean secretariatMissing(DelegateExecution execution) {
        return orientations.secretariatMissing(id(execution));
    }

    private static PartnershipId id(DelegateExecution execution) {
        return new PartnershipId(execution.getProcessBusinessKey());
    }
}
