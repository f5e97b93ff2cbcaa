package org.commonground.adhesion.process;

import static org.commonground.adhesion.process.AdhesionVariables.matter;

import java.util.List;

import org.commonground.adhesion.AdhesionService;
import org.commonground.adhesion.Connection;
import org.commonground.engine.Choice;
import org.commonground.engine.For;
import org.commonground.engine.Step;
import org.commonground.engine.StepContext;
import org.commonground.foundation.Level;
import org.commonground.foundation.OrganisationId;
import org.commonground.picture.PartnershipWeb;
import org.commonground.picture.PartnershipWebs;
import org.springframework.stereotype.Component;

/** With whom a newcomer needs to be in partnership. */
@Component
@For("coordinator")
class ConnectNewcomer implements Step<ConnectNewcomer.Shown, ConnectNewcomer.Given> {

    private final AdhesionService adhesions;
    private final PartnershipWebs webs;

    ConnectNewcomer(AdhesionService adhesions, PartnershipWebs webs) {
        this.adhesions = adhesions;
        this.webs = webs;
    }

    @Override
    public Shown show(StepContext context) {
        AdhesionService.Sheet sheet = adhesions.sheet(matter(context), context.party());
        PartnershipWeb web = webs.of(context.partnership());
        return new Shown(sheet.name(), String.join("; ", sheet.seats()), sheet.how(), web.dataUri(), web.rows(),
                Choice.ofOrganisations(sheet.members()));
    }

    @Override
    public void take(Given given, StepContext context) {
        adhesions.connect(matter(context), context.party(), given.links().stream().map(Row::connection).toList());
    }

    record Row(String other, Level level, String about) {

        Connection connection() {
            return new Connection(new OrganisationId(other), about, level);
        }
    }

    /** @param picture the web as it is today, the same as the rows of the table */
    record Shown(String newcomer, String seats, String how, String picture, List<PartnershipWeb.Row> web, List<Choice> organisations) {
    }

    record Given(List<Row> links) {
    }
}
