package org.commonground.parting;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.commonground.agreement.AgreementService;
import org.commonground.decision.ProposalKind;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.matter.MatterCard;
import org.commonground.matter.Occasion;
import org.commonground.negotiation.DecisionRule;
import org.commonground.partnership.Course;
import org.commonground.partnership.PartnershipService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** That a partnership ends before anything is signed. Nothing is agreed yet, so more than half of the partners have to be for it. */
@Component
class FoundingEndMatter implements ProposalKind {

    static final String KEY = "foundingEnd";

    // It asks for matters, and those for their kinds.
    private final ObjectProvider<FoundingParting> founding;
    private final AgreementService agreements;
    private final PartnershipService partnerships;

    FoundingEndMatter(ObjectProvider<FoundingParting> founding, AgreementService agreements, PartnershipService partnerships) {
        this.founding = founding;
        this.agreements = agreements;
        this.partnerships = partnerships;
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

    /** While partners are looked for, those who proposed the partnership. */
    @Override
    public List<OrganisationId> votersBeforePartners(PartnershipId partnership) {
        return partnerships.conveners(partnership);
    }

    @Override
    public String next() {
        return "The partners vote on it now, or while they are looked for, those who proposed it. It ends when more than half of them are"
                + " for it; until then everything goes on.";
    }

    @Override
    public Optional<String> objection(Course course) {
        return agreements.isSealed(course.id()) ? Optional.of(("The agreement of %s has just been sealed and comes into force. From then on"
                + " you can propose to close the partnership.").formatted(course.id())) : Optional.empty();
    }

    @Override
    public void carryOut(MatterCard matter) {
        founding.getObject().giveUp(matter.partnership(), matter.id(), matter.why(), PartingService.MACHINE);
    }

    @Override
    public String openAtTheEnd(MatterCard matter, String raiser) {
        return "Whether it ends before anything is signed, as %s proposed, has to be settled.".formatted(raiser);
    }
}
