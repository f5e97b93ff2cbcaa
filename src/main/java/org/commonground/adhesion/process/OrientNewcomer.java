package org.commonground.adhesion.process;

import static org.commonground.adhesion.process.AdhesionVariables.matter;

import java.time.LocalDate;
import java.util.List;

import org.commonground.adhesion.AdhesionService;
import org.commonground.adhesion.NewcomerOrientation;
import org.commonground.engine.Choice;
import org.commonground.engine.For;
import org.commonground.engine.Step;
import org.commonground.engine.StepContext;
import org.commonground.foundation.OrganisationId;
import org.springframework.stereotype.Component;

/** The meeting at which a newcomer hears how the others work. */
@Component
@For("coordinator")
class OrientNewcomer implements Step<OrientNewcomer.Shown, OrientNewcomer.Given> {

    private final AdhesionService adhesions;

    OrientNewcomer(AdhesionService adhesions) {
        this.adhesions = adhesions;
    }

    @Override
    public Shown show(StepContext context) {
        AdhesionService.Sheet sheet = adhesions.sheet(matter(context), context.party());
        return new Shown(sheet.name(), Choice.ofOrganisations(sheet.members()));
    }

    @Override
    public void take(Given given, StepContext context) {
        adhesions.orient(matter(context), context.party(), given.orientation(), context.person());
    }

    record Shown(String newcomer, List<Choice> members) {
    }

    record Given(String outcome, LocalDate heldOn, List<String> present, String minutes) {

        NewcomerOrientation orientation() {
            return new NewcomerOrientation(heldOn, outcome.equals("nobody"), present == null ? List.of()
                    : present.stream().map(OrganisationId::new).toList(), minutes);
        }
    }
}
