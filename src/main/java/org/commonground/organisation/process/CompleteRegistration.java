package org.commonground.organisation.process;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import org.commonground.engine.Choice;
import org.commonground.engine.For;
import org.commonground.engine.Step;
import org.commonground.engine.StepContext;
import org.commonground.foundation.Level;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.Role;
import org.commonground.organisation.Country;
import org.commonground.organisation.OrganisationKind;
import org.commonground.organisation.OrganisationService;
import org.commonground.organisation.Registration;
import org.commonground.organisation.RegistrationFile;
import org.springframework.stereotype.Component;

/** An organisation states its registration anew, with what was asked for. */
@Component
@For("coordinator")
class CompleteRegistration implements Step<CompleteRegistration.Shown, Stated> {

    private final OrganisationService organisations;

    CompleteRegistration(OrganisationService organisations) {
        this.organisations = organisations;
    }

    @Override
    public Shown show(StepContext context) {
        RegistrationFile file = organisations.file(new OrganisationId(context.businessKey()));
        Registration stated = file.registration();
        return new Shown(file.remark(), stated.name(), stated.kind(), stated.country().code(),
                Country.all().stream().map(country -> new Choice(country.inWords(), country.code())).toList(), stated.roles(),
                stated.levels(), stated.areas(), stated.document().name(), stated.document().number(), stated.document().expiresOn(),
                stated.focalPoint().name(), stated.focalPoint().email(), stated.references());
    }

    @Override
    public void take(Stated given, StepContext context) {
        OrganisationId organisation = new OrganisationId(context.businessKey());
        String focalUser = organisations.file(organisation).registration().focalPoint().user();
        organisations.complete(organisation, given.registration(organisation, focalUser));
    }

    /** Besides what is needed, what stands in the form until it is written anew. */
    record Shown(String needed, String name, OrganisationKind kind, String country, List<Choice> countries, Set<Role> roles,
            Set<Level> levels, List<Registration.Place> areas, String document, String documentNumber, LocalDate expiresOn,
            String focalName, String focalEmail, List<Registration.Reference> references) {
    }
}
