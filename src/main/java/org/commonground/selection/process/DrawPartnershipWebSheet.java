package org.commonground.selection.process;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;

import org.commonground.engine.Choice;
import org.commonground.engine.Sheet;
import org.commonground.engine.StepContext;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.partnership.HeldSeat;
import org.commonground.partnership.PartnershipService;
import org.commonground.picture.PartnershipWeb;
import org.commonground.selection.Candidate;
import org.commonground.selection.SelectionService;
import org.springframework.stereotype.Component;

@Component
class DrawPartnershipWebSheet implements Sheet<DrawPartnershipWebSheet.Shown> {

    private final SelectionService selections;
    private final PartnershipService partnerships;

    DrawPartnershipWebSheet(SelectionService selections, PartnershipService partnerships) {
        this.selections = selections;
        this.partnerships = partnerships;
    }

    @Override
    public Shown read(StepContext context) {
        PartnershipId id = context.partnership();
        Map<OrganisationId, String> names = selections.candidates(id).stream().collect(toMap(Candidate::organisation, Candidate::name));
        List<HeldSeat> seats = partnerships.seats(id);
        List<PartnershipWeb.Partner> partners = partnerships.members(id).stream()
                .map(member -> new PartnershipWeb.Partner(member.organisation(), names.getOrDefault(member.organisation(), member.organisation().code()),
                        member.standing(), seats.stream().filter(seat -> seat.organisation().equals(member.organisation())).map(HeldSeat::seat).toList()))
                .toList();
        PartnershipWeb web = new PartnershipWeb(partnerships.card(id).title(), partners, partnerships.gaps(id), partnerships.links(id));
        return new Shown(web.dataUri(), web.rows(), partners.stream().map(partner -> new Choice(partner.name(), partner.id().code())).toList());
    }

    /** @param picture the web as an image, the same as the rows of the table */
    record Shown(String picture, List<PartnershipWeb.Row> web, List<Choice> organisations) {
    }
}
