package org.commonground.partnership.process;

import org.commonground.engine.ProcessStep;
import org.commonground.engine.StepContext;
import org.commonground.partnership.PartnershipService;
import org.commonground.partnership.Phase;
import org.springframework.stereotype.Component;

@Component
class BringIntoForceDelegate implements ProcessStep {

    private final PartnershipService partnerships;

    BringIntoForceDelegate(PartnershipService partnerships) {
        this.partnerships = partnerships;
    }

    @Override
    public void perform(StepContext context) {
        partnerships.enter(context.partnership(), Phase.IN_FORCE);
    }
}
