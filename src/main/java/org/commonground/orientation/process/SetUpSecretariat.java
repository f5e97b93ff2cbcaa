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
                Choice.ofOrganisations(orientations.namesStaying(context.partnership())),
                orientations.colleagues(context.partnership()).entrySet().stream()
                        .map(one -> new Choice(one.getValue(), one.getKey())).toList());
    }

    @Override
    public void take(Given given, StepContext context) {
        orientations.setUpSecretariat(context.partnership(), given.secretariat(given.people().stream()
                .map(one -> orientations.colleague(context.partnership(), one.person(), one.duty())).toList()), context.person());
    }

    record Shown(String reason, List<Choice> members, List<Choice> colleagues) {
    }

    record Given(String host, List<Row> people, String duties, BigDecimal cost, String currency, String paidBy) {

        Secretariat secretariat(List<Secretariat.Person> members) {
            return new Secretariat(new OrganisationId(host), duties, members, cost, currency,
                    paidBy == null ? null : new OrganisationId(paidBy));
        }
    }

    record Row(String person, String duty) {
    }
}
