package org.commonground.candidate.process;

import java.util.List;

import org.commonground.candidate.Candidate;
import org.commonground.candidate.CandidateService;
import org.commonground.candidate.InvitationWords;
import org.commonground.candidate.Search;
import org.commonground.candidate.ShownProfile;
import org.commonground.candidate.UnderWay;
import org.commonground.engine.For;
import org.commonground.engine.Step;
import org.commonground.engine.StepContext;
import org.commonground.partnership.Coverage;
import org.commonground.partnership.NeededRole;
import org.commonground.partnership.NumberedObjective;
import org.commonground.partnership.PartnershipCard;
import org.commonground.partnership.PartnershipService;
import org.commonground.partnership.SeatIn;
import org.springframework.stereotype.Component;

/** An organisation that was asked says whether it wants to be a candidate. */
@Component
@For("${organisations.group(party)}")
class AnswerInvitation implements Step<AnswerInvitation.Shown, AnswerInvitation.Given> {

    private final CandidateService candidates;
    private final PartnershipService partnerships;
    private final InvitationWords words;
    private final List<UnderWay> rooms;

    AnswerInvitation(CandidateService candidates, PartnershipService partnerships, InvitationWords words, List<UnderWay> rooms) {
        this.candidates = candidates;
        this.partnerships = partnerships;
        this.words = words;
        this.rooms = rooms;
    }

    @Override
    public Shown show(StepContext context) {
        PartnershipCard card = partnerships.card(context.partnership());
        Search search = CandidateVariables.search(context);
        boolean joins = !search.isFounding();
        Candidate candidate = candidates.candidate(search, context.party());
        List<NeededRole> needed = partnerships.neededRoles(context.partnership());
        List<ShownProfile> conveners = ShownProfile.of(candidates.statedConveners(search), context.party());
        return new Shown(joins, candidate.asked().stream().map(seat -> asked(seat, needed)).toList(), candidate.why(), card.purpose(),
                card.objectives(), String.join(", ", card.areas()), card.targetParticipants(), card.participationMode(),
                card.growth(), card.newChallenge(),
                joins ? rooms.stream().flatMap(room -> room.toInvited(card.id()).stream()).toList() : List.of(),
                joins ? members(partnerships.coverage(card.id())) : List.of(),
                conveners, !conveners.isEmpty());
    }

    @Override
    public List<String> mailed(StepContext context) {
        return words.of(partnerships.card(context.partnership()),
                candidates.candidate(CandidateVariables.search(context), context.party()).asked());
    }

    @Override
    public void take(Given given, StepContext context) {
        candidates.answerInvitation(CandidateVariables.search(context), context.party(), given.answer == Answer.accept, given.reason,
                context.person());
    }

    private static List<Member> members(Coverage today) {
        return today.seats().entrySet().stream()
                .map(member -> new Member(today.registry().get(member.getKey()).name(), Candidate.inWords(member.getValue()))).toList();
    }

    private static Asked asked(SeatIn seat, List<NeededRole> needed) {
        return new Asked(seat.inWords(), needed.stream().filter(role -> role.isMetBy(seat)).map(NeededRole::reason).findFirst()
                .orElse("It " + seat.role().meaning() + "."));
    }

    record Asked(String name, String reason) {
    }

    record Member(String name, String seats) {
    }

    /**
     * @param joins     whether the partnership is under way
     * @param challenge what nobody of them has solved before, or null
     * @param underWay  how far it is, where it is under way
     * @param members   who belongs to it now
     * @param conveners the profiles of those who bring the others together, or of the partners of today
     */
    record Shown(boolean joins, List<Asked> asked, String why, String purpose, List<NumberedObjective> objectives, String areas,
            String targetParticipants, String participationMode, String growth, String challenge, List<UnderWay.Line> underWay,
            List<Member> members, List<ShownProfile> conveners, boolean convenersShown) {
    }

    /** As the form spells them. */
    enum Answer {
        accept, decline
    }

    record Given(Answer answer, String reason) {
    }
}
