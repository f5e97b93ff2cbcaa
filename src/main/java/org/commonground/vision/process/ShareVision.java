package org.commonground.vision.process;

import static java.util.stream.Collectors.groupingBy;

import java.util.List;
import java.util.Map;

import org.commonground.candidate.Candidate;
import org.commonground.engine.AnsweredAnew;
import org.commonground.engine.For;
import org.commonground.engine.Step;
import org.commonground.engine.StepContext;
import org.commonground.foundation.OrganisationId;
import org.commonground.partnership.HeldSeat;
import org.commonground.partnership.NumberedObjective;
import org.commonground.partnership.PartnershipCard;
import org.commonground.partnership.PartnershipService;
import org.commonground.selection.CommonGround;
import org.commonground.selection.SelectionService;
import org.commonground.vision.FounderService;
import org.commonground.vision.VisionService;
import org.springframework.stereotype.Component;

/** What one partner sees together with the others, and hopes for itself. */
@Component
@For("${organisations.group(party)}")
@AnsweredAnew
class ShareVision implements Step<ShareVision.Shown, ShareVision.Given> {

    private final FounderService founders;
    private final VisionService visions;
    private final PartnershipService partnerships;
    private final SelectionService selections;

    ShareVision(FounderService founders, VisionService visions, PartnershipService partnerships, SelectionService selections) {
        this.founders = founders;
        this.visions = visions;
        this.partnerships = partnerships;
        this.selections = selections;
    }

    @Override
    public Shown show(StepContext context) {
        PartnershipCard card = partnerships.card(context.partnership());
        Map<OrganisationId, String> names = founders.names(context.partnership());
        Map<OrganisationId, List<HeldSeat>> seats = partnerships.seats(context.partnership()).stream()
                .collect(groupingBy(HeldSeat::organisation));
        return new Shown(card.purpose(), card.objectives(), String.join(", ", card.areas()), card.targetParticipants(),
                card.participationMode(), selections.commonGround(context.partnership()).orElse(null), names.entrySet()
                .stream()
                .map(party -> new Partner(party.getValue(),
                        Candidate.inWords(seats.getOrDefault(party.getKey(), List.of()).stream().map(HeldSeat::seat).toList())))
                .toList());
    }

    @Override
    public void take(Given given, StepContext context) {
        visions.shareVision(context.partnership(), context.party(), given.vision(), given.hopes(), given.aimsWish(),
                context.person());
    }

    record Partner(String name, String seats) {
    }

    /** @param common what was found before the partners were chosen; null where nobody looked */
    record Shown(String purpose, List<NumberedObjective> objectives, String areas, String targetParticipants, String participationMode,
            CommonGround common, List<Partner> partners) {
    }

    record Given(String vision, String hopes, String aimsWish) {
    }
}
