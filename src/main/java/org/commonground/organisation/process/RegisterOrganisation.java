package org.commonground.organisation.process;

import java.time.LocalDate;
import java.util.List;

import org.commonground.engine.For;
import org.commonground.engine.Step;
import org.commonground.engine.StepContext;
import org.commonground.foundation.Level;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.Role;
import org.commonground.organisation.OrganisationKind;
import org.commonground.organisation.OrganisationService;
import org.commonground.organisation.Registration;
import org.springframework.stereotype.Component;

/** An organisation that asks to take part states who it is. */
@Component
@For("coordinator")
class RegisterOrganisation implements Step.Asking<RegisterOrganisation.Given> {

    private final OrganisationService organisations;

    RegisterOrganisation(OrganisationService organisations) {
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

    record Given(String code, String name, OrganisationKind kind, String country, List<Role> roles, List<Level> levels,
            List<Registration.Place> areas, String document, String documentNumber, LocalDate expiresOn, String focalName,
            String focalEmail, String focalUser, List<Registration.Reference> references) {
    }
}
