package org.commonground.organisation.process;

import java.time.LocalDate;

import org.commonground.engine.Answer;
import org.commonground.engine.StepContext;
import org.commonground.foundation.OrganisationId;
import org.commonground.organisation.OrganisationService;
import org.commonground.organisation.Registration;
import org.springframework.stereotype.Component;

@Component
class RenewRegistrationAnswer implements Answer<RenewRegistrationAnswer.Given> {

    private final OrganisationService organisations;

    RenewRegistrationAnswer(OrganisationService organisations) {
        this.organisations = organisations;
    }

    @Override
    public void take(Given given, StepContext context) {
        organisations.renew(new OrganisationId(context.businessKey()),
                new Registration.Document(given.document, given.documentNumber, given.expiresOn), context.person());
    }

    record Given(String document, String documentNumber, LocalDate expiresOn) {
    }
}
