package org.commonground.parting;

import java.util.Optional;
import java.util.Set;

import org.commonground.agreement.AgreementService;
import org.commonground.decision.ProposalKind;
import org.commonground.matter.MatterCard;
import org.commonground.matter.Occasion;
import org.commonground.negotiation.DecisionRule;
import org.commonground.partnership.Course;
import org.springframework.stereotype.Component;

/** That a partnership ends before anything is signed. Nothing is agreed yet, so more than half of the partners have to be for it. */
@Component
class FoundingEndMatter implements ProposalKind {

    static final String KEY = "foundingEnd";

    private final FoundingParting founding;
    private final AgreementService agreements;

    FoundingEndMatter(FoundingParting founding, AgreementService agreements) {
        this.founding = founding;
        this.agreements = agreements;
    }

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public String label() {
        return "Ending here, before anything is signed";
    }

    @Override
    public String choice() {
        return "Ending here, before anything is signed: there is no common ground, and you go your own ways";
    }

    @Override
    public String consequence() {
        return "The partnership ends here, nobody is bound, and everybody who was asked is told why.";
    }

    @Override
    public Set<Occasion> occasions() {
        return Set.of(Occasion.BEFORE_IN_FORCE);
    }

    @Override
    public Optional<DecisionRule> rule() {
        return Optional.of(DecisionRule.MAJORITY);
    }

    @Override
    public String next() {
        return "All full partners vote on it now. It ends when more than half of them are for it; until then everything goes on.";
    }

    @Override
    public Optional<String> objection(Course course) {
        return agreements.isSealed(course.id()) ? Optional.of(("The agreement of %s has just been sealed and comes into force. From then on"
                + " you can propose to close the partnership.").formatted(course.id())) : Optional.empty();
    }

    @Override
    public void carryOut(MatterCard matter) {
        founding.giveUp(matter.partnership(), matter.why(), PartingService.MACHINE);
    }

    @Override
    public String openAtTheEnd(MatterCard matter, String raiser) {
        return "Whether it ends before anything is signed, as %s proposed, has to be settled.".formatted(raiser);
    }
}
