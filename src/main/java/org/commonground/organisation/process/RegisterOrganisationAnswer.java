package org.commonground.organisation.process;

import java.time.LocalDate;
import java.util.List;

import org.commonground.engine.Answer;
import org.commonground.engine.StepContext;
import org.commonground.foundation.OrganisationId;
import org.commonground.organisation.OrganisationService;
import org.springframework.stereotype.Component;

@Component
class RegisterOrganisationAnswer implements Answer<RegisterOrganisationAnswer.Given> {

    private final OrganisationService organisations;

    RegisterOrganisationAnswer(OrganisationService organisations) {
        this.organisations = organisations;
    }

    @Override
    public void take(Given given, StepContext context) {
        OrganisationId code = new OrganisationId(given.code);
        Stated stated = new Stated(given.name, given.kind, given.country, given.roles, given.levels, given.areas, given.document,
                given.documentNumber, given.expiresOn, given.focalName, given.focalEmail, given.references);
        organisations.register(stated.registration(code, given.focalUser), context.person());
        context.nameCase(code.code());
    }

    record Given(String code, String name, String kind, String country, List<String> roles, List<String> levels,
            List<Stated.Place> areas, String document, String documentNumber, LocalDate expiresOn, String focalName,
            String focalEmail, String focalUser, List<Stated.Reference> references) {
    }
}
