package org.commonground.delivery.process;

import java.util.List;
import java.util.Map;

import org.commonground.delivery.DeliveryService;
import org.commonground.engine.Choice;
import org.commonground.engine.Sheet;
import org.commonground.engine.StepContext;
import org.commonground.foundation.Days;
import org.commonground.foundation.OrganisationId;
import org.springframework.stereotype.Component;

@Component
class OrientPartnersSheet implements Sheet<OrientPartnersSheet.Shown> {

    private final DeliveryService deliveries;

    OrientPartnersSheet(DeliveryService deliveries) {
        this.deliveries = deliveries;
    }

    @Override
    public OrientPartnersSheet.Shown read(StepContext context) {
        Map<OrganisationId, String> names = deliveries.names(context.partnership());
        return new Shown(Members.choices(names), deliveries.agenda(context.partnership()).stream()
                .map(item -> new Step(item.what(), names.getOrDefault(item.who(), item.who().code()), Days.brief(item.byWhen()), item.with())).toList());
    }

    record Step(String what, String who, String byWhen, String with) {
    }

    record Shown(List<Choice> members, List<Step> agenda) {
    }
}
