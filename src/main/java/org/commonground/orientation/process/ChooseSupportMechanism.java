package org.commonground.orientation.process;

import java.util.List;

import org.commonground.agreement.AgreedTerms;
import org.commonground.engine.Step;
import org.commonground.engine.StepContext;
import org.commonground.engine.Takes;
import org.commonground.partnership.PartnershipService;
import org.commonground.orientation.OrientationService;
import org.commonground.orientation.SupportMechanism;
import org.springframework.stereotype.Component;

/** Who keeps the partnership together day by day. */
@Component
@Takes("support-mechanism")
class ChooseSupportMechanism implements Step<ChooseSupportMechanism.Shown, ChooseSupportMechanism.Given> {

    private final OrientationService orientations;
    private final PartnershipService partnerships;
    private final AgreedTerms agreements;

    ChooseSupportMechanism(OrientationService orientations, PartnershipService partnerships, AgreedTerms agreements) {
        this.orientations = orientations;
        this.partnerships = partnerships;
        this.agreements = agreements;
    }

    @Override
    public Shown show(StepContext context) {
        return new Shown(partnerships.partners(context.partnership()).size(), partnerships.card(context.partnership()).places().size(),
                agreements.of(context.partnership()).terms().durationMonths());
    }

    @Override
    public void take(Given given, StepContext context) {
        Row rule = given.rows().get(0);
        orientations.chooseSupport(context.partnership(), rule.mechanism(), rule.reason());
    }

    /** @param months for which the partners agreed to work together */
    record Shown(int partners, int areas, int months) {
    }

    record Given(List<Row> rows) {
    }

    record Row(SupportMechanism mechanism, String reason) {
    }
}
