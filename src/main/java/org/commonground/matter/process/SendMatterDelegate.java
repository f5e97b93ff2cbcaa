package org.commonground.matter.process;

import java.util.UUID;

import org.commonground.engine.ProcessStep;
import org.commonground.engine.StepContext;
import org.commonground.engine.Variable;
import org.commonground.matter.MatterService;
import org.springframework.stereotype.Component;

@Component
class SendMatterDelegate implements ProcessStep {

    private final MatterService matters;

    SendMatterDelegate(MatterService matters) {
        this.matters = matters;
    }

    @Override
    public void perform(StepContext context) {
        context.set(MatterVariables.MATTER_ARRIVED, matters.send(UUID.fromString(context.get(Variable.MATTER))));
    }
}
