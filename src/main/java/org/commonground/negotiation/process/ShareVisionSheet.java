package org.commonground.negotiation.process;

import static java.util.stream.Collectors.groupingBy;
import static org.commonground.negotiation.process.NegotiationVariables.negotiation;

import java.util.List;
import java.util.Map;

import org.commonground.engine.Sheet;
import org.commonground.engine.StepContext;
import org.commonground.foundation.OrganisationId;
import org.commonground.negotiation.NegotiationService;
import org.commonground.partnership.HeldSeat;
import org.commonground.partnership.Objective;
import org.commonground.partnership.PartnershipCard;
import org.commonground.partnership.PartnershipService;
import org.commonground.selection.Candidate;
import org.springframework.stereotype.Component;

@Component
class ShareVisionSheet implements Sheet<ShareVisionSheet.Shown> {

    private final NegotiationService negotiations;
    private final PartnershipService partnerships;

    ShareVisionSheet(NegotiationService negotiations, PartnershipService partnerships) {
        this.negotiations = negotiations;
        this.partnerships = partnerships;
    }

    @Override
    public Shown read(StepContext context) {
        PartnershipCard card = partnerships.card(context.partnership());
        Map<OrganisationId, String> names = negotiations.names(negotiation(context));
        Map<OrganisationId, List<HeldSeat>> seats = partnerships.seats(context.partnership()).stream().collect(groupingBy(HeldSeat::organisation));
        return new Shown(card.purpose(), card.objectives(), String.join(", ", card.areas()), card.targetParticipants(), names.entrySet().stream()
                .map(party -> new Partner(party.getValue(), Candidate.inWords(seats.getOrDefault(party.getKey(), List.of()).stream().map(HeldSeat::seat).toList())))
                .toList());
    }

    record Partner(String name, String seats) {
    }

    record Shown(String purpose, List<Objective> objectives, String areas, String targetParticipants, List<Partner> partners) {
    }
}
