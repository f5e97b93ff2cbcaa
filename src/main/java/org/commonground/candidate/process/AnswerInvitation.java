package org.commonground.candidate.process;

import java.util.List;

import org.commonground.candidate.Candidate;
import org.commonground.candidate.CandidateService;
import org.commonground.candidate.ShownProfile;
import org.commonground.engine.For;
import org.commonground.engine.Step;
import org.commonground.engine.StepContext;
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

    AnswerInvitation(CandidateService candidates, PartnershipService partnerships) {
        this.candidates = candidates;
        this.partnerships = partnerships;
    }

    @Override
    public Shown show(StepContext context) {
        PartnershipCard card = partnerships.card(context.partnership());
        Candidate candidate = candidates.candidate(CandidateVariables.search(context), context.party());
        List<NeededRole> needed = partnerships.neededRoles(context.partnership());
        return new Shown(candidate.asked().stream().map(seat -> asked(seat, needed)).toList(), candidate.why(), card.purpose(),
                card.objectives(), String.join(", ", card.areas()), card.targetParticipants(), card.participationMode(),
                ShownProfile.of(candidates.statedConveners(CandidateVariables.search(context)), context.party()));
    }

    @Override
    public void take(Given given, StepContext context) {
        candidates.answerInvitation(CandidateVariables.search(context), context.party(), given.answer == Answer.accept, given.reason,
                context.person());
    }

    private static Asked asked(SeatIn seat, List<NeededRole> needed) {
        return new Asked(seat.inWords(), needed.stream().filter(role -> role.isMetBy(seat)).map(NeededRole::reason).findFirst()
                .orElse("It " + seat.role().meaning() + "."));
    }

    record Asked(String name, String reason) {
    }

    record Shown(List<Asked> asked, String why, String purpose, List<NumberedObjective> objectives, String areas, String targetParticipants,
            String participationMode, List<ShownProfile> conveners) {
    }

    /** As the form spells them. */
    enum Answer {
        accept, decline
    }

    record Given(Answer answer, String reason) {
    }
}
