package org.commonground.matter.process;

import org.commonground.engine.Answer;
import org.commonground.engine.StepContext;
import org.commonground.engine.Variable;
import org.commonground.foundation.PartnershipId;
import org.commonground.matter.MatterKind;
import org.commonground.matter.MatterService;
import org.springframework.stereotype.Component;

@Component
class DescribeMatterAnswer implements Answer<DescribeMatterAnswer.Given> {

    private static final String NOTHING = "nothing";

    private final MatterService matters;

    DescribeMatterAnswer(MatterService matters) {
        this.matters = matters;
    }

    @Override
    public void take(Given given, StepContext context) {
        boolean described = !given.kind().equals(NOTHING);
        context.set(MatterVariables.MATTER_DESCRIBED, described);
        if (described) {
            PartnershipId partnership = new PartnershipId(given.partnership());
            context.set(Variable.MATTER, matters.raise(partnership, MatterKind.of(given.kind()), given.why(), context.person()).toString());
            context.nameCase(partnership.value());
        }
    }

    record Given(String kind, String partnership, String why) {
    }
}
