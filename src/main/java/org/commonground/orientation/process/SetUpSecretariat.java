package org.commonground.orientation.process;

import java.math.BigDecimal;
import java.util.List;

import org.commonground.engine.Choice;
import org.commonground.engine.For;
import org.commonground.engine.Step;
import org.commonground.engine.StepContext;
import org.commonground.foundation.OrganisationId;
import org.commonground.orientation.OrientationService;
import org.commonground.orientation.Secretariat;
import org.springframework.stereotype.Component;

/** Who supports the partnership, with what, and who pays for it. */
@Component
@For("coordinator")
class SetUpSecretariat implements Step<SetUpSecretariat.Shown, SetUpSecretariat.Given> {

    private final OrientationService orientations;

    SetUpSecretariat(OrientationService orientations) {
        this.orientations = orientations;
    }

    @Override
    public Shown show(StepContext context) {
        return new Shown(orientations.supportReason(context.partnership()),
                Choice.ofOrganisations(orientations.namesStaying(context.partnership())));
    }

    @Override
    public void take(Given given, StepContext context) {
        orientations.setUpSecretariat(context.partnership(), given.secretariat(), context.person());
    }

    record Shown(String reason, List<Choice> members) {
    }

    record Given(String host, List<Row> people, String duties, BigDecimal cost, String currency, String paidBy) {

        Secretariat secretariat() {
            return new Secretariat(new OrganisationId(host), duties, people.stream().map(Row::person).toList(), cost, currency,
                    paidBy == null ? null : new OrganisationId(paidBy));
        }
    }

    record Row(String organisation, String name, String duty) {

        Secretariat.Person person() {
            return new Secretariat.Person(new OrganisationId(organisation), name, duty);
        }
    }
}
