package org.commonground.organisation.process;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

import org.commonground.engine.Sheet;
import org.commonground.engine.StepContext;
import org.commonground.foundation.Level;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.Role;
import org.commonground.organisation.OrganisationService;
import org.commonground.organisation.Registration;
import org.springframework.stereotype.Component;

@Component
class VerifyOrganisationSheet implements Sheet<VerifyOrganisationSheet.Shown> {

    private final OrganisationService organisations;

    VerifyOrganisationSheet(OrganisationService organisations) {
        this.organisations = organisations;
    }

    @Override
    public Shown read(StepContext context) {
        Registration registration = organisations.file(new OrganisationId(context.businessKey())).registration();
        return new Shown(registration.kind().label(), registration.country(),
                registration.roles().stream().sorted().map(Role::label).collect(Collectors.joining(", ")),
                registration.levels().stream().sorted().map(Level::label).collect(Collectors.joining(", ")),
                registration.areas().stream().map(Registration.Place::name).collect(Collectors.joining(", ")),
                registration.document().name(), registration.document().number(), registration.document().expiresOn(),
                registration.focalPoint().name(), registration.focalPoint().email(), registration.references());
    }

    record Shown(String kind, String country, String roles, String levels, String areas, String document, String documentNumber,
            LocalDate expiresOn, String focalName, String focalEmail, List<Registration.Reference> references) {
    }
}
