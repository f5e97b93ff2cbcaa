package org.commonground.partnership.process;

import java.util.List;

import org.commonground.engine.Answer;
import org.commonground.engine.StepContext;
import org.commonground.partnership.PartnershipService;
import org.commonground.partnership.RoleRule;
import org.springframework.stereotype.Component;

@Component
class DetermineNeededRolesAnswer implements Answer<DetermineNeededRolesAnswer.Given> {

    private final PartnershipService partnerships;

    DetermineNeededRolesAnswer(PartnershipService partnerships) {
        this.partnerships = partnerships;
    }

    @Override
    public void take(Given given, StepContext context) {
        partnerships.determineNeededRoles(context.partnership(), given.rows());
    }

    record Given(List<RoleRule> rows) {
    }
}
