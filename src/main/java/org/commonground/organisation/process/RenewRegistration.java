package org.commonground.organisation.process;

import java.time.LocalDate;
import java.util.List;

import org.commonground.engine.Choice;
import org.commonground.engine.For;
import org.commonground.engine.Step;
import org.commonground.engine.StepContext;
import org.commonground.foundation.Days;
import org.commonground.foundation.OrganisationId;
import org.commonground.organisation.OrganisationService;
import org.commonground.organisation.Registration;
import org.springframework.stereotype.Component;

/** An organisation files its renewed registration document. */
@Component
@For("${organisations.group(execution.processBusinessKey)}")
class RenewRegistration implements Step<RenewRegistration.Shown, RenewRegistration.Given> {

    private final OrganisationService organisations;

    RenewRegistration(OrganisationService organisations) {
        this.organisations = organisations;
    }

    @Override
    public Shown show(StepContext context) {
        OrganisationId organisation = new OrganisationId(context.businessKey());
        Registration.Document onFile = organisations.file(organisation).registration().document();
        List<Choice> zones = organisations.zonesToChoose(organisation).entrySet().stream()
                .map(zone -> new Choice(zone.getValue(), zone.getKey().getId())).toList();
        return new Shown(onFile.name(), onFile.number(), Days.inWords(onFile.expiresOn()), zones, zones.isEmpty());
    }

    @Override
    public void take(Given given, StepContext context) {
        organisations.renew(new OrganisationId(context.businessKey()),
                new Registration.Document(given.document, given.documentNumber, given.expiresOn), given.zone, context.person());
    }

    record Shown(String documentOnFile, String numberOnFile, String endsOn, List<Choice> zones, boolean oneZone) {
    }

    record Given(String document, String documentNumber, LocalDate expiresOn, String zone) {
    }
}
