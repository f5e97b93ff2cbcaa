package org.commonground.candidate;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.commonground.engine.OpenTask;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Words;
import org.commonground.notice.StepWords;
import org.commonground.organisation.OrganisationCard;
import org.commonground.organisation.OrganisationService;
import org.commonground.partnership.PartnershipCard;
import org.commonground.partnership.PartnershipService;
import org.commonground.partnership.SeatIn;
import org.springframework.stereotype.Component;

/** An invitation comes to people who may never have heard of this house: who invites, to what, as what, what it takes, how to say no. */
@Component
class InvitationWords implements StepWords {

    private static final String GROUP_OF_ALL = "org";

    private final CandidateQueries candidates;
    private final PartnershipService partnerships;
    private final OrganisationService organisations;

    InvitationWords(CandidateQueries candidates, PartnershipService partnerships, OrganisationService organisations) {
        this.candidates = candidates;
        this.partnerships = partnerships;
        this.organisations = organisations;
    }

    @Override
    public String step() {
        return "answer-invitation";
    }

    @Override
    public List<String> of(OpenTask task) {
        return PartnershipId.isOne(task.businessKey()) && partnerships.title(new PartnershipId(task.businessKey())).isPresent()
                ? lines(partnerships.card(new PartnershipId(task.businessKey())), task) : List.of();
    }

    private List<String> lines(PartnershipCard card, OpenTask task) {
        List<String> lines = new ArrayList<>();
        List<String> inviting = organisations.cards(partnerships.conveners(card.id())).values().stream().map(OrganisationCard::name)
                .sorted().toList();
        lines.add("%s %s your organisation to take part in a partnership: %s.".formatted(Words.list(inviting),
                inviting.size() == 1 ? "invites" : "invite", card.title()));
        Stream.ofNullable(card.purpose()).map("What it is for: "::concat).forEach(lines::add);
        List<String> seats = task.groups().stream().filter(group -> group.startsWith(GROUP_OF_ALL))
                .map(group -> group.substring(GROUP_OF_ALL.length())).filter(OrganisationId::isCode).map(OrganisationId::new)
                .flatMap(one -> candidates.askedIn(card.id(), one).stream()).map(SeatIn::inWords).distinct().toList();
        if (!seats.isEmpty()) {
            lines.add("You are asked as: " + String.join("; ", seats) + ".");
        }
        lines.add("What it takes: an answer, then a profile of your organisation, some twenty minutes. Nothing binds you until your"
                + " organisation signs an agreement.");
        lines.add("If it is not for you, choose “We decline this time” in the same step and say why. You are asked no more.");
        return lines;
    }
}
