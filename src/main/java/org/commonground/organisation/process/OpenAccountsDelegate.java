package org.commonground.organisation.process;

import org.commonground.engine.ProcessStep;
import org.commonground.engine.StepContext;
import org.commonground.foundation.OrganisationId;
import org.commonground.organisation.OrganisationService;
import org.springframework.stereotype.Component;

@Component
class OpenAccountsDelegate implements ProcessStep {

    private final OrganisationService organisations;

    OpenAccountsDelegate(OrganisationService organisations) {
        this.organisations = organisations;
    }

    @Override
    public void perform(StepContext context) {
        organisations.openAccounts(new OrganisationId(context.businessKey()));
    }
}
