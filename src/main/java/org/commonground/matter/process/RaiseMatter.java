package org.commonground.matter.process;

import org.commonground.engine.For;
import org.commonground.engine.Step;
import org.commonground.engine.StepContext;
import org.commonground.matter.MatterService;
import org.commonground.organisation.OrganisationService;
import org.springframework.stereotype.Component;

/** A start form can load nothing, so it asks nothing: what is raised is said in the step that follows. */
@Component
@For({"partner", "coordinator"})
class RaiseMatter implements Step.Asking<Step.Nothing> {

    private final MatterService matters;
    private final OrganisationService organisations;

    RaiseMatter(MatterService matters, OrganisationService organisations) {
        this.matters = matters;
        this.organisations = organisations;
    }

    @Override
    public void take(Nothing given, StepContext context) {
        matters.expectRaisableBy(context.person());
        context.set(MatterVariables.RAISER, organisations.organisationOf(context.person()).code());
    }
}
