package org.commonground.candidate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

import org.commonground.foundation.Words;
import org.commonground.organisation.OrganisationCard;
import org.commonground.organisation.OrganisationService;
import org.commonground.partnership.PartnershipCard;
import org.commonground.partnership.PartnershipService;
import org.commonground.partnership.SeatIn;
import org.springframework.stereotype.Component;

/** An invitation comes to people who may never have heard of this house: who invites, to what, as what, what it takes, how to say no. */
@Component
public class InvitationWords {

    private final PartnershipService partnerships;
    private final OrganisationService organisations;

    InvitationWords(PartnershipService partnerships, OrganisationService organisations) {
        this.partnerships = partnerships;
        this.organisations = organisations;
    }

    /** @param asked the seats that the invited organisation is asked for */
    public List<String> of(PartnershipCard card, Collection<SeatIn> asked) {
        List<String> lines = new ArrayList<>();
        List<String> inviting = organisations.cards(partnerships.conveners(card.id())).values().stream().map(OrganisationCard::name)
                .sorted().toList();
        lines.add("%s %s your organisation to take part in a partnership: %s.".formatted(Words.list(inviting),
                inviting.size() == 1 ? "invites" : "invite", card.title()));
        Stream.ofNullable(card.purpose()).map("What it is for: "::concat).forEach(lines::add);
        List<String> seats = asked.stream().map(SeatIn::inWords).distinct().toList();
        if (!seats.isEmpty()) {
            lines.add("You are asked as: " + String.join("; ", seats) + ".");
        }
        lines.add("What it takes: an answer, then a profile of your organisation, some twenty minutes. Nothing binds you until your"
                + " organisation signs an agreement.");
        lines.add("If it is not for you, choose “We decline this time” in the same step and say why. You are asked no more.");
        return lines;
    }
}
