package org.commonground.organisation.process;

import org.commonground.engine.Answer;
import org.commonground.engine.StepContext;
import org.commonground.foundation.OrganisationId;
import org.commonground.organisation.OrganisationService;
import org.springframework.stereotype.Component;

@Component
class CompleteRegistrationAnswer implements Answer<Stated> {

    private final OrganisationService organisations;

    CompleteRegistrationAnswer(OrganisationService organisations) {
        this.organisations = organisations;
    }

    @Override
    public void take(Stated given, StepContext context) {
        OrganisationId organisation = new OrganisationId(context.businessKey());
        String focalUser = organisations.file(organisation).registration().focalPoint().user();
        organisations.complete(organisation, given.registration(organisation, focalUser));
    }
}
