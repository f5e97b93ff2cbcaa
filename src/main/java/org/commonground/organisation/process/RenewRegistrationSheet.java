package org.commonground.organisation.process;

import java.time.LocalDate;

import org.commonground.engine.Sheet;
import org.commonground.engine.StepContext;
import org.commonground.foundation.OrganisationId;
import org.commonground.organisation.OrganisationService;
import org.commonground.organisation.Registration;
import org.springframework.stereotype.Component;

@Component
class RenewRegistrationSheet implements Sheet<RenewRegistrationSheet.Shown> {

    private final OrganisationService organisations;

    RenewRegistrationSheet(OrganisationService organisations) {
        this.organisations = organisations;
    }

    @Override
    public Shown read(StepContext context) {
        Registration.Document onFile = organisations.file(new OrganisationId(context.businessKey())).registration().document();
        return new Shown(onFile.name(), onFile.number(), onFile.expiresOn());
    }

    record Shown(String documentOnFile, String numberOnFile, LocalDate endsOn) {
    }
}
