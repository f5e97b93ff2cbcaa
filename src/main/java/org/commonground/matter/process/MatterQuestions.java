package org.commonground.matter.process;

import java.util.UUID;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.commonground.engine.OpenToModels;
import org.commonground.engine.Variable;
import org.commonground.matter.MatterService;
import org.springframework.stereotype.Component;

/** What diagrams ask about matters: {@code ${matters.room(execution)}}. */
@Component("matters")
@OpenToModels
public class MatterQuestions {

    private final MatterService matters;

    MatterQuestions(MatterService matters) {
        this.matters = matters;
    }

    /** The process that takes up the matter that was raised; only one that a room has brought. */
    public String room(DelegateExecution execution) {
        return matters.room(UUID.fromString((String) execution.getVariable(Variable.MATTER.name())));
    }
}
