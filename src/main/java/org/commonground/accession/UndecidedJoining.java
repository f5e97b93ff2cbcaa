package org.commonground.accession;

import java.util.List;

import org.commonground.agreement.Undecided;
import org.commonground.foundation.PartnershipId;
import org.commonground.matter.MatterService;
import org.springframework.stereotype.Component;

/** Nothing goes out for signature while somebody may still join. */
@Component
class UndecidedJoining implements Undecided {

    private final MatterService matters;

    UndecidedJoining(MatterService matters) {
        this.matters = matters;
    }

    @Override
    public List<String> beforeSigning(PartnershipId partnership) {
        return matters.open(partnership).stream().filter(one -> one.kind().key().equals(AccessionMatter.KEY))
                .map(one -> "It is still open whether somebody joins%s The search and the consent of the partners come first.".formatted(
                        one.decided() != null ? ". " + one.decided() : ", as %s proposed.".formatted(matters.raiser(one)))).toList();
    }
}
