package org.commonground.selection.process;

import java.util.List;

import org.commonground.engine.Choice;
import org.commonground.engine.For;
import org.commonground.engine.Step;
import org.commonground.engine.StepContext;
import org.commonground.foundation.Level;
import org.commonground.foundation.OrganisationId;
import org.commonground.partnership.Link;
import org.commonground.picture.PartnershipWeb;
import org.commonground.picture.PartnershipWebs;
import org.commonground.selection.SelectionService;
import org.springframework.stereotype.Component;

/** The coordinator draws who needs to be in partnership with whom. */
@Component
@For("coordinator")
class DrawPartnershipWeb implements Step<DrawPartnershipWeb.Shown, DrawPartnershipWeb.Given> {

    private final PartnershipWebs webs;
    private final SelectionService selections;

    DrawPartnershipWeb(PartnershipWebs webs, SelectionService selections) {
        this.webs = webs;
        this.selections = selections;
    }

    @Override
    public Shown show(StepContext context) {
        PartnershipWeb web = webs.of(context.partnership());
        return new Shown(web.dataUri(), web.rows(),
                web.partners().stream().map(partner -> new Choice(partner.name(), partner.id().code())).toList());
    }

    @Override
    public void take(Given given, StepContext context) {
        selections.drawWeb(context.partnership(), given.links.stream().map(Row::link).toList());
    }

    record Row(String one, String other, Level level, String about) {

        Link link() {
            return new Link(new OrganisationId(one), new OrganisationId(other), about, level);
        }
    }

    /** @param picture the web as an image, the same as the rows of the table */
    record Shown(String picture, List<PartnershipWeb.Row> web, List<Choice> organisations) {
    }

    record Given(List<Row> links) {
    }
}
