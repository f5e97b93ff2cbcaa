package org.commonground.selection.process;

import java.util.List;

import org.commonground.engine.Choice;
import org.commonground.engine.Sheet;
import org.commonground.engine.StepContext;
import org.commonground.picture.PartnershipWeb;
import org.commonground.picture.PartnershipWebs;
import org.springframework.stereotype.Component;

@Component
class DrawPartnershipWebSheet implements Sheet<DrawPartnershipWebSheet.Shown> {

    private final PartnershipWebs webs;

    DrawPartnershipWebSheet(PartnershipWebs webs) {
        this.webs = webs;
    }

    @Override
    public Shown read(StepContext context) {
        PartnershipWeb web = webs.of(context.partnership());
        return new Shown(web.dataUri(), web.rows(),
                web.partners().stream().map(partner -> new Choice(partner.name(), partner.id().code())).toList());
    }

    /** @param picture the web as an image, the same as the rows of the table */
    record Shown(String picture, List<PartnershipWeb.Row> web, List<Choice> organisations) {
    }
}
