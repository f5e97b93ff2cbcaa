package org.commonground.adhesion.process;

import static org.commonground.adhesion.process.AdhesionVariables.matter;
import static org.commonground.adhesion.process.AdhesionVariables.newcomer;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.commonground.adhesion.AdhesionService;
import org.commonground.adhesion.WayIn;
import org.commonground.engine.OpenToModels;
import org.springframework.stereotype.Component;

/** What the diagram asks about how a newcomer comes in: {@code ${adhesions.signs(execution)}}. */
@Component("adhesions")
@OpenToModels
public class AdhesionQuestions {

    private final AdhesionService adhesions;

    AdhesionQuestions(AdhesionService adhesions) {
        this.adhesions = adhesions;
    }

    /** Whether it comes in by signing the agreement that is in force. */
    public boolean signs(DelegateExecution execution) {
        return adhesions.way(matter(execution), newcomer(execution)) == WayIn.SIGNS;
    }

    /** Whether it comes in by saying so, since nothing is signed yet. */
    public boolean confirms(DelegateExecution execution) {
        return adhesions.way(matter(execution), newcomer(execution)) == WayIn.CONFIRMS;
    }

    /** Whether it has joined a partnership that is at work. */
    public boolean atWork(DelegateExecution execution) {
        return adhesions.isAtWork(matter(execution), newcomer(execution));
    }
}
