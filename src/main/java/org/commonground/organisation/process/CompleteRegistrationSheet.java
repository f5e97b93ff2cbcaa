package org.commonground.organisation.process;

import java.time.LocalDate;
import java.util.List;

import org.commonground.engine.Sheet;
import org.commonground.engine.StepContext;
import org.commonground.foundation.OrganisationId;
import org.commonground.organisation.OrganisationService;
import org.commonground.organisation.RegistrationFile;
import org.springframework.stereotype.Component;

@Component
class CompleteRegistrationSheet implements Sheet<CompleteRegistrationSheet.Shown> {

    private final OrganisationService organisations;

    CompleteRegistrationSheet(OrganisationService organisations) {
        this.organisations = organisations;
    }

    @Override
    public Shown read(StepContext context) {
        RegistrationFile file = organisations.file(new OrganisationId(context.businessKey()));
        Stated stated = Stated.of(file.registration());
        return new Shown(file.remark(), stated.name(), stated.kind(), stated.country(), stated.roles(), stated.levels(), stated.areas(),
                stated.document(), stated.documentNumber(), stated.expiresOn(), stated.focalName(), stated.focalEmail(),
                stated.references());
    }

    record Shown(String needed, String name, String kind, String country, List<String> roles, List<String> levels,
            List<Stated.Place> areas, String document, String documentNumber, LocalDate expiresOn, String focalName,
            String focalEmail, List<Stated.Reference> references) {
    }
}
