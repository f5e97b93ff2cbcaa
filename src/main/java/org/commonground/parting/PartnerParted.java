package org.commonground.parting;

import java.util.List;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipFact;
import org.commonground.foundation.PartnershipId;
import org.commonground.withdrawal.Leaving;

/**
 * A partner has left; those who remain hear what became of what it held, and what it said on parting. It hears a last time what it can
 * still read.
 *
 * @param lines what passed on or was released on its last day
 * @param alone whether one partner is left
 * @param told  whether those who remain have heard it already, where they negotiate
 */
public record PartnerParted(Leaving leaving, List<String> lines, boolean alone, List<OrganisationId> members, boolean told)
        implements PartnershipFact {

    @Override
    public PartnershipId partnership() {
        return leaving.partnership();
    }
}
