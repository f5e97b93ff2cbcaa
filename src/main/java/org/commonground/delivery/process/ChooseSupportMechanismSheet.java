package org.commonground.delivery.process;

import org.commonground.delivery.DeliveryService;
import org.commonground.engine.Sheet;
import org.commonground.engine.StepContext;
import org.commonground.partnership.PartnershipService;
import org.commonground.partnership.Standing;
import org.springframework.stereotype.Component;

@Component
class ChooseSupportMechanismSheet implements Sheet<ChooseSupportMechanismSheet.Shown> {

    private final DeliveryService deliveries;
    private final PartnershipService partnerships;

    ChooseSupportMechanismSheet(DeliveryService deliveries, PartnershipService partnerships) {
        this.deliveries = deliveries;
        this.partnerships = partnerships;
    }

    @Override
    public ChooseSupportMechanismSheet.Shown read(StepContext context) {
        int partners = (int) partnerships.members(context.partnership()).stream().filter(member -> member.standing() == Standing.PARTNER).count();
        return new Shown(partners, partnerships.card(context.partnership()).places().size(),
                deliveries.agreedWork(context.partnership()).durationMonths());
    }

    /** @param months for which the partners agreed to work together */
    record Shown(int partners, int areas, int months) {
    }
}
