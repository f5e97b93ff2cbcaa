package org.commonground.delivery.process;

import java.math.BigDecimal;
import java.util.List;

import org.commonground.delivery.DeliveryService;
import org.commonground.delivery.Secretariat;
import org.commonground.engine.Answer;
import org.commonground.engine.StepContext;
import org.commonground.foundation.OrganisationId;
import org.springframework.stereotype.Component;

@Component
class SetUpSecretariatAnswer implements Answer<SetUpSecretariatAnswer.Given> {

    private final DeliveryService deliveries;

    SetUpSecretariatAnswer(DeliveryService deliveries) {
        this.deliveries = deliveries;
    }

    @Override
    public void take(SetUpSecretariatAnswer.Given given, StepContext context) {
        deliveries.setUpSecretariat(context.partnership(), given.secretariat(), context.person());
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
