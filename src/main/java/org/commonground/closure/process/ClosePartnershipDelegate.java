package org.commonground.closure.process;

import org.commonground.closure.ClosureService;
import org.commonground.engine.ProcessStep;
import org.commonground.engine.StepContext;
import org.springframework.stereotype.Component;

@Component
class ClosePartnershipDelegate implements ProcessStep {

    private final ClosureService closures;

    ClosePartnershipDelegate(ClosureService closures) {
        this.closures = closures;
    }

    @Override
    public void perform(StepContext context) {
        closures.close(context.partnership());
    }
}
