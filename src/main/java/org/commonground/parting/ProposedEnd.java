package org.commonground.parting;

import java.util.List;
import java.util.Optional;

import org.commonground.agreement.Undecided;
import org.commonground.foundation.Days;
import org.commonground.foundation.PartnershipId;
import org.commonground.matter.MatterCard;
import org.commonground.matter.MatterService;
import org.commonground.partnership.FoundingEnd;
import org.springframework.stereotype.Component;

/** Puts the end of a founding to the partners as a matter of its own: the step in which it was proposed waits for nothing. */
@Component
class ProposedEnd implements FoundingEnd, Undecided {

    private final MatterService matters;

    ProposedEnd(MatterService matters) {
        this.matters = matters;
    }

    @Override
    public void propose(PartnershipId partnership, String why, String person) {
        matters.propose(partnership, FoundingEndMatter.KEY, why, person);
    }

    @Override
    public Optional<String> open(PartnershipId partnership) {
        return matter(partnership)
                .map(one -> "On %s %s proposed that the partnership ends here: “%s” The partners are voting on it; until then you go on."
                        .formatted(Days.inWords(one.raisedOn()), matters.raiser(one), one.why()));
    }

    @Override
    public List<String> beforeSigning(PartnershipId partnership) {
        return matter(partnership).map(one -> "The partners are voting on whether the partnership ends here, as %s proposed."
                .formatted(matters.raiser(one))).stream().toList();
    }

    private Optional<MatterCard> matter(PartnershipId partnership) {
        return matters.open(partnership).stream().filter(one -> one.kind().key().equals(FoundingEndMatter.KEY)).findFirst();
    }
}
