package org.commonground.partnership.process;

import org.commonground.engine.For;
import org.commonground.engine.Step;
import org.commonground.engine.StepContext;
import org.commonground.partnership.FirstProposal;
import org.commonground.partnership.PartnershipService;
import org.springframework.stereotype.Component;

/** Somebody proposes a partnership to the others. */
@Component
@For({"partner", "coordinator"})
class ProposePartnership implements Step.Asking<ProposePartnership.Given> {

    private final PartnershipService partnerships;

    ProposePartnership(PartnershipService partnerships) {
        this.partnerships = partnerships;
    }

    @Override
    public void take(Given given, StepContext context) {
        FirstProposal proposal = new FirstProposal(given.title(), given.practice(), given.whyTogether());
        context.nameCase(partnerships.propose(proposal, context.person()).value());
    }

    record Given(String title, String practice, String whyTogether) {
    }
}
