package org.commonground.home;

import java.util.List;

import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipFact;
import org.commonground.foundation.PartnershipId;

/**
 * Somebody asks about a partnership.
 *
 * @param organisation whose question it is; null where the coordinator asks
 * @param members      who is asked beside the coordinator; nobody where the coordinator alone is
 * @param step         the step it is about; else null
 */
public record QuestionAsked(PartnershipId partnership, OrganisationId organisation, List<OrganisationId> members, String step, String words)
        implements PartnershipFact {
}
