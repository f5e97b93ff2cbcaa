package org.commonground.organisation.process;

import java.util.List;
import java.util.stream.Collectors;

import org.commonground.engine.Choice;
import org.commonground.engine.For;
import org.commonground.engine.Step;
import org.commonground.engine.StepContext;
import org.commonground.foundation.Days;
import org.commonground.foundation.Level;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.Role;
import org.commonground.organisation.Neutrality;
import org.commonground.organisation.OrganisationService;
import org.commonground.organisation.Registration;
import org.springframework.stereotype.Component;

/** A coordinator who does not belong to an organisation looks whether it is what it states to be. */
@Component
@For("${organisations.neutralCoordinators(execution)}")
class VerifyOrganisation implements Step<VerifyOrganisation.Shown, VerifyOrganisation.Given> {

    private final OrganisationService organisations;
    private final Neutrality neutrality;

    VerifyOrganisation(OrganisationService organisations, Neutrality neutrality) {
        this.organisations = organisations;
        this.neutrality = neutrality;
    }

    @Override
    public Shown show(StepContext context) {
        OrganisationId organisation = new OrganisationId(context.businessKey());
        Registration registration = organisations.file(organisation).registration();
        List<Choice> zones = organisations.zonesToChoose(organisation).entrySet().stream()
                .map(zone -> new Choice(zone.getValue(), zone.getKey().getId())).toList();
        return new Shown(registration.kind().label(), registration.country().inWords(), zones, zones.isEmpty(),
                registration.roles().stream().sorted().map(Role::label).collect(Collectors.joining(", ")),
                registration.levels().stream().sorted().map(Level::label).collect(Collectors.joining(", ")),
                registration.areas().stream().map(Registration.Place::name).collect(Collectors.joining(", ")),
                registration.document().name(), registration.document().number(), Days.inWords(registration.document().expiresOn()),
                registration.focalPoint().name(), registration.focalPoint().email(), registration.references());
    }

    @Override
    public void take(Given given, StepContext context) {
        OrganisationId organisation = new OrganisationId(context.businessKey());
        neutrality.expect(context.person(), List.of(organisation));
        switch (given.outcome) {
            case verified -> organisations.verify(organisation, given.zone);
            case more -> organisations.askForMore(organisation, given.needed);
            case refused -> organisations.refuse(organisation, given.reason);
        }
        context.set(OrganisationVariables.ORGANISATION_VERIFIED, given.outcome == Outcome.verified);
        context.set(OrganisationVariables.MORE_NEEDED, given.outcome == Outcome.more);
    }

    /** As the form spells them. */
    enum Outcome {
        verified, more, refused
    }

    record Shown(String kind, String country, List<Choice> zones, boolean oneZone, String roles, String levels, String areas,
            String document, String documentNumber, String expiresOn, String focalName, String focalEmail,
            List<Registration.Reference> references) {
    }

    record Given(Outcome outcome, String zone, String needed, String reason) {
    }
}
